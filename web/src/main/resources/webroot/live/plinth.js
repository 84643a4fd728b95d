// Plinth mode: the pedal's keys, the cues, and the question when the cues are others than last time.

import { alike, CueChoice, Cues } from "./cues.js";
import { button, byId, el } from "./dom.js";
import { Keys } from "./keys.js";
import { Last } from "./last.js";
import { Pad } from "./pad.js";
import { settings } from "./settings.js";
import { other, part, STEP } from "./steps.js";
import { isSubmaximal, Target } from "./target.js";
import { Tester } from "./tester.js";

export class PlinthMode {
  /** `refresh()` shows the step again. */
  constructor(words, flow, board, pretension, refresh) {
    this.words = words;
    this.flow = flow;
    this.pretension = pretension;
    this.board = board;
    this.last = new Last(words, flow.api, board);
    this.target = new Target(words, () => this.aimed());
    this.pad = new Pad(words, flow, refresh);
    this.tester = new Tester(words, flow.api);
    this.refresh = refresh;
    this.choice = new CueChoice(globalThis.localStorage);
    this.cues = new Cues(words, this.choice);
    this.starting = false;
    this.rejected = false;
    this.recording = null;
    this.settled = "";
    this.rejectedAt = "";
    const primary = byId("primary");
    primary.before(this.cues.root);
    // a locked page stands outside the document: no key may reach it
    const alive = () => document.documentElement.classList.contains("at-plinth") && primary.isConnected && !document.querySelector("dialog[open]");
    this.keys = new Keys(globalThis.localStorage, alive, {
      go: () => {
        if (primary.hidden) return;
        primary.focus({ preventScroll: true });
        primary.click();
      },
      undo: () => byId("others").querySelector("[data-undo]")?.click(),
    });
    const link = el("a", { href: `/visits/${flow.view.visit}/readings`, textContent: words.t("stage.readings") });
    byId("setup").after(el("p", { className: "readings-link" }, link));
    byId("stage").append(settings(words, this.choice, this.keys, refresh, this.pad.root));
  }

  /** Under what the patient works now; asked for when an effort is started. */
  condition() {
    this.starting = true;
    this.pad.hold(this.flow.sheet.id, this.pad.now.side, this.aim);
    return this.given();
  }

  /** What this browser can give of the cues that were chosen, and whether the patient sees the force: on this screen, or on her pad. */
  given() {
    const { tones, voice, patientSees, ...rest } = this.choice.now;
    const sees = patientSees || this.pad.shows(this.aim);
    return { ...rest, tones: tones && "AudioContext" in globalThis, voice: voice && "speechSynthesis" in globalThis, patientSees: sees };
  }

  /** Another force is to be held: it stands on the trace and on the pad, and what is being typed is left alone. */
  aimed() {
    if (!this.marked) return;
    const [step, sheet] = this.marked;
    this.mark(step, sheet);
    this.pad.hold(sheet.id, step.side, this.aim);
  }

  /** A step is shown: gives what belongs to it, and may put a question before its press. */
  step(step, sheet, face) {
    const running = step.name === STEP.RECORDING ? sheet.recording.id : null;
    if (running !== this.recording) {
      if (running !== null) this.begin(sheet);
      else this.end(sheet);
      this.recording = running;
    }
    const place = [step.name, step.side, step.effort?.id].join(" ");
    if (this.rejected) this.rejectedAt = place;
    else if (this.rejectedAt && this.rejectedAt !== place) this.clear();
    this.rejected = false;
    this.mark(step, sheet);
    const answer = this.pad.step(step, sheet, face, this.aim);
    if (step.name === STEP.DECIDE) return [...this.last.beside(sheet, step.side, step.effort), ...answer];
    this.last.hide();
    if (step.name !== STEP.READY) return answer;
    return [...this.question(sheet, face), ...answer, ...(isSubmaximal(sheet) ? [this.target.root] : [])];
  }

  /** What stands on the trace beside the force. */
  mark(step, sheet) {
    this.marked = [step, sheet];
    const marks = { capacity: sheet.sensor?.capacity_N };
    if (step.side && isSubmaximal(sheet)) {
      const best = part(sheet, step.side).result?.value_N;
      const otherBest = part(sheet, other(step.side)).result?.value_N;
      marks.target = this.target.of({ best, otherBest, mass: sheet.bodyMass_kg });
      if (marks.target) marks.targetText = this.words.t("stage.target.line", this.words.whole(marks.target));
    }
    this.aim = marks.target;
    this.board.marks(marks);
  }

  /** Only an effort that was started here has its cues: after a reload nobody knows how far it is. */
  begin(sheet) {
    const strap = sheet.position.tareState === "UNLOADED" ? () => this.pretension.now() : undefined;
    if (this.starting) this.cues.schedule(sheet.position.hold_s, strap);
    this.starting = false;
  }

  end(sheet) {
    this.cues.quiet();
    const made = sheet.left ? ["LEFT", "RIGHT"].flatMap((side) => part(sheet, side).efforts) : [];
    const found = made.filter((effort) => effort.recording === this.recording);
    this.rejected = found.some((effort) => effort.rejection !== undefined);
    if (this.rejected) this.cues.give("REJECTED");
  }

  /** What was rejected is told at the step after it, and no longer. */
  clear() {
    this.rejectedAt = "";
    if (this.recording === null) this.cues.quiet();
  }

  lost(lost) {
    if (lost) {
      this.cues.lost();
    } else {
      this.cues.quiet();
    }
  }

  /** Other cues than last time make other numbers (decision M21): said, and answered once, before the next effort. */
  question(sheet, face) {
    const before = sheet.lastFeedback;
    const now = this.given();
    const key = sheet.id + JSON.stringify(now);
    if (!before || alike(before, now) || this.settled === key) return [];
    const { t } = this.words;
    const go = { label: t("stage.changed.keep"), press: () => this.answer(key) };
    face.primary = go;
    face.say = t("stage.changed.what", this.say(before), this.say(now));
    const back = button(t("stage.changed.back"), () => {
      this.choice.set({ tones: before.tones, voice: before.voice, cues: before.cues, patientSees: before.patientSees });
      this.answer("");
    });
    return [el("div", { className: "note cue-changed" }, el("p", { textContent: face.say }), back)];
  }

  answer(key) {
    this.settled = key;
    this.refresh();
  }

  /** A condition in words. */
  say({ tones, voice, cues, patientSees }) {
    const { t } = this.words;
    const ways = [tones ? t("stage.say.tones") : "", voice ? t("stage.say.voice") : ""].filter(Boolean);
    const how = cues.length === 0 ? t("stage.say.none") : t("stage.say.cues", cues.length, ways.join(t("stage.say.and")) || t("stage.say.text"));
    return patientSees ? how + t("stage.say.sees") : how;
  }
}
