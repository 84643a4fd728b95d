// The choice of position, fixation, first side and sensor.

import { inability, problemOf, watch } from "../bluetooth/ability.js";
import { byId, el } from "./dom.js";
import { Drawing } from "./drawing.js";
import { newRequestId } from "./flow.js";

const MOST_SQUEEZED = 4; // as many as the server listens to at once

/** The form; `go(chosen)` when it is complete, `fault(problem)` when sensors could not be searched. */
export class SetUpForm {
  constructor(view, words, api, { go, fault, plan, bridge }) {
    this.plan = plan;
    this.view = view;
    this.words = words;
    this.api = api;
    this.go = go;
    this.fault = fault;
    this.root = byId("setup");
    this.bridge = bridge;
    this.sensors = [];
    this.drawing = new Drawing(view.injured);
    watch(() => this.near && this.offerBrowser());
  }

  /** Opens at once; what is suggested is chosen when it comes, unless somebody has chosen before. */
  async open(tested) {
    this.closed = false;
    this.touched = false;
    this.show(tested);
    await this.plan.load();
    if (this.closed) return;
    const suggested = this.plan.next(tested);
    if (suggested && !this.touched) this.position.value = suggested;
    if (!this.touched) this.drawPosition();
    this.recall();
  }

  show(tested) {
    const { t } = this.words;
    this.requestId = null;
    const next = this.view.positions.find((position) => !tested.includes(position.id)) ?? this.view.positions[0];
    this.position = el("select", { id: "position" });
    for (const { id, name } of this.view.positions) {
      this.position.append(el("option", { value: id, textContent: name, selected: id === next.id }));
    }
    this.position.addEventListener("change", () => this.drawPosition());
    this.fixations = el("div", { className: "choices" });
    this.sensorChoice = el("div", { className: "choices" });
    this.near = el("div", { className: "choices" });
    this.steps = el("ol");
    this.mistakes = el("ul");
    this.hint = el("p", { className: "problem", id: "setup-hint", hidden: true, textContent: t("live.setup.missing") });
    this.submit = el("button", { type: "submit", className: "btn btn-primary", textContent: t("live.setup.go") });
    const form = el(
      "form",
      { noValidate: true },
      el("div", { className: "field" }, el("label", { htmlFor: "position", textContent: t("live.setup.position") }), this.position),
      this.group(t("live.setup.fixation"), this.fixations),
      this.group(t("live.setup.first"), this.firstSide(), t("live.setup.first.hint")),
      this.group(t("live.setup.sensor"), el("div", {}, this.sensorChoice, this.near)),
      el("details", {}, el("summary", { textContent: t("live.setup.steps") }), this.steps, el("h3", { textContent: t("live.setup.mistakes") }), this.mistakes),
      this.hint,
      el("div", { className: "actions actions-end" }, this.submit),
    );
    form.addEventListener("change", () => {
      this.touched = true;
      this.requestId = null; // another choice is another set-up
      this.draw();
      this.plan.show(this.position.value, this.value("sensor"));
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    this.root.replaceChildren(el("h2", { id: "setup-title", textContent: t(tested.length ? "live.setup.again" : "live.setup.title") }), this.plan.root, form, this.drawing.root);
    this.root.hidden = false;
    this.drawPosition();
    this.search();
    this.offerBrowser();
  }

  /** This browser's own Bluetooth, or why it has none: said before the visit needs it. */
  async offerBrowser() {
    const { t } = this.words;
    const why = await inability();
    if (why) {
      this.near.replaceChildren(el("p", { className: "small", id: "no-bluetooth", textContent: t("live.bluetooth.cannot." + why) }));
      return;
    }
    const choose = el("button", { type: "button", className: "btn", id: "bluetooth", textContent: t("live.bluetooth.choose") });
    const says = el("p", { className: "squeeze-says", role: "status" });
    choose.addEventListener("click", () => this.chooseHere(says));
    this.near.replaceChildren(choose, says);
  }

  async chooseHere(says) {
    says.textContent = "";
    try {
      const sensor = await this.bridge.choose();
      await this.search();
      this.tick(sensor);
      this.reconsider();
      if (this.value("sensor") !== sensor) says.textContent = this.words.t("live.bluetooth.unknown");
    } catch (problem) {
      const key = await problemOf(problem);
      says.textContent = key ? this.words.t("live.bluetooth." + key) : "";
    }
  }

  hide() {
    this.closed = true;
    this.root.hidden = true;
  }

  busy(is) {
    this.submit?.setAttribute("aria-disabled", String(is));
    this.sending = is;
  }

  group(title, choices, hint) {
    return el("fieldset", {}, el("legend", { textContent: title }), choices, hint ? el("p", { className: "muted small", textContent: hint }) : null);
  }

  choice(name, value, label, checked, side) {
    const input = el("input", { type: "radio", name, value, checked });
    return el("label", { className: "choice" }, input, el("span", { textContent: label, className: side ? "side side-" + side : "" }));
  }

  firstSide() {
    const { role } = this.words;
    const first = this.view.injured === "LEFT" ? "RIGHT" : "LEFT";
    return el(
      "div",
      { className: "choices" },
      this.choice("firstSide", "LEFT", role("LEFT"), first === "LEFT", "left"),
      this.choice("firstSide", "RIGHT", role("RIGHT"), first === "RIGHT", "right"),
    );
  }

  drawPosition() {
    const { t } = this.words;
    const chosen = this.view.positions.find((position) => position.id === this.position.value);
    const recalled = this.plan.recalled(chosen.id);
    const before = recalled?.fixation ?? this.value("fixation");
    this.fixations.replaceChildren(
      ...chosen.fixations.map((id) => this.choice("fixation", id, t("page.fixation." + id), id === before || chosen.fixations.length === 1)),
    );
    if (recalled) this.pick("firstSide", recalled.firstSide);
    this.draw();
    this.plan.show(chosen.id, this.value("sensor"));
    this.steps.replaceChildren(...chosen.setUp.map((line) => el("li", { textContent: line })));
    this.mistakes.replaceChildren(...chosen.mistakes.map((line) => el("li", { textContent: line })));
  }

  /** The set-up of the side that comes first. */
  draw() {
    this.drawing.show(this.view.positions.find((position) => position.id === this.position.value), this.value("firstSide"));
  }

  async search() {
    const { t } = this.words;
    this.sensorChoice.replaceChildren(el("p", { className: "muted", role: "status", textContent: t("live.setup.sensor.searching") }));
    try {
      this.sensors = await this.api.sensors();
      this.drawSensors();
      this.recall();
    } catch (problem) {
      this.sensors = [];
      this.drawSensors();
      this.fault(problem);
    }
  }

  /** The sensor of the last time, where it is in reach; then one press is enough. */
  recall() {
    const sensor = this.plan.recalled(this.position.value)?.sensor;
    if (sensor && !this.touched && this.sensors.some(({ id }) => id === sensor)) this.tick(sensor);
    this.plan.show(this.position.value, this.value("sensor"));
    const typing = document.activeElement?.matches("input[type=text]");
    if (this.value("fixation") && this.value("sensor") && !typing) this.submit.focus({ preventScroll: true });
  }

  /** Another sensor is there, so another battery and other ranges hold. */
  async reconsider() {
    await this.plan.load();
    if (!this.closed) this.plan.show(this.position.value, this.value("sensor"));
  }

  pick(name, value) {
    for (const input of this.root.querySelectorAll(`input[name="${name}"]`)) input.checked = input.value === value;
  }

  drawSensors() {
    const { t } = this.words;
    const again = el("button", { type: "button", className: "btn", textContent: t("live.setup.sensor.again") });
    again.addEventListener("click", () => this.search().then(() => this.reconsider()));
    const named = ({ name, virtual, notSeenOnHardware }) => {
      if (notSeenOnHardware) return t("live.setup.sensor.notseen", name);
      return virtual ? t("live.setup.sensor.virtual", name) : name;
    };
    const found = this.sensors.map((sensor) => {
      const choice = this.choice("sensor", sensor.id, named(sensor), this.sensors.length === 1);
      const { trusted, words } = sensor.calibration;
      choice.querySelector("span")?.append(el("br"), el("small", { className: trusted ? "" : "flag", textContent: words }));
      return choice;
    });
    const none = el("p", { textContent: t("live.setup.sensor.none") });
    this.squeezeSays = el("p", { className: "squeeze-says", role: "status" });
    const squeeze = el("button", { type: "button", className: "btn", id: "squeeze", textContent: t("live.setup.squeeze") });
    squeeze.addEventListener("click", () => this.squeeze());
    const several = this.sensors.length > 1 ? [squeeze, this.squeezeSays] : [];
    this.sensorChoice.replaceChildren(...(found.length ? found : [none]), again, ...several);
  }

  /** One press, then both hands are free for the sensor. What is found is offered: it still has to be set up by a press. */
  async squeeze() {
    if (this.squeezing) return;
    const { t } = this.words;
    const nameOf = (id) => this.sensors.find((sensor) => sensor.id === id)?.name ?? id;
    const says = this.squeezeSays;
    this.squeezing = true;
    says.textContent = t("live.setup.squeeze.now");
    try {
      const found = await this.api.squeeze(this.sensors.slice(0, MOST_SQUEEZED).map(({ id }) => id));
      const lines = [t("live.setup.squeeze." + found.outcome, nameOf(found.sensor))];
      if (found.unheard.length) lines.push(t("live.setup.squeeze.unheard", found.unheard.map(nameOf).join(", ")));
      says.textContent = lines.join(" ");
      if (found.outcome !== "NONE") this.tick(found.sensor);
      if (found.outcome === "ONE") this.submit.focus({ preventScroll: true });
    } catch (problem) {
      says.textContent = "";
      this.fault(problem);
    } finally {
      this.squeezing = false;
    }
  }

  /** Chooses this sensor; without one, none. */
  tick(sensor) {
    for (const input of this.root.querySelectorAll('input[name="sensor"]')) input.checked = input.value === sensor;
  }

  value(name) {
    return this.root.querySelector(`input[name="${name}"]:checked`)?.value;
  }

  /** A sensor that this clinic never used is taken on somebody's word alone: another one in range can have its name. */
  isOurs({ id, name }) {
    const said = this.root.querySelector("#new-sensor");
    if (said?.checked && said.value === id) return true;
    this.root.querySelector("#new-sensor-ask")?.remove();
    const box = el("input", { type: "checkbox", id: "new-sensor", value: id });
    this.hint.after(el("label", { className: "choice", id: "new-sensor-ask" }, box, el("span", { textContent: this.words.t("flow.sensor.new", name, id) })));
    box.focus();
    return false;
  }

  send() {
    if (this.sending) return;
    const fixation = this.value("fixation");
    const sensor = this.value("sensor");
    this.hint.hidden = Boolean(fixation && sensor);
    if (!fixation || !sensor) {
      const missing = fixation ? "sensor" : "fixation";
      this.root.querySelector(`input[name="${missing}"]`)?.focus();
      return;
    }
    const seen = this.sensors.find((one) => one.id === sensor);
    if (seen?.unknown && !this.isOurs(seen)) return;
    this.requestId ??= newRequestId();
    const { id, version } = this.view.positions.find((position) => position.id === this.position.value);
    this.go({ position: id, protocolVersion: version, fixation, firstSide: this.value("firstSide"), sensor, newSensor: Boolean(seen?.unknown), requestId: this.requestId, ...this.plan.beside(id, fixation) });
  }
}
