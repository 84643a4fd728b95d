// What each step shows and which button is the primary one. Decides nothing: presses go to the flow.

import { button, byId, el } from "./dom.js";
import { effortLists } from "./efforts.js";
import { noteButton } from "./note.js";
import { isOver, part, other, STEP } from "./steps.js";
import { symmetryPart } from "./symmetry.js";

const PAIN = Array.from({ length: 11 }, (_, pain) => pain);
const REASONS = ["technique", "slipped", "notmaximal", "disturbed"];
const PAIN_LIMITED_FROM = 4;
const MOST_MINUTES_APART = 30; // later the server compares no more

/** Which effort of its side it is, from 1. */
export function numberOf(sheet, side, effort) {
  return part(sheet, side).efforts.findIndex((one) => one.id === effort.id) + 1;
}

/** The sheet of a step: `words`, `what`, `panel` (by side), `extra`, `primary`, `others`, `say`. */
export class Stage {
  constructor(words, flow) {
    this.words = words;
    this.flow = flow;
  }

  of(step, sheet, position) {
    const face = this[step.name](step, sheet, position);
    return { panel: {}, extra: [], others: [], what: "", ...face };
  }

  undoLast() {
    const { last } = this.flow.memory;
    if (!last) return [];
    return [button(this.words.t("live.undo.last", last.number, this.words.low(last.side)), () => this.flow.undoLast(), { "data-undo": "" })];
  }

  [STEP.CONNECT](step) {
    const { t } = this.words;
    const takeOver = this.flow.held
      ? [button(t("live.connect.takeover"), () => this.flow.takeOver(t("live.connect.takeover.reason")))]
      : [];
    return {
      words: t("live.word.connect"),
      what: t("live.connect.what"),
      primary: { label: t("live.connect.go"), busy: t("live.connect.busy"), press: () => this.flow.connect() },
      others: takeOver,
      say: t("live.connect.what"),
      side: step.side,
    };
  }

  [STEP.CONFIRM_SIDE]({ side }, sheet) {
    const { t, role } = this.words;
    const change = side !== sheet.firstSide;
    const both = sheet.injured === "BILATERAL";
    return {
      words: role(side),
      what: t(change ? "live.confirm.change" : both ? "live.confirm.both" : "live.confirm.first"),
      panel: { [side]: t("live.word.confirm") },
      extra: [this.since(side, sheet), ...(this.flow.plan?.marks(sheet.id, sheet.position.id, side) ?? [])],
      primary: { label: t("live.confirm.go", this.words.side(side)), press: () => this.flow.confirm(side) },
      others: [...this.undoLast(), ...(part(sheet, side).efforts.length > 0 ? this.sideEnd(side, sheet) : [])],
      say: t("live.confirm.say", role(side)),
    };
  }

  /** How long ago the other leg was: whoever comes back must know whether the legs can still be compared. */
  since(side, sheet) {
    const minutes = side === sheet.firstSide ? undefined : this.flow.minutesSince(sheet.firstSide);
    if (minutes === undefined) return null;
    const key = minutes > MOST_MINUTES_APART ? "flow.since.late" : minutes === 1 ? "flow.since.one" : "flow.since.many";
    const className = minutes > MOST_MINUTES_APART ? "problem" : "muted";
    return el("p", { className, id: "since", textContent: this.words.t(key, this.words.side(sheet.firstSide), minutes) });
  }

  count(sheet) {
    const { maximalEfforts: made, mostMaximalEfforts: most } = sheet;
    return el("p", { className: "muted stage-count", id: "count", textContent: this.words.t("flow.count", made, most) });
  }

  [STEP.TARE]({ side }, sheet) {
    const { t, role } = this.words;
    const what = t("live.tare." + sheet.position.tareState);
    return {
      words: role(side),
      what,
      panel: { [side]: t("live.word.tare") },
      extra: this.battery(sheet),
      primary: { label: t("live.tare.go"), busy: t("live.tare.busy"), press: () => this.flow.tare(side) },
      others: this.undoLast(),
      say: `${role(side)}. ${what}`,
    };
  }

