// The clinician's end of the pain pad: opens it, asks about the effort that is to be decided, and shows what the patient said. It counts
// with one press of the clinician's, who sees it before: a slip of her finger is put right by her, or by another number here.

import { Fault } from "./api.js";
import { button, el, svg } from "./dom.js";
import { STEP } from "./steps.js";

const POLL_MS = 500;
const IDLE_EVERY = 4; // while nothing is asked, whether the pad is still there is looked up seldom
const SEEN_MS = 400; // a number that has just changed under the finger was not read

export class Pad {
  /** `again()` shows the step once more, with what came from the pad. */
  constructor(words, flow, again) {
    this.words = words;
    this.flow = flow;
    this.again = again;
    this.open = false;
    this.asked = "";
    this.held = "";
    this.pain = undefined;
    this.heardAt = 0;
    this.ticks = 0;
    this.now = {};
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
    this.tell(problem.message || this.words.t("live.fault.network"));
  }

  tell(text) {
    this.link.hidden = false;
    this.link.replaceChildren(el("p", { className: "problem", textContent: text }));
  }

  async start() {
    const { href, lasts_min, picture, size } = await this.flow.api.padOpen(location.origin);
    this.forget();
    this.open = true;
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
    this.again();
  }

  async end() {
    await this.flow.api.padEnd();
    this.forget();
    this.open = false;
    this.link.hidden = true;
    this.link.replaceChildren();
    this.again();
  }

  /** Nothing that was asked or said before has to do with what comes. */
  forget() {
    this.asked = "";
    this.held = "";
    this.pain = undefined;
  }

  /** It ended by itself: nobody waits for an answer that cannot come. */
  gone() {
    this.forget();
    this.open = false;
    this.tell(this.words.t("stage.pad.gone"));
    this.again();
  }

  /**
   * A step is shown: gives the line of the pad where an answer is wanted, and makes the one press that keeps the effort with it the main one.
   * `target` is the force to be held at this step [N], or undefined.
   */
  step(step, sheet, face, target) {
    this.now = step;
    const effort = step.name === STEP.DECIDE || step.name === STEP.PAIN ? step.effort.id : "";
    if (effort !== this.asked) {
      this.pain = undefined;
      this.ask(effort);
    }
    if (step.name === STEP.READY || step.name === STEP.RECORDING) this.hold(sheet.id, step.side, target);
    if (!effort) return step.name === STEP.READY && this.shows(target) ? [el("p", { className: "muted pad-shows", textContent: this.words.t("stage.pad.hold") })] : [];
    if (!this.open) return [];
    if (this.pain !== undefined) {
      face.primary = { label: this.words.t("stage.pad.keep", this.pain), press: () => this.keep() };
      face.focus = undefined;
    }
    this.line.textContent = this.pain === undefined ? this.words.t("stage.pad.asking") : this.words.t("stage.pad.said", this.pain);
    return [this.line];
  }

  /** Whether the patient sees on her pad a force to be held: then that is written down with the effort. */
  shows(target) {
    return this.open && target !== undefined;
  }

  /** Tells the pad what is to be held on a side of this test, or that nothing is. */
  hold(test, side, target) {
    const wanted = [test, side, target].join(" ");
    const known = this.held === wanted || (this.held === "" && target === undefined);
    if (!this.open || !side || known) return;
    this.held = wanted;
    this.flow.api.padHold(test, side, target).catch((problem) => {
      this.held = "";
      this.failed(problem);
    });
  }

  async ask(effort) {
    if (!this.open) return;
    this.asked = effort;
    await this.flow.api.padAsk(effort || undefined).catch(() => {
      this.asked = "?"; // put again with the next look
    });
  }

  async poll() {
    if (!this.open || document.hidden) return;
    const effort = this.now.effort?.id;
    const wanted = effort && this.now.name !== STEP.PAIN_STOP;
    if (wanted && this.asked !== effort) return void (await this.ask(effort));
    this.ticks += 1;
    if (!wanted && this.ticks % IDLE_EVERY !== 0) return;
    const found = await this.flow.api.pad().catch(() => null);
    if (!found || !this.open) return;
    if (!found.open) return this.gone();
    if (!wanted || this.now.effort?.id !== effort || found.effort !== effort || found.pain === this.pain) return;
    this.pain = found.pain;
    this.heardAt = performance.now();
    this.again();
  }

  /** As the patient said it, and the clinician has read it. */
  keep() {
    const { effort, side, name } = this.now;
    const { pain, flow } = this;
    if (pain === undefined || flow.busy || performance.now() - this.heardAt < SEEN_MS) return;
    if (name === STEP.PAIN && flow.painWas) flow.painWas(effort, side, pain);
    else flow.decide(effort, side, { state: "ACCEPTED", pain });
  }
}
