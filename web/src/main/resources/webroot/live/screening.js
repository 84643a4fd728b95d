// What comes before the set-up: the questions before the first maximal effort, then the warm-up. The server keeps the rule;
// this page asks, and sends what was answered.

import { byId, el } from "./dom.js";
import { STEP } from "./steps.js";

const LOCK_MS = 400; // what bounced, or was held since the page before, must not answer for a patient

/** The two screens; `flow` has `screen(answers)`, `warmedUp()` and `leave()`. */
export class Before {
  constructor(words, flow) {
    this.words = words;
    this.flow = flow;
    this.root = byId("before");
    this.shown = null;
    this.lockedUntil = 0;
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
      this.lock();
      if (step.name === STEP.SCREENING) this.ask();
      else this.warmUp();
      this.focus();
      scrollTo(0, 0);
    }
    this.mark();
    return true;
  }

  mark() {
    for (const one of this.root.querySelectorAll("button")) one.setAttribute("aria-disabled", String(this.held));
  }

  action(label, className, press) {
    const one = el("button", { type: "button", className: "btn " + className, textContent: label });
    one.addEventListener("click", () => {
      if (!this.held) press();
    });
    one.addEventListener("keydown", (event) => {
      if (event.repeat) event.preventDefault(); // a held key or pedal is one press
    });
    return one;
  }

  /** For a moment after a screen came nothing on it can be pressed. */
  lock() {
    this.lockedUntil = performance.now() + LOCK_MS;
    setTimeout(() => this.mark(), LOCK_MS + 1);
  }

  get held() {
    return this.flow.busy || performance.now() < this.lockedUntil;
  }

  ask() {
    const { t } = this.words;
    const { questions, answered, consent, blocked, blockedWords } = this.flow.screening;
    if (blocked === "OTHER_DAY") return this.otherDay(blockedWords);
    const yes = new Set(answered?.goesOn === false ? answered.yes : []);
    const choices = questions.map(({ id, words }) => this.question(id, words, yes.has(id)));
    this.none = this.action(t("flow.screening.none"), "btn-primary btn-large", () => this.send(true, ""));
    this.refuses = this.action(t("flow.screening.refuses"), "", () => this.send(false, this.reason.value));
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
      this.heading("flow.screening.title"),
      blocked && blocked !== "NOT_SCREENED" ? el("p", { className: "problem", textContent: blockedWords }) : null,
      form,
      el("p", { className: consent?.given === false ? "problem" : "muted", textContent: this.consentWords(consent) }),
      this.applies,
      el("div", { className: "actions actions-end" }, this.refuses, this.none),
    );
    this.marked();
  }

  put(...children) {
    this.root.replaceChildren(...children.filter(Boolean));
  }

  heading(key) {
    return el("h2", { id: "before-title", tabIndex: -1, textContent: this.words.t(key) });
  }

  /** On what is to be read. Never on a button: one press must not answer questions that nobody has read. */
  focus() {
    byId("before-title").focus({ preventScroll: true });
  }

  /** The visit of another day: there is nothing to ask. */
  otherDay(words) {
    const { t } = this.words;
    this.put(
      this.heading("flow.screening.otherday"),
      el("p", { className: "problem", textContent: words }),
      el("div", { className: "actions actions-end" }, this.action(t("flow.screening.leave"), "btn-primary", () => this.flow.leave())),
    );
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
    const asks = yes.length > 0 || this.doubtful;
    this.applies.hidden = !asks;
    this.none.hidden = asks;
    const advice = yes.length === 0 ? "again" : stop ? "stop" : "ask";
    if (asks) this.advice.textContent = t("flow.screening.advice." + advice);
  }

  /** Where testing was stopped today, or something applied, nobody goes on without a reason. */
  get doubtful() {
    const { answered, blocked } = this.flow.screening;
    return blocked === "SCREENED_STOP" || answered?.goesOn === false || (answered?.yes.length ?? 0) > 0;
  }

  goOn() {
    if (this.reason.value.trim() === "") {
      this.advice.textContent = this.words.t("flow.screening.reason.missing");
      this.reason.focus();
      return;
    }
    this.send(true, this.reason.value);
  }

  /** Her agreement is noted with the answer that goes on, and with no other. */
  send(goesOn, reason) {
    const { form, formVersion, answered } = this.flow.screening;
    this.flow.screen({
      form,
      formVersion,
      yes: this.yes,
      agreed: goesOn ? "YES" : "NO",
      goesOn: goesOn ? "YES" : "NO",
      numberSeen: answered?.number ?? 0,
      ...(reason.trim() ? { reason: reason.trim() } : {}),
    });
  }

  warmUp() {
    const { t } = this.words;
    this.put(
      this.heading("flow.warmup.title"),
      el("ol", { className: "lead" }, ...["walk", "bridge"].map((part) => el("li", { textContent: t("flow.warmup." + part) }))),
      el("p", { className: "muted", textContent: t("flow.warmup.what") }),
      el("div", { className: "actions actions-end" }, this.action(t("flow.warmup.go"), "btn-primary btn-large", () => this.flow.warmedUp())),
    );
  }
}