  [STEP.PRACTICE]({ side }, sheet) {
    const { t, low } = this.words;
    const { answered, firstVisit } = this.flow.screening ?? {};
    const which = answered?.irritable ? "irritable" : firstVisit ? "first" : "what";
    return {
      words: t("flow.practice.title", this.words.role(side)),
      what: t("flow.practice." + which),
      panel: { [side]: t("flow.practice.word") },
      primary: { label: t("flow.practice.go"), press: () => this.flow.practised(side) },
      others: this.undoLast(),
      say: t("flow.practice.say", low(side)),
    };
  }

  effortWords(side, sheet) {
    const next = part(sheet, side).effortsKept + 1;
    const key = next > sheet.position.repetitions ? "live.ready.more" : "live.ready.effort";
    return this.words.t(key, this.words.role(side), next, sheet.position.repetitions);
  }

  [STEP.READY]({ side }, sheet, position) {
    const { t, whole } = this.words;
    const say = t("live.ready." + sheet.position.tareState, whole(5), whole(15));
    return {
      words: this.effortWords(side, sheet),
      what: say,
      quote: position.instruction,
      panel: { [side]: t("live.word.ready") },
      extra: [this.count(sheet), this.since(side, sheet), ...this.battery(sheet)],
      primary: { label: t("live.ready.go"), busy: t("live.word.wait"), press: () => this.flow.start(side) },
      others: [...this.undoLast(), ...this.sideEnd(side, sheet)],
      say: t("live.ready.say", this.words.low(side), part(sheet, side).effortsKept + 1),
    };
  }

  /** As the sensor told it between recordings; nothing where it does not tell. */
  battery(sheet) {
    const { t } = this.words;
    const percent = sheet.battery_pct !== undefined ? t("live.battery.percent", sheet.battery_pct) : "";
    const text = sheet.battery_mV !== undefined ? t("live.battery.volts", (sheet.battery_mV / 1000).toFixed(2)) : percent;
    return text ? [el("p", { className: "muted stage-battery", textContent: text })] : [];
  }

  sideEnd(side, sheet) {
    const { t } = this.words;
    if (part(sheet, side).efforts.length === 0 && side === sheet.firstSide) return [];
    const label = t(side === sheet.firstSide ? "live.side.next" : "live.side.finish");
    return [button(label, () => this.flow.finishSide(side))];
  }

  [STEP.REST]({ side }, sheet) {
    const { t } = this.words;
    return {
      words: this.words.role(side),
      what: t("live.rest.what", this.words.low(side), part(sheet, side).effortsKept + 1),
      panel: { [side]: this.flow.restLeft() },
      extra: [this.count(sheet)],
      primary: { label: t("live.rest.go"), press: () => this.flow.skipRest() },
      others: [...this.undoLast(), ...this.sideEnd(side, sheet)],
      say: t("live.rest.what", this.words.low(side), part(sheet, side).effortsKept + 1),
    };
  }

  [STEP.RECORDING]({ side }, sheet) {
    const { t, role, low } = this.words;
    return {
      words: role(side),
      what: t("live.recording.what"),
      extra: sheet.position.tareState === "UNLOADED" ? [el("p", { className: "pretension", id: "pretension" })] : [],
      primary: {
        label: t("live.recording.go"),
        busy: t("live.stop.busy"),
        danger: true,
        press: () => this.flow.stop(sheet.recording.id),
      },
      others: [button(t("live.recording.ask"), () => this.flow.sayForce())],
      say: t("live.recording.say", low(side)),
      bare: true,
    };
  }

  [STEP.DECIDE]({ side, effort }, sheet) {
    const { t, low, force } = this.words;
    const number = numberOf(sheet, side, effort);
    return {
      words: t("live.decide.value", number, this.words.side(side), force(effort.peak100_N)),
      what: t("live.decide.pain"),
      panel: { [side]: this.value(effort) },
      extra: [
        this.flags(effort),
        this.painRow(PAIN, (pain) => this.flow.decide(effort, side, { state: "ACCEPTED", pain })),
        this.excludeRow(effort, side),
      ],
      primary: { label: t("live.decide.go"), press: () => this.flow.decide(effort, side, { state: "ACCEPTED" }) },
      others: this.undoLast(),
      say: t("live.decide.say", number, low(side), force(effort.peak100_N)),
    };
  }

