// What the server suggests for this visit, and how each position was set up the last time. Suggests; the clinician chooses.

import { el } from "./dom.js";
import { Photos } from "./photo.js";

const MARKS = ["strapHole", "anchor", "wedge", "padHeight_mm", "lever_mm", "hip_deg", "knee_deg"];
const WORDS = new Set(["strapHole", "anchor", "wedge"]);

export class Plan {
  constructor(view, words, api, fault) {
    this.view = view;
    this.words = words;
    this.api = api;
    this.fault = fault;
    this.data = null;
    this.lines = el("div", {});
    this.asks = el("div", {});
    this.root = el("div", { className: "plan", id: "plan" }, this.lines, this.asks);
    this.photos = new Photos(this);
  }

  /** Asks again: sensors come and go. What cannot be asked is not suggested. */
  async load() {
    this.asks.replaceChildren();
    try {
      this.data = await this.api.plan();
    } catch (problem) {
      this.data = null;
      this.fault(problem);
    }
  }

  of(position) {
    return this.data?.positions.find(({ id }) => id === position);
  }

  recalled(position) {
    return this.of(position)?.recalled;
  }

  /** The next of the suggested positions that this visit has not had, if this page can measure it. */
  next(tested) {
    const open = (id) => !tested.includes(id) && this.view.positions.some((position) => position.id === id);
    return this.data?.suggested.find(open);
  }

  /** All that a set-up needs, as it was the last time; nothing where a part of it is not known. */
  complete(id) {
    const recalled = this.recalled(id);
    const position = this.view.positions.find((one) => one.id === id);
    if (!recalled || !position?.fixations.includes(recalled.fixation)) return undefined;
    const { fixation, firstSide, sensor, stabilisation, sensorSite } = recalled;
    return { position: id, protocolVersion: position.version, fixation, firstSide, sensor, stabilisation, sensorSite };
  }

  /** What goes with a choice: what the last set-up had beside it, as long as the sensor is held the same way. */
  beside(id, fixation) {
    const recalled = this.recalled(id);
    return recalled?.fixation === fixation ? { stabilisation: recalled.stabilisation, sensorSite: recalled.sensorSite } : {};
  }

  /** What stands above the form for this position and sensor. */
  show(position, sensor) {
    if (!this.data) {
      this.lines.replaceChildren();
      return;
    }
    const { t } = this.words;
    const recalled = this.recalled(position);
    const small = this.of(position)?.tooSmall.find((one) => one.sensor === sensor);
    const lines = [el("p", { className: "lead", id: "plan-words", textContent: this.data.words })];
    if (recalled) {
      const how = t("page.fixation." + recalled.fixation);
      lines.push(el("p", { className: "muted", id: "plan-recalled", textContent: t("flow.recalled", recalled.onWords, how, recalled.sensorName) }));
    }
    if (small) lines.push(el("p", { className: "problem", id: "plan-range", textContent: small.words }));
    this.lines.replaceChildren(...lines);
    // asked once: what is being typed stays
    if (this.data.bodyMass.ask && !this.asks.firstChild) this.asks.replaceChildren(this.weigh());
  }

  /** Asked, dated, never assumed: going on without it is no fault. */
  weigh() {
    const { t } = this.words;
    const { bodyMass_kg: known, onWords, patientVersion, today } = this.data.bodyMass;
    const kilograms = el("input", { type: "text", id: "weigh-kg", inputMode: "decimal", autocomplete: "off", "aria-describedby": "weigh-why" });
    const save = el("button", { type: "button", className: "btn", textContent: t("flow.weigh.save") });
    const why = known === undefined ? t("flow.weigh.missing") : t("flow.weigh.old", known, onWords);
    const said = el("p", { className: "muted small", id: "weigh-why", role: "status", textContent: why });
    save.addEventListener("click", async () => {
      const value = Number(kilograms.value.replace(",", "."));
      if (kilograms.value.trim() === "" || Number.isNaN(value)) {
        said.textContent = t("flow.weigh.number");
        kilograms.focus();
        return;
      }
      try {
        await this.api.weigh(value, today, patientVersion);
        await this.load();
        this.asks.replaceChildren(el("p", { role: "status", textContent: t("flow.weigh.saved", value) }));
      } catch (problem) {
        if (problem.status === 400) said.textContent = problem.message;
        else this.fault(problem);
      }
    });
    const field = el("div", { className: "field" }, el("label", { htmlFor: "weigh-kg", textContent: t("flow.weigh.kg") }), kilograms);
    return el("div", { className: "weigh" }, said, field, save);
  }

  /** How this leg was set up, and a place to write it down. */
  marks(test, position, side) {
    const { t, role } = this.words;
    const known = this.recalled(position)?.sides.find((one) => one.side === side);
    const said = MARKS.filter((name) => known?.[name] !== undefined).map((name) => t("flow.mark." + name, known[name]));
    const line = el("p", { className: "marks", id: "marks", textContent: said.length ? t("flow.marks", said.join(", "), known.onWords) : t("flow.marks.none") });
    const fields = MARKS.map((name) =>
      el(
        "div",
        { className: "field" },
        el("label", { htmlFor: "mark-" + name, textContent: t("flow.mark.label." + name) }),
        el("input", {
          type: "text",
          id: "mark-" + name,
          name,
          autocomplete: "off",
          maxLength: WORDS.has(name) ? 60 : 5,
          inputMode: WORDS.has(name) ? "text" : "numeric",
          value: known?.[name] ?? "",
        }),
      ),
    );
    const save = el("button", { type: "submit", className: "btn", textContent: t("flow.marks.save") });
    const answer = el("p", { className: "small", role: "status" });
    const form = el("form", { className: "marks-form", noValidate: true }, ...fields, save, answer);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const now = this.recalled(position)?.sides.find((one) => one.side === side); // saved a moment ago, perhaps
      const numberSeen = now?.test === test ? now.number : 0;
      this.write(test, side, numberSeen, form, answer);
    });
    const lever = known?.askLever === false ? null : el("p", { className: "marks", id: "marks-lever", textContent: t("flow.marks.lever") });
    const { shown, taking } = this.photos.of(test, position, side);
    return [line, shown, lever, el("details", { className: "marks-more" }, el("summary", { textContent: t("flow.marks.change", role(side)) }), form, taking)];
  }

  async write(test, side, numberSeen, form, answer) {
    const { t } = this.words;
    const chosen = { side, numberSeen };
    for (const name of MARKS) {
      const text = form.elements[name].value.trim();
      if (text === "") continue;
      chosen[name] = WORDS.has(name) || !/^-?\d+$/.test(text) ? text : Number(text);
    }
    try {
      await this.api.prepare(test, chosen);
      await this.load();
      answer.textContent = t("flow.marks.saved");
    } catch (problem) {
      if (problem.status === 400) answer.textContent = problem.message;
      else this.fault(problem);
    }
  }
}
