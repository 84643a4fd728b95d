// What the presses do: ask the server, take its answer, show the next step. The server decides; this page follows.

import { Fault } from "./api.js";
import { Guide } from "./guide.js";
import { newMemory, part } from "./steps.js";
import { numberOf } from "./stage.js";

const HELD = new Set(["SENSOR_HELD_STALE", "WRONG_STATE"]);

/** An id for one intended start: the same one however often it must be sent. */
export function newRequestId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export class Flow {
  /** `shown` has `refresh()`, `say(text)`, `fault(problem)`, `calm()`, `board`. */
  constructor(view, words, api, shown) {
    this.view = view;
    this.words = words;
    this.api = api;
    this.shown = shown;
    this.memory = newMemory();
    this.sheet = null;
    this.tests = [];
    this.busy = false;
    this.looking = false;
    this.missed = false;
    this.acts = 0;
    this.held = false;
    this.requestId = null;
    this.loaded = false;
    this.screening = null;
    this.plan = null;
    this.skew = 0;
    this.guide = new Guide(view.visit);
  }

  /** The visit as it is stored, the newest test or the one that records. */
  async load() {
    await this.guarded(async () => {
      const visit = await this.api.visit();
      const first = !this.loaded;
      this.tests = visit.tests;
      this.screening = visit.closed ? null : await this.api.screening();
      this.loaded = true;
      const running = visit.tests.find((test) => test.recording);
      const kept = visit.tests.find((test) => test.id === this.sheet?.id);
      const choosing = !first && !this.sheet && !running; // a form that is being filled in stays
      if (!choosing) this.take(running ?? kept ?? visit.tests.at(-1) ?? null);
      if (visit.closed && !this.sheet) this.take({ visitClosed: true });
      if (this.sheet?.left) this.recallSides();
      this.skew = Date.parse(visit.now) - Date.now();
    });
    const connected = this.sheet && !this.sheet.visitClosed && !this.sheet.recording;
    if (connected && [this.sheet.left, this.sheet.right].some((side) => side.blocked === "NOT_CONNECTED")) await this.connect();
  }

  /** What was left or read of this test before the page was loaded again. */
  recallSides() {
    const finished = this.guide.finishedOf(this.sheet.id);
    this.memory.finished = { ...finished, ...this.memory.finished };
    this.memory.told = { ...finished, ...this.memory.told };
  }

  /** What is suggested, once, when nothing records: looking for sensors disturbs those that send. */
  async suggest() {
    if (!this.sheet?.left || this.sheet.visitClosed || this.sheet.recording || this.plan?.data || this.asking) return;
    this.asking = true;
    await this.plan?.load();
    this.asking = false;
    this.shown.refresh();
  }

  /** The sheet again: something happened elsewhere. Presses do not wait for it, and what is done meanwhile is newer than its answer. */
  async look() {
    this.missed = this.busy || this.looking; // looked at afterwards
    if (this.missed || !this.sheet?.id) return;
    this.looking = true;
    const { acts } = this;
    try {
      const sheet = await this.api.sheet(this.sheet.id);
      if (acts === this.acts) this.take(sheet);
    } catch (problem) {
      if (!(problem instanceof Fault)) throw problem;
      this.shown.fault(problem);
    } finally {
      this.looking = false;
      this.afterwards();
    }
  }

  afterwards() {
    this.shown.refresh();
    if (this.missed && !this.busy) this.look();
    else this.suggest();
  }

  take(sheet) {
    if (sheet?.id !== this.sheet?.id) this.memory = newMemory(); // what was said of one test is not true of another
    this.sheet = sheet;
    if (sheet?.recording) this.requestId = null; // what was asked for has begun
    if (sheet?.recording) this.shown.board.begin(sheet.recording.id);
    if (sheet?.left) this.shown.board.growFor(sheet);
  }

  /** One thing at a time; what the server refuses is said, and the page shows how it is. */
  async guarded(work) {
    if (this.busy) return false;
    this.busy = true;
    this.acts++;
    this.shown.calm();
    this.shown.refresh();
    let done = false;
    try {
      await work();
      done = true;
    } catch (problem) {
      if (!(problem instanceof Fault)) throw problem;
      await this.afterFault(problem);
    } finally {
      this.busy = false;
      this.afterwards();
    }
    return done;
  }

  async afterFault(problem) {
    this.shown.fault(problem);
    if ((problem.status === 409 || problem.status === 412 || problem.status === 502) && this.sheet?.id) {
      this.take(await this.api.sheet(this.sheet.id).catch(() => this.sheet));
    }
  }

  /** What still comes before the next effort, beside what the sheet says. */
  get ahead() {
    return {
      unscreened: this.screening?.blocked !== undefined,
      warmUp: this.guide.wantsWarmUp && this.tests.length === 0,
      practice: (test, side) => this.guide.wantsPractice(test, side),
    };
  }

  screen(answers) {
    return this.guarded(async () => {
      try {
        this.screening = await this.api.screen(answers);
      } catch (problem) {
        if (problem.status === 409 || problem.status === 412) this.screening = await this.api.screening();
        throw problem;
      }
      if (this.screening.blocked === undefined) this.guide.begin();
    }).then((done) => (done && this.screening.blocked === undefined && this.sheet ? this.load() : undefined));
  }

  warmedUp() {
    this.guide.warmedUp();
    this.shown.refresh();
  }

  practised(side) {
    this.guide.practised(this.sheet.id, side);
    this.shown.refresh();
  }

  setUp(chosen) {
    return this.guarded(async () => {
      this.take(await this.api.setUp(chosen));
      this.tests = [...this.tests, this.sheet];
      this.shown.board.begin(null);
      this.take(await this.connected());
    });
  }

  async connected() {
    try {
      const sheet = await this.api.connect(this.sheet.id);
      this.held = false;
      return sheet;
    } catch (problem) {
      this.held = problem instanceof Fault && problem.status === 409 && HELD.has(problem.code);
      throw problem;
    }
  }

  connect() {
    return this.guarded(async () => this.take(await this.connected()));
  }

  takeOver(reason) {
    return this.guarded(async () => {
      this.take(await this.api.takeOver(this.sheet.id, reason));
      this.held = false;
    });
  }

  confirm(side) {
    this.memory.confirmed = side;
    this.memory.restUntil = this.restAfter(side);
    this.shown.refresh();
  }

  tare(side) {
    return this.guarded(async () => {
      const zero = await this.api.tare(this.sheet.id, side);
      if (!zero.accepted) throw new Fault(422, zero.refusal, zero.refusalWords ?? "");
      this.take(await this.api.sheet(this.sheet.id));
      this.shown.say(this.words.t("live.tare.done", this.words.side(side)));
    });
  }

  start(side) {
    return this.guarded(async () => {
      this.requestId ??= newRequestId();
      try {
        const recording = await this.api.start(this.sheet.id, side, this.requestId, this.shown.condition());
        this.requestId = null;
        if (recording.state === "OPEN") this.shown.board.begin(recording.id);
        else this.shown.note(this.words.t("live.start.over"));
      } catch (problem) {
        if (problem.status !== 0) this.requestId = null; // answered: another press is another start
        throw problem;
      }
      this.memory.last = null;
      this.take(await this.api.sheet(this.sheet.id));
    });
  }

  stop(recording) {
    return this.guarded(async () => {
      const { side } = this.sheet.recording;
      this.requestId = null;
      this.take(await this.api.stop(recording));
      this.memory.restUntil = performance.now() + this.sheet.position.rest_s * 1000;
      this.sayFound(recording, side);
    });
  }

  sayFound(recording, side) {
    const found = part(this.sheet, side).efforts.filter((effort) => effort.recording === recording).length;
    if (found === 0) this.shown.note(this.words.t("live.stop.none"));
  }

  decide(effort, side, decision) {
    return this.guarded(async () => {
      const number = numberOf(this.sheet, side, effort);
      this.take(await this.api.decide(effort, decision));
      this.memory.last = { id: effort.id, side, number };
      this.memory.painStop = null;
      this.memory.askAgain = null;
      const key = decision.state === "EXCLUDED" ? "live.excluded.said" : "live.kept.said";
      this.shown.say(this.words.t(key, number, this.words.low(side)));
    });
  }

  undo(effort, side, number) {
    return this.guarded(async () => {
      this.take(await this.api.decide(effort, { state: "CANDIDATE" }));
      this.memory.last = null;
      this.reopen(side);
      this.shown.say(this.words.t("live.undo.said", number, this.words.low(side)));
    });
  }

  undoLast() {
    const { id, side, number, aside } = this.memory.last;
    const effort = part(this.sheet, side).efforts.find((one) => one.id === id);
    if (effort && aside) return this.askAgain(effort, side);
    return effort ? this.undo(effort, side, number) : undefined;
  }

  /** The answer about an effort, which counts as it did before. */
  painWas(effort, side, pain) {
    const { state, rejection, reason } = effort;
    if (state !== "EXCLUDED") return this.decide(effort, side, { state, pain });
    return this.guarded(async () => {
      const number = numberOf(this.sheet, side, effort);
      const same = rejection === undefined ? { state, reason } : { state: "CANDIDATE" }; // the machine's reason comes back by itself
      this.take(await this.api.decide(effort, { ...same, pain }));
      this.memory.askAgain = null;
      this.memory.last = { id: effort.id, side, number, aside: true };
      this.shown.say(this.words.t("live.pain.said", number, this.words.low(side), pain));
    });
  }

  /** A side that pain had ended is not over because of an answer that is taken back. */
  reopen(side) {
    if (!this.memory.told[side]) return;
    this.memory.told[side] = false;
    this.memory.finished[side] = false;
    this.guide.finish(this.sheet.id, side, false);
  }

  askAgain(effort, side) {
    this.reopen(side);
    this.memory.askAgain = effort.id;
    this.memory.last = null;
    this.shown.refresh();
  }

  /** That a side ends because of pain has been read. */
  stopSeen(side) {
    this.memory.told[side] = true;
    this.finishSide(side);
  }

  painStop(effort) {
    this.memory.painStop = effort?.id ?? null;
    this.shown.refresh();
  }

  /** Until when this leg rests after its last recording, on this page's clock: the rest goes on when a page is loaded again. */
  restAfter(side) {
    const last = part(this.sheet, side).recordings.at(-1);
    if (!last) return 0;
    const { hold_s, rest_s } = this.sheet.position;
    const until = Date.parse(last.startedAt) + (hold_s + rest_s) * 1000;
    return performance.now() + until - (Date.now() + this.skew);
  }

  /** Whole minutes since the last recording of a side began; nothing where it has none. */
  minutesSince(side) {
    const last = part(this.sheet, side).recordings.at(-1);
    return last ? Math.max(0, Math.floor((Date.now() + this.skew - Date.parse(last.startedAt)) / 60_000)) : undefined;
  }

  restLeft() {
    const seconds = Math.max(0, Math.ceil((this.memory.restUntil - performance.now()) / 1000));
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }

  skipRest() {
    this.memory.restUntil = 0;
    this.shown.refresh();
  }

  finishSide(side) {
    this.memory.finished[side] = true;
    this.guide.finish(this.sheet.id, side, true);
    this.memory.wanted[side] = undefined;
    this.memory.restUntil = 0;
    this.shown.refresh();
  }

  more(side) {
    this.memory.finished[side] = false;
    this.guide.finish(this.sheet.id, side, false);
    this.memory.wanted[side] = part(this.sheet, side).effortsKept + 1;
    this.memory.confirmed = null;
    this.shown.refresh();
  }

  /** The position that comes next by what is suggested, or by the last visit. */
  get nextPosition() {
    return this.plan?.next(this.tests.map((test) => test.position.id));
  }

  /** Goes on by itself where all is known from the last time; the sensor that is connected stays the one. */
  advance() {
    const chosen = this.plan.complete(this.nextPosition);
    if (chosen && chosen.sensor === this.sheet.sensor.id) return this.setUp(chosen);
    return this.another();
  }

  another() {
    this.take(null);
    this.shown.refresh();
  }

  /** Every effort of this test was of the other leg. */
  swapSides() {
    return this.guarded(async () => {
      this.take(await this.api.swapSides(this.sheet.id, this.words.t("flow.swap.reason"), this.sheet.sidesVersion));
      this.shown.say(this.words.t("flow.swap.said"));
    });
  }

  sidesAreRight() {
    this.memory.sidesRight = true;
    this.shown.refresh();
  }

  leave() {
    location.assign(`/visits/${this.view.visit}`);
  }

  async close() {
    const closed = await this.guarded(() => this.api.close(this.sheet.visitVersion));
    if (closed) this.leave();
  }

  sayForce() {
    const newtons = this.shown.board.now();
    const { t, force } = this.words;
    this.shown.say(newtons === undefined ? t("live.word.lost") : t("live.recording.force", force(newtons)));
  }
}
