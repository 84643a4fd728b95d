// A stopwatch for holds and a counter with a metronome for repetitions, worked by one key: the button that has the focus. What
// it gives goes into the form; a value that is then typed over is a typed one again.

import { beep } from "./cues.js";
import { button, el } from "./dom.js";

const TICK_MS = 100;
const AHEAD_S = 0.3; // beats are given to the audio clock before they are due: a timer of the page is not steady
const UP_HZ = 880;
const DOWN_HZ = 440;
const BEEP_S = 0.06;
const LOCK_MS = 400; // a pedal bounces, and people press twice

/** Tenths of a second that have passed, never rounded up. */
export const tenths = (millis) => Math.floor(millis / 100) / 10;

/** Beats that are due until `until` [s of the audio clock], from `begun`, after the first `given` ones. */
export function beats(begun, until, given, perMinute) {
  const every = 60 / perMinute;
  const due = [];
  for (let n = given; begun + n * every <= until; n++) due.push({ n, at: begun + n * every, up: n % 2 === 0 });
  return due;
}

class Clock {
  constructor(root) {
    this.told = JSON.parse(root.dataset.clock);
    this.holds = this.told.quantity === "HOLD_TIME";
    this.form = root.closest("form");
    this.number = el("p", { className: "clock-number", textContent: "0", "aria-hidden": "true" });
    this.says = el("p", { className: "clock-says", role: "status" });
    this.go = button(this.t("clock.start"), () => this.press(), { className: "btn btn-primary" });
    this.warn = button(this.t("clock.warn"), () => this.warned(), { className: "btn" });
    this.stopIt = button(this.t("clock.stop"), () => this.stop("clock.stopped"), { className: "btn" });
    this.warnings = el("input", { type: "hidden", name: "warnings", value: "0" });
    this.source = el("input", { type: "hidden", name: "source", value: "TYPED" });
    root.append(this.number, this.says, el("div", { className: "clock-actions" }, this.warn, this.stopIt, this.go), this.warnings, this.source);
    for (const name of ["value", "again"]) {
      this.form.elements[name].addEventListener("input", () => {
        this.source.value = "TYPED";
      });
    }
    this.rest();
    setInterval(() => this.tick(), TICK_MS);
    this.go.addEventListener("keydown", (event) => event.repeat && event.preventDefault());
  }

  t(key, ...values) {
    return this.told.texts[key].replace(/\{(\d)\}/g, (_, place) => values[place]);
  }

  rest() {
    this.begun = null;
    this.warn.hidden = true;
    this.stopIt.hidden = true;
  }

  press() {
    const now = performance.now();
    if (this.begun === null) {
      if (now - (this.ended ?? -LOCK_MS) >= LOCK_MS) this.start(now);
    } else if (now - this.last >= (this.holds ? LOCK_MS : LOCK_MS / 2)) {
      this.last = now;
      if (this.holds) this.stop("clock.stopped");
      else this.count();
    }
  }

  start(now) {
    this.begun = now;
    this.last = now;
    this.counted = 0;
    this.given = 0;
    this.warnings.value = "0";
    this.warn.hidden = false;
    this.stopIt.hidden = this.holds;
    this.go.textContent = this.t(this.holds ? "clock.stop" : "clock.count");
    this.says.textContent = this.t(this.holds ? "clock.holding" : "clock.counting");
    this.number.textContent = "0";
    if (!this.holds) this.metronome();
  }

  metronome() {
    this.audio ??= globalThis.AudioContext ? new AudioContext() : null;
    this.audio?.resume?.();
    this.audioBegun = this.audio ? this.audio.currentTime + AHEAD_S / 2 : 0;
  }

  tick() {
    if (this.begun === null) return;
    const passed = performance.now() - this.begun;
    if (this.holds) {
      this.number.textContent = String(Math.floor(passed / 1000));
      if (passed >= this.told.cap * 1000) this.stop("clock.cap");
    } else if (this.audio) {
      for (const { at, up } of beats(this.audioBegun, this.audio.currentTime + AHEAD_S, this.given, this.told.beats_per_min)) {
        beep(this.audio, up ? UP_HZ : DOWN_HZ, at, BEEP_S);
        this.given++;
      }
    }
  }

  count() {
    this.counted++;
    this.number.textContent = String(this.counted);
    if (this.counted >= this.told.cap) this.stop("clock.cap");
  }

  /** One warning is given; when the hips sink again, the test is over. */
  warned() {
    if (this.begun === null) return;
    const warnings = Number(this.warnings.value) + 1;
    this.warnings.value = String(warnings);
    if (warnings > 1) this.stop("clock.twice");
    else this.says.textContent = this.t("clock.warned");
    this.go.focus();
  }

  stop(why) {
    const passed = performance.now() - this.begun;
    this.rest();
    this.ended = performance.now();
    const value = this.holds ? Math.min(tenths(passed), this.told.cap ?? Infinity) : this.counted;
    this.go.textContent = this.t("clock.again");
    this.number.textContent = String(value);
    this.says.textContent = this.t(why, String(value));
    if (value > 0) {
      this.form.elements.value.value = String(value);
      this.form.elements.again.value = String(value);
      this.source.value = "CLOCK";
    }
    this.go.focus();
  }
}

const root = document.getElementById("clock");
if (root) new Clock(root);
