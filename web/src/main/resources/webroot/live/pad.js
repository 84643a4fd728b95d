// The clinician's end of the pain pad: opens it, asks about the effort that is to be decided, and takes the patient's answer as hers.

import { Fault } from "./api.js";
import { button, el, svg } from "./dom.js";
import { STEP } from "./steps.js";

const POLL_MS = 1000;

export class Pad {
  constructor(words, flow) {
    this.words = words;
    this.flow = flow;
    this.open = false;
    this.asked = "";
    this.pain = undefined;
    this.line = el("p", { className: "pad-answer stage-lead", role: "status" });
    this.link = el("div", { className: "pad-link", hidden: true });
    const { t } = words;
    this.root = el(
      "fieldset",
      { className: "field" },
      el("legend", { textContent: t("stage.pad") }),
      el("p", { className: "muted", textContent: t("stage.pad.what") }),
      this.link,
      el("div", { className: "actions" }, this.button("stage.pad.open", () => this.start()), this.button("stage.pad.end", () => this.end())),
    );
    setInterval(() => this.poll(), POLL_MS);
  }

  button(key, press) {
    const one = button(this.words.t(key), () => press().catch((problem) => this.failed(problem)));
    one.classList.remove("stage-btn");
    return one;
  }

  failed(problem) {
    if (!(problem instanceof Fault)) throw problem;
    this.link.hidden = false;
    this.link.replaceChildren(el("p", { className: "problem", textContent: problem.message || this.words.t("live.fault.network") }));
  }

  async start() {
    const { href, lasts_min, picture, size } = await this.flow.api.padOpen(location.origin);
    this.open = true;
    this.asked = "";
    this.link.hidden = false;
    this.link.replaceChildren(
      el("p", { textContent: this.words.t("stage.pad.link", lasts_min) }),
      svg(
        "svg",
        { class: "qr", viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": this.words.t("stage.pad.picture"), width: "264", height: "264", "shape-rendering": "crispEdges" },
        svg("rect", { width: "100%", height: "100%", fill: "#ffffff" }),
        svg("path", { d: picture, fill: "#000000" }),
      ),
      el("p", {}, el("a", { href, target: "_blank", rel: "noopener", textContent: href })),
    );
    this.step(this.now ?? {});
  }

  async end() {
    await this.flow.api.padEnd();
    this.open = false;
    this.pain = undefined;
    this.link.hidden = true;
    this.link.replaceChildren();
  }

  /** A step is shown; gives the line with the patient's answer where one is wanted. */
  step(step) {
    this.now = step;
    const effort = step.name === STEP.DECIDE || step.name === STEP.PAIN ? step.effort.id : "";
    if (effort !== this.asked) {
      this.pain = undefined;
      this.line.textContent = "";
      this.ask(effort);
    }
    if (step.name === STEP.PAIN) setTimeout(() => this.keep()); // not while the step is being shown
    return effort && this.open ? [this.line] : [];
  }

  async ask(effort) {
    if (!this.open) return;
    this.asked = effort;
    await this.flow.api.padAsk(effort || undefined).catch(() => {
      this.asked = "?"; // put again with the next look
    });
  }

  async poll() {
    const effort = this.now?.effort?.id;
    if (!this.open || !effort || this.now.name === STEP.PAIN_STOP) return;
    if (this.asked !== effort) {
      await this.ask(effort);
      return;
    }
    const found = await this.flow.api.pad().catch(() => null);
    if (!found || this.now?.effort?.id !== effort) return;
    this.open = found.open;
    if (found.effort !== effort || found.pain === undefined) return;
    this.pain = found.pain;
    this.line.textContent = this.words.t("stage.pad.said", found.pain);
    this.keep();
  }

  /** Kept already, and she has said how much it hurt: nobody confirms that a second time. */
  keep() {
    const { now } = this;
    if (now.name !== STEP.PAIN || this.pain === undefined || this.flow.busy) return;
    this.flow.decide(now.effort, now.side, { state: "ACCEPTED", pain: this.pain });
  }
}