  /** A value with its unit, as the running force is shown. */
  value(effort) {
    if (effort.peak100_N === undefined) return this.words.t("live.effort.novalue");
    return { number: this.words.number(effort.peak100_N), unit: this.words.symbol };
  }

  flags(effort) {
    const { t, has } = this.words;
    const said = (effort.flags ?? []).map((flag) => "page.effort.flag." + flag).filter(has);
    if (said.length === 0) return null;
    const items = said.map((key) => el("li", { className: "flag", textContent: t("live.decide.flag", t(key)) }));
    return el("ul", { className: "flags" }, ...items);
  }

  painRow(values, choose) {
    const { t } = this.words;
    const row = el("div", { className: "pain-row", role: "group", "aria-label": t("live.pain.label"), tabIndex: -1 });
    for (const pain of values) {
      const said = pain === 0 ? t("live.pain.none") : pain === 10 ? t("live.pain.worst") : undefined;
      row.append(button(String(pain), () => choose(pain), { className: "btn stage-btn pain", "aria-label": said }));
    }
    return row;
  }

  excludeRow(effort, side) {
    const { t } = this.words;
    const row = el("div", { className: "exclude-row", role: "group", "aria-label": t("live.decide.exclude") });
    row.append(el("p", { className: "muted", textContent: t("live.decide.exclude") }));
    for (const reason of REASONS) {
      const label = t("live.exclude." + reason);
      row.append(button(label, () => this.flow.decide(effort, side, { state: "EXCLUDED", reason: label })));
    }
    return row;
  }

  [STEP.PAIN]({ side, effort }, sheet) {
    const { t, low } = this.words;
    const number = numberOf(sheet, side, effort);
    const aside = effort.state === "EXCLUDED";
    const stopped = aside && effort.rejection === "EARLY_RELEASE";
    return {
      words: t("live.decide.title", number, this.words.side(side)),
      what: aside ? t("live.pain.aside", this.words.reason(effort)) : t("live.pain.what"),
      panel: { [side]: t("live.word.pain") },
      extra: [this.painRow(PAIN, (pain) => this.flow.painWas(effort, side, pain))],
      others: [...this.undoLast(), ...(stopped ? [button(t("live.painstop.go"), () => this.flow.painStop(effort))] : [])],
      focus: ".pain-row",
      say: t("live.pain.say", number, low(side)),
    };
  }

  [STEP.PAIN_STOP]({ side, effort }, sheet) {
    const { t } = this.words;
    const number = numberOf(sheet, side, effort);
    const values = PAIN.filter((pain) => pain >= PAIN_LIMITED_FROM);
    return {
      words: t("live.decide.title", number, this.words.side(side)),
      what: t("live.painstop.what"),
      panel: { [side]: t("live.word.pain") },
      extra: [this.painRow(values, (pain) => this.flow.decide(effort, side, { state: "ACCEPTED", pain }))],
      others: [button(t("live.effort.undo"), () => this.flow.painStop(null))],
      focus: ".pain-row",
      say: t("live.painstop.what"),
    };
  }

  [STEP.BLOCKED]({ side }, sheet) {
    const { t } = this.words;
    const one = part(sheet, side);
    const over = isOver(one);
    const leave = { label: t(side === sheet.firstSide ? "live.side.next" : "live.side.finish"), press: () => this.flow.finishSide(side) };
    const look = { label: t("live.blocked.look"), busy: t("live.word.wait"), press: () => this.flow.look() };
    return {
      words: over ? t("live.blocked.stop", this.words.side(side)) : this.words.role(side),
      what: one.blockedWords ?? t("live.side.blocked"),
      panel: { [side]: t("live.word.blocked") },
      primary: over ? { label: t("live.blocked.seen"), press: () => this.flow.stopSeen(side) } : look,
      others: [...this.undoLast(), ...(over ? [] : [button(leave.label, leave.press)])],
      say: `${this.words.role(side)}. ${one.blockedWords ?? t("live.side.blocked")}`,
    };
  }

