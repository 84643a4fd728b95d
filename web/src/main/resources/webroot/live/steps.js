// Where a test stands: derived from what the server has stored and the little that only this page knows. Pure.

export const STEP = Object.freeze({
  SCREENING: "SCREENING",
  WARMUP: "WARMUP",
  SETUP: "SETUP",
  CONNECT: "CONNECT",
  CONFIRM_SIDE: "CONFIRM_SIDE",
  TARE: "TARE",
  PRACTICE: "PRACTICE",
  READY: "READY",
  REST: "REST",
  RECORDING: "RECORDING",
  DECIDE: "DECIDE",
  PAIN: "PAIN",
  PAIN_STOP: "PAIN_STOP",
  BLOCKED: "BLOCKED",
  DONE: "DONE",
  CLOSED: "CLOSED",
});

/** What ends a side for this visit. */
const FINAL = new Set(["PAIN_STOP", "PAIN_NO_FURTHER", "EFFORT_LIMIT"]);

/** What ends it because it hurts: told before anything else is asked of the patient. */
const HURTS = new Set(["PAIN_STOP", "PAIN_NO_FURTHER"]);

/** What only this page knows of a test. */
export function newMemory() {
  return { confirmed: null, finished: {}, wanted: {}, restUntil: 0, last: null, painStop: null, askAgain: null, told: {} };
}

export const other = (side) => (side === "LEFT" ? "RIGHT" : "LEFT");
export const part = (sheet, side) => (side === "LEFT" ? sheet.left : sheet.right);

/** All efforts of a sheet with their side, first side first. */
export function effortsOf(sheet) {
  return [sheet.firstSide, other(sheet.firstSide)].flatMap((side) =>
    part(sheet, side).efforts.map((effort) => ({ side, effort })),
  );
}

/** An effort of a recording of which nothing counts and after which nobody asked for pain. */
function setAsideUnasked(efforts) {
  const answered = new Set(efforts.filter(({ effort }) => effort.state !== "EXCLUDED" || effort.pain !== undefined).map(({ effort }) => effort.recording));
  return efforts.find(({ effort }) => !answered.has(effort.recording) && !isMoved(effort));
}

/** Counts with another patient now. */
export const isMoved = (effort) => effort.state === "EXCLUDED" && effort.reason === "MOVED";

/** The side that is over because of pain, until that has been read. */
function hurting(sheet, memory) {
  return [sheet.firstSide, other(sheet.firstSide)].find((side) => HURTS.has(part(sheet, side).blocked) && !memory.told[side]);
}

/** Whether nothing more may be done on this side at this visit. */
export const isOver = (side) => FINAL.has(side.blocked);

function isFinished(sheet, memory, side) {
  const one = part(sheet, side);
  if (memory.finished[side] || isOver(one)) return true;
  const second = other(sheet.firstSide);
  const moved = side === sheet.firstSide && part(sheet, second).efforts.length > 0 && !memory.wanted[side];
  return moved || one.effortsKept >= Math.max(sheet.position.repetitions, memory.wanted[side] ?? 0);
}

/** The side whose turn it is; null when both are done. */
export function turn(sheet, memory) {
  if (!isFinished(sheet, memory, sheet.firstSide)) return sheet.firstSide;
  const second = other(sheet.firstSide);
  return isFinished(sheet, memory, second) ? null : second;
}

/** The step, its side and the effort that it is about. */
export function stepOf(sheet, memory, now, ahead = {}) {
  if (sheet?.visitClosed) return { name: STEP.CLOSED };
  if (!sheet) return { name: ahead.unscreened ? STEP.SCREENING : ahead.warmUp ? STEP.WARMUP : STEP.SETUP };
  if (sheet.recording) return { name: STEP.RECORDING, side: sheet.recording.side };
  const efforts = effortsOf(sheet);
  const unasked = efforts.find(({ effort }) => effort.state === "ACCEPTED" && effort.pain === undefined);
  if (unasked) return { name: STEP.PAIN, ...unasked };
  const undecided = efforts.find(({ effort }) => effort.state === "CANDIDATE");
  if (undecided) return { name: STEP.DECIDE, ...undecided };
  const stopped = efforts.find(({ effort }) => effort.id === memory.painStop && effort.state === "EXCLUDED");
  if (stopped) return { name: STEP.PAIN_STOP, ...stopped };
  const aside = efforts.find(({ effort }) => effort.id === memory.askAgain) ?? setAsideUnasked(efforts);
  if (aside) return { name: STEP.PAIN, ...aside };
  const hurt = hurting(sheet, memory);
  if (hurt) return { name: STEP.BLOCKED, side: hurt };
  const side = turn(sheet, memory);
  if (side !== null && ahead.unscreened) return { name: STEP.SCREENING };
  if (side !== null && ahead.warmUp) return { name: STEP.WARMUP };
  return side === null ? { name: STEP.DONE } : before(sheet, memory, side, now, ahead);
}

/** The steps before a recording. */
function before(sheet, memory, side, now, ahead) {
  const { blocked } = part(sheet, side);
  if (blocked === "NOT_CONNECTED") return { name: STEP.CONNECT, side };
  if (blocked && blocked !== "NOT_TARED") return { name: STEP.BLOCKED, side };
  if (memory.confirmed !== side) return { name: STEP.CONFIRM_SIDE, side };
  if (blocked === "NOT_TARED") return { name: STEP.TARE, side };
  const fresh = part(sheet, side).efforts.length === 0;
  if (fresh && ahead.practice?.(sheet.id, side)) return { name: STEP.PRACTICE, side };
  return { name: now < memory.restUntil ? STEP.REST : STEP.READY, side };
}
