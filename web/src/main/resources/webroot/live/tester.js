// Who tests, on every step of the live page, and the switch to somebody else by a PIN: two seconds, no log-in. What is done stays the
// act of who is logged in; what is recorded next stands as tested by who is named here.

import { Fault } from "./api.js";
import { byId, el } from "./dom.js";

const PIN_DIGITS = "[0-9]{4,6}";

export class Tester {
  constructor(words, api) {
    this.words = words;
    this.api = api;
    this.state = null;
    this.says = el("span", { className: "tester-now", role: "status" });
    this.open = el("button", { type: "button", className: "btn tester-open", textContent: words.t("stage.tester.change"), hidden: true });
    this.open.addEventListener("click", () => this.ask());
    this.box = el("div", { className: "tester-box", hidden: true });
    this.root = el("div", { className: "tester", id: "tester" }, this.says, this.open, this.box);
    byId("live").prepend(this.root);
    addEventListener("plinth-unlock", () => this.read()); // a lock ends a switch
    document.addEventListener("visibilitychange", () => document.hidden || this.read()); // another tab may have switched
    this.read();
  }

  async read() {
    try {
      this.take(await this.api.tester());
    } catch (problem) {
      if (!(problem instanceof Fault)) throw problem;
      this.says.textContent = this.words.t("stage.tester.unknown");
    }
  }

  take(state) {
    this.state = state;
    this.says.textContent = this.words.t("stage.tester.now", state.tester.name);
    const others = state.choice.filter(({ id }) => id !== state.tester.id);
    this.open.hidden = others.length === 0 && state.tester.own;
  }

  close() {
    this.box.hidden = true;
    this.box.replaceChildren();
  }

  ask() {
    const { t } = this.words;
    const { tester, choice } = this.state;
    const own = tester.own ? [] : [{ id: "", name: t("stage.tester.own"), own: true }];
    const people = [...choice.filter(({ id }) => id !== tester.id), ...own.filter(() => !choice.some((one) => one.own))];
    const pin = el("input", {
      id: "tester-pin",
      type: "password",
      inputMode: "numeric",
      autocomplete: "off",
      pattern: PIN_DIGITS,
      maxLength: 6,
    });
    const problem = el("p", { className: "problem", role: "alert", hidden: true });
    const form = el(
      "form",
      { className: "tester-form" },
      el("fieldset", { className: "field" }, el("legend", { textContent: t("stage.tester.who") }), ...people.map((person, at) => this.person(person, at === 0))),
      el("div", { className: "field" }, el("label", { htmlFor: "tester-pin", textContent: t("stage.tester.pin") }), pin),
      problem,
      el(
        "div",
        { className: "actions" },
        el("button", { type: "submit", className: "btn btn-primary", textContent: t("stage.tester.go") }),
        this.cancel(),
      ),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.change(form, pin, problem);
    });
    this.box.replaceChildren(form);
    this.box.hidden = false;
    pin.focus();
  }

  person({ id, name }, first) {
    const input = el("input", { type: "radio", name: "tester", value: id, checked: first });
    return el("label", { className: "tick" }, input, el("span", { textContent: name }));
  }

  cancel() {
    const cancel = el("button", { type: "button", className: "btn", textContent: this.words.t("stage.tester.cancel") });
    cancel.addEventListener("click", () => {
      this.close();
      this.open.focus();
    });
    return cancel;
  }

  async change(form, pin, problem) {
    const wanted = form.elements.tester.value || this.state.login;
    try {
      this.take(await this.api.switchTester(wanted, pin.value));
      this.close();
      const primary = byId("primary");
      (primary.isConnected && !primary.closest("[hidden]") ? primary : this.open).focus({ preventScroll: true });
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      pin.value = "";
      problem.textContent = fault.message || this.words.t("live.fault.network");
      problem.hidden = false;
      pin.focus();
    }
  }
}
