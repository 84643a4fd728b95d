// What comes before the set-up: the questions before the first maximal effort, then the warm-up. The server keeps the rule;
// this page asks, and sends what was answered.

import { byId, el } from "./dom.js";
import { STEP } from "./steps.js";

/** The two screens; `flow` has `screen(answers)`, `warmedUp()` and `leave()`. */
export class Before {
  constructor(words, flow) {
    this.words = words;
    this.flow = flow;
    this.root = byId("before");
    this.shown = null;
  }

  /** Whether the step is one of these; shows it, or hides what was shown. */
  show(step) {
    const ours = step.name === STEP.SCREENING || step.name === STEP.WARMUP;
    this.root.hidden = !ours;
    if (!ours) {
      this.shown = null;
      return false;
    }
    const key = step.name + " " + (this.flow.screening?.answered?.number ?? 0);
    if (key !== this.shown) {
      this.shown = key;
      if (step.name === STEP.SCREENING) this.ask();
      else this.warmUp();
      this.focus();
      scrollTo(0, 0);
    }
    this.busy(this.flow.busy);
    return true;
  }

  busy(is) {
    for (const one of this.root.querySelectorAll("button")) one.setAttribute("aria-disabled", String(is));
  }

  action(label, className, press) {
    const one = el("button", { type: "button", className: "btn " + className, textContent: label });
    one.addEventListener("click", () => {
      if (!this.flow.busy) press();
    });
    return one;
  }

  ask() {
    const { t } = this.words;
    const { questions, answered, consent } = this.flow.screening;
    const yes = new Set(answered?.goesOn === false ? answered.yes : []);
    const choices = questions.map(({ id, words }) => this.question(id, words, yes.has(id)));
    this.none = this.action(t("flow.screening.none"), "btn-primary btn-large", () => this.send(true, ""));
    this.advice = el("p", { className: "lead", id: "screening-advice", role: "status" });
    this.reason = el("input", { type: "text", id: "screening-reason", maxLength: 500, autocomplete: "off" });
    this.applies = el(
      "div",
      { className: "before-applies" },
      this.advice,
      el("div", { className: "field" }, el("label", { htmlFor: "screening-reason", textContent: t("flow.screening.reason") }), this.reason),
      el(
        "div",
        { className: "actions actions-end" },
        this.action(t("flow.screening.goon"), "", () => this.goOn()),
        this.action(t("flow.screening.stop"), "btn-primary", () => this.send(false, this.reason.value)),
      ),
    );
    const form = el("fieldset", {}, el("legend", { textContent: t("flow.screening.ask") }), el("div", { className: "choices before-choices" }, ...choices));
    form.addEventListener("change", () => this.marked());
    this.put(
      el("h2", { id: "before-title", textContent: t("flow.screening.title") }),
      answered?.goesOn === false ? el("p", { className: "problem", textContent: this.flow.screening.blockedWords }) : null,
      form,
      el("p", { className: consent?.given === false ? "problem" : "muted", textContent: this.consentWords(consent) }),
      this.applies,
      el("div", { className: "actions actions-end" }, this.none),
    );
    this.marked();
  }

  put(...children) {
    this.root.replaceChildren(...children.filter(Boolean));
  }

  /** On the one primary button that can be seen. */
  focus() {
    const primary = [...this.root.querySelectorAll(".btn-primary")].find((one) => !one.closest("[hidden]"));
    primary?.focus({ preventScroll: true });
  }

  question(id, words, checked) {
    return el("label", { className: "choice" }, el("input", { type: "checkbox", name: "screening", value: id, checked }), el("span", { textContent: words }));
  }

  consentWords(consent) {
    const { t } = this.words;
    if (!consent) return t("flow.screening.consent.none");
    return t(consent.given ? "flow.screening.consent.given" : "flow.screening.consent.withdrawn", consent.onWords);
  }

  get yes() {
    return [...this.root.querySelectorAll("input[name=screening]:checked")].map(({ value }) => value);
  }

  /** One button when nothing applies; two, and a reason, when something does. */
  marked() {
    const { t } = this.words;
    const { yes } = this;
    const stop = this.flow.screening.questions.some(({ id, action }) => action === "STOP" && yes.includes(id));
    this.applies.hidden = yes.length === 0;
    this.none.hidden = yes.length > 0;
    if (yes.length) this.advice.textContent = t(stop ? "flow.screening.advice.stop" : "flow.screening.advice.ask");
  }

  goOn() {
    if (this.reason.value.trim() === "") {
      this.advice.textContent = this.words.t("flow.screening.reason.missing");
      this.reason.focus();
      return;
    }
    this.send(true, this.reason.value);
  }

  send(goesOn, reason) {
    const { form, formVersion, answered } = this.flow.screening;
    this.flow.screen({
      form,
      formVersion,
      yes: this.yes,
      agreed: "YES",
      goesOn: goesOn ? "YES" : "NO",
      numberSeen: answered?.number ?? 0,
      ...(reason.trim() ? { reason: reason.trim() } : {}),
    });
  }

  warmUp() {
    const { t } = this.words;
    this.put(
      el("h2", { id: "before-title", textContent: t("flow.warmup.title") }),
      el("ol", { className: "lead" }, ...["walk", "bridge"].map((part) => el("li", { textContent: t("flow.warmup." + part) }))),
      el("p", { className: "muted", textContent: t("flow.warmup.what") }),
      el("div", { className: "actions actions-end" }, this.action(t("flow.warmup.go"), "btn-primary btn-large", () => this.flow.warmedUp())),
    );
  }
}