  [STEP.DONE](step, sheet) {
    const { t } = this.words;
    const more = [sheet.firstSide, other(sheet.firstSide)].map((side) => {
      const label = `${t("live.side.more")}: ${this.words.side(side)}`;
      return isOver(part(sheet, side)) ? null : button(label, () => this.flow.more(side));
    });
    const said = sheet.words ? [sheet.words.values, sheet.words.sentence, sheet.words.state] : [t("live.done.nosymmetry")];
    return {
      words: t("live.done.title", sheet.position.name),
      panel: { LEFT: this.result(sheet.left), RIGHT: this.result(sheet.right) },
      blocked: [sheet.left, sheet.right].filter(isOver).map((one) => one.blockedWords).filter(Boolean),
      extra: [this.swapQuestion(sheet), ...symmetryPart(sheet, this.words), this.doubts(sheet)],
      primary: this.afterPosition(),
      others: [
        ...this.undoLast(),
        ...(this.flow.nextPosition ? [button(t("live.done.summary"), () => this.flow.leave())] : []),
        noteButton(this.flow, this.words),
        ...more.filter(Boolean),
        button(t("live.done.another"), () => this.flow.another()),
        button(t("live.done.close"), () => this.flow.close(), { title: t("live.done.close.what") }),
      ],
      say: t("live.done.say", [sheet.swapDoubt?.words, ...said].filter(Boolean).join(" ")),
      side: null,
      done: true,
    };
  }

  /** The legs look exchanged: asked before their values are used, and never done by itself. */
  swapQuestion(sheet) {
    if (!sheet.swapDoubt || this.flow.memory.sidesRight) return null;
    const { t } = this.words;
    return el(
      "div",
      { className: "problem swap-question", id: "swap-question", role: "group", "aria-label": t("flow.swap.title") },
      el("p", { textContent: sheet.swapDoubt.words }),
      el("div", { className: "actions" }, button(t("flow.swap.right"), () => this.flow.sidesAreRight()), button(t("flow.swap.go"), () => this.flow.swapSides())),
    );
  }

  /** Where two values make no symmetry, whose flags say it, what must be known of each stands here. */
  doubts(sheet) {
    if (sheet.words) return null;
    const said = [sheet.left, sheet.right].flatMap((one) => {
      const flags = (one.result?.flags ?? []).map((flag) => "page.flag." + flag).filter(this.words.has);
      return flags.map((key) => `${this.words.side(one.side)}: ${this.words.t(key)}`);
    });
    return said.length ? el("ul", { className: "flags" }, ...said.map((text) => el("li", { className: "flag", textContent: text }))) : null;
  }

  /** The next position of the suggestion, or the summary when there is none. */
  afterPosition() {
    const { t } = this.words;
    const id = this.flow.nextPosition;
    if (!id) return { label: t("live.done.summary"), press: () => this.flow.leave() };
    const { name } = this.flow.view.positions.find((position) => position.id === id);
    return { label: t("flow.next", name), busy: t("live.connect.busy"), press: () => this.flow.advance() };
  }

  result(side) {
    if (!side.result) return this.words.t("live.panel.result.none");
    return { number: this.words.number(side.result.value_N), unit: this.words.symbol };
  }

  [STEP.CLOSED]() {
    const { t } = this.words;
    return {
      words: t("live.done.closed"),
      what: t("live.closed.what"),
      primary: { label: t("live.done.summary"), press: () => this.flow.leave() },
      say: t("live.done.closed"),
    };
  }
}

/** Puts the lists of efforts under the stage; nothing of earlier efforts while one is made. */
export function showLists(face, sheet, words, press) {
  const lists = byId("lists");
  if (face.bare || !sheet) lists.replaceChildren();
  else lists.replaceChildren(...effortLists(sheet, words, press, face.done === true));
}
