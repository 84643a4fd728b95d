// Cues at the plinth: the same words at the same moments for every effort, as text, as a tone of their own and as a voice.
// None of them follows the running force (decision S3): the clock gives them, and what the sensor or the server said.

import { el } from "./dom.js";

export const CUES = Object.freeze(["READY", "GO", "HOLD", "RELAX", "REJECTED", "SIGNAL_LOST"]);

/** From rest to "go": the baseline of the effort is taken from it. */
export const LEAD_MS = 2000;
/** The strap has been taken up, and is still, for as long as a baseline needs. */
const STILL_MS = 1000;
const LOOK_MS = 100;
const RELAX_AFTER_LOSS_MS = 1200; // behind the words that the signal is lost
/** From "go" to "hold": force has been taken up by then. */
export const HOLD_AFTER_MS = 1500;

/** Frequency [Hz], begin [s] and length [s] of each beep: no two cues sound alike. */
const TONES = {
  READY: [[440, 0, 0.12], [440, 0.2, 0.12]],
  GO: [[880, 0, 0.4]],
  HOLD: [[660, 0, 0.15]],
  RELAX: [[660, 0, 0.18], [440, 0.2, 0.3]],
  REJECTED: [[220, 0, 0.25], [220, 0.35, 0.25]],
  SIGNAL_LOST: [[330, 0, 0.2], [247, 0.22, 0.2], [330, 0.44, 0.2], [247, 0.66, 0.2]],
};
const LOUDNESS = 0.25;
const EDGE_S = 0.015; // softens both ends of a beep, which would click

const STORE = "plinth-cues";
const USUAL = { tones: true, voice: false, cues: [...CUES], patientSees: false };

/** What this browser gives; kept from visit to visit. */
export class CueChoice {
  constructor(storage) {
    this.storage = storage;
    this.now = { ...USUAL, ...this.kept() };
  }

  kept() {
    try {
      const { tones, voice, cues, patientSees } = JSON.parse(this.storage.getItem(STORE)) ?? {};
      const known = Array.isArray(cues) ? CUES.filter((cue) => cues.includes(cue)) : [...CUES];
      return { tones: tones !== false, voice: voice === true, cues: known, patientSees: patientSees === true };
    } catch {
      return {}; // storage may be forbidden, or hold what is not ours
    }
  }

  set(change) {
    this.now = { ...this.now, ...change };
    try {
      this.storage.setItem(STORE, JSON.stringify(this.now));
    } catch {
      // the choice then lasts for this page
    }
  }

  turn(cue, on) {
    this.set({ cues: CUES.filter((one) => (one === cue ? on : this.now.cues.includes(one))) });
  }
}

/** Whether two conditions would be felt as the same by the patient. */
export function alike(one, other) {
  const text = ({ tones, voice, cues, patientSees }) => JSON.stringify([tones, voice, patientSees, CUES.filter((cue) => cues.includes(cue))]);
  return text(one) === text(other);
}

/** Gives cues: `schedule(start)` those of an effort, `give(cue)` one, `quiet()` ends them. */
export class Cues {
  constructor(words, choice) {
    this.words = words;
    this.choice = choice;
    this.waiting = [];
    this.text = el("span", { className: "cue-text" });
    this.root = el(
      "p",
      { className: "stage-cue", role: "status", "aria-live": "assertive", "aria-atomic": "true", hidden: true },
      el("span", { className: "cue-shape", "aria-hidden": "true" }),
      this.text,
    );
  }

  /**
   * The cues of one effort; `hold_s` 0 where nothing is held. Where a strap has to be taken up, `strap()` says "slack", "good",
   * "tight" or "gone" when she pushes: "go" waits until it has been good for a second, and does not come when she has begun.
   */
  schedule(hold_s, strap) {
    this.stop();
    this.give("READY");
    if (strap) this.await(hold_s, strap);
    else this.go(hold_s, LEAD_MS);
  }

  await(hold_s, strap) {
    let goodSince;
    const watch = setInterval(() => {
      const now = performance.now();
      const state = strap();
      goodSince = state === "good" ? (goodSince ?? now) : undefined;
      const still = goodSince !== undefined && now - goodSince >= STILL_MS;
      if (!still && state !== "gone") return;
      clearInterval(watch);
      if (still) this.go(hold_s, 0);
      else this.follow(hold_s, 0);
    }, LOOK_MS);
    this.waiting.push(watch);
  }

  go(hold_s, after) {
    this.later("GO", after);
    this.follow(hold_s, after);
  }

  /** What comes behind "go". */
  follow(hold_s, after) {
    this.under = true;
    if (hold_s <= 0) return;
    if (hold_s * 1000 > HOLD_AFTER_MS) this.later("HOLD", after + HOLD_AFTER_MS);
    this.later("RELAX", after + hold_s * 1000);
  }

  /** Nothing that follows the clock can be trusted any more: whoever pushes is told to stop. */
  lost() {
    const under = this.under;
    this.stop();
    this.give("SIGNAL_LOST");
    if (under) this.later("RELAX", RELAX_AFTER_LOSS_MS);
  }

  later(cue, after) {
    this.waiting.push(setTimeout(() => this.give(cue), after));
  }

  /** No cue of the effort follows any more. */
  stop() {
    this.waiting.forEach(clearTimeout); // ends those that repeat as well
    this.waiting = [];
    this.under = false;
  }

  quiet() {
    this.stop();
    this.root.hidden = true;
    this.root.dataset.cue = "";
    this.text.textContent = "";
  }

  give(cue) {
    const { tones, voice, cues } = this.choice.now;
    if (!cues.includes(cue)) return;
    const text = this.words.t("stage.cue." + cue);
    this.root.hidden = false;
    this.root.dataset.cue = cue;
    this.text.textContent = text;
    if (tones) this.sound(TONES[cue]);
    if (voice) speak(text);
  }

  sound(beeps) {
    const context = (this.context ??= newContext());
    if (!context) return; // no sound here: the text stands
    context.resume?.();
    for (const [hertz, from, length] of beeps) beep(context, hertz, context.currentTime + from, length);
  }
}

function newContext() {
  return globalThis.AudioContext ? new AudioContext() : null;
}

/** One beep at a time of the audio clock. */
export function beep(context, hertz, at, length) {
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(LOUDNESS, at + EDGE_S);
  volume.gain.setValueAtTime(LOUDNESS, at + length - EDGE_S);
  volume.gain.linearRampToValueAtTime(0, at + length);
  tone.connect(volume);
  volume.connect(context.destination);
  tone.start(at);
  tone.stop(at + length);
}

function speak(text) {
  const { speechSynthesis, SpeechSynthesisUtterance } = globalThis;
  if (!speechSynthesis || !SpeechSynthesisUtterance) return;
  speechSynthesis.cancel(); // what is late is not a cue
  const said = new SpeechSynthesisUtterance(text);
  said.lang = document.documentElement.lang || "en";
  speechSynthesis.speak(said);
}
