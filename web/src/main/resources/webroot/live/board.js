// The two panels, Left always on the left: running force, trace, and the body whose leg under test is filled.

import { byId } from "./dom.js";
import { decode, newFrame, OVER_RANGE, SIGNAL_LOST, UNCALIBRATED } from "./feed.js";
import { scaleFor, Trace } from "./trace.js";

const SILENT_MS = 900; // "Signal lost" must stand within a second
const NUMBER_EVERY_MS = 100; // faster cannot be read
const SIDES = ["LEFT", "RIGHT"];
const HEADROOM = 1.25;

export class Board {
  constructor(view, words) {
    this.view = view;
    this.words = words;
    this.frame = newFrame();
    this.panels = SIDES.map((side) => this.panel(side));
    this.top = scaleFor(0);
    this.running = null; // the side that is recorded now
    this.heard = 0;
    this.numberAt = 0;
    this.lost = false;
    this.over = false;
    this.traceOf = null;
    this.panels.forEach(({ trace }) => trace.scale(this.top));
    const draw = () => {
      this.panels[0].trace.draw();
      this.panels[1].trace.draw();
      this.asked = false;
    };
    this.draw = draw;
    this.take = (micros, least, greatest) => this.panels[this.frame.side].trace.add(micros, least, greatest);
    for (const change of ["plinth-theme", "resize"]) addEventListener(change, () => this.measure());
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.measure());
    setInterval(() => this.watch(), 50);
  }

  panel(side) {
    const low = side.toLowerCase();
    const trace = new Trace(byId("trace-" + low), "--" + low, (newtons) => this.words.whole(newtons));
    return { side, low, root: byId("panel-" + low), number: byId("number-" + low), kept: byId("kept-" + low), trace };
  }

  measure() {
    this.panels.forEach(({ trace }) => trace.measure());
    this.ask();
  }

  ask() {
    if (this.asked) return;
    this.asked = true;
    requestAnimationFrame(this.draw);
  }

  /** A recording begins: what was drawn before is of another. */
  begin(recording) {
    if (recording === this.traceOf) return;
    this.traceOf = recording;
    this.over = false;
    this.skipped = 0;
    this.frame.newest = NaN;
    this.panels.forEach(({ trace }) => trace.clear());
    this.ask();
  }

  /** What the sensor can measure, and a force to be held on a side: the same scale for both. */
  marks({ capacity, target, targetText }) {
    if (target > 0) this.grow(target * HEADROOM);
    this.panels.forEach(({ trace }) => {
      trace.range(capacity ?? NaN);
      trace.aim(target ?? NaN, targetText ?? "");
    });
    this.ask();
  }

  /** The last comparable effort, under the one that was just made; null takes it away. */
  lay(side, points, onsetMicros, text) {
    const { trace } = this.panels[side === "LEFT" ? 0 : 1];
    if (points) this.grow(Math.max(...points.map(([, , greatest]) => greatest)) * HEADROOM);
    trace.lay(points, onsetMicros, text);
    this.ask();
  }

  /** A binary message. */
  receive(buffer) {
    if (!decode(buffer, this.frame, this.take)) return;
    const { frame } = this;
    this.heard = frame.flags & SIGNAL_LOST ? 0 : performance.now();
    if (frame.flags & OVER_RANGE && !this.over) {
      this.over = true;
      this.panels[frame.side].trace.over(frame.greatest);
    }
    this.uncalibrated = Boolean(frame.flags & UNCALIBRATED);
    this.skipped = frame.skipped;
    if (frame.greatest > this.top) this.grow(frame.greatest);
    if (this.running !== null) this.watch();
    this.ask();
  }

  /** One scale for both sides and the whole test: it only grows. */
  grow(newtons) {
    const top = scaleFor(newtons);
    if (top <= this.top) return;
    this.top = top;
    this.panels.forEach(({ trace }) => trace.scale(top));
    this.label();
    this.ask();
  }

  growFor(sheet) {
    for (const side of [sheet.left, sheet.right]) {
      for (const effort of side.efforts) if (effort.state === "ACCEPTED") this.grow((effort.peakForce_N ?? 0) * HEADROOM);
    }
  }

  label() {
    const { t, whole, side } = this.words;
    for (const panel of this.panels) {
      panel.trace.canvas.setAttribute("aria-label", t("live.panel.trace", side(panel.side), whole(0), whole(this.top)));
    }
  }

  /** Whose turn it is, and what stands where the force will be. */
  show(activeSide, texts, body) {
    this.panels.forEach((panel) => {
      panel.root.classList.toggle("active", panel.side === activeSide);
      const text = texts[panel.side] ?? "";
      panel.root.classList.toggle("worded", typeof text === "string");
      if (this.running === panel.side) return;
      if (typeof text === "string") this.put(panel, text, "");
      else this.put(panel, text.number, text.unit);
    });
    const bodies = byId("bodies");
    for (const drawing of bodies.querySelectorAll("svg")) {
      drawing.toggleAttribute("hidden", drawing.dataset.body !== body);
      drawing.dataset.test = activeSide === null ? "" : activeSide.toLowerCase();
    }
    const says = activeSide === null ? "" : this.words.t("live.body.under", this.words.role(activeSide));
    byId("body-says").textContent = says;
  }

  put(panel, text, unit) {
    if (panel.text === text && panel.unit === unit) return;
    panel.text = text;
    panel.unit = unit;
    panel.number.classList.toggle("long", unit !== "" && text.length > 3);
    panel.number.replaceChildren(text);
    if (unit) {
      const symbol = document.createElement("small");
      symbol.textContent = " " + unit;
      panel.number.append(symbol);
    }
  }

  /** While this side is recorded its force runs; null for none. */
  run(side) {
    if (this.running === side) return;
    this.running = side;
    this.heard = performance.now();
    this.lost = false;
    this.panels.forEach((panel) => panel.root.classList.remove("lost"));
  }

  /** The force now, or that it is not known. */
  now() {
    return this.running === null || this.lost || Number.isNaN(this.frame.newest) ? undefined : this.frame.newest;
  }

  watch() {
    if (this.running === null) return;
    const now = performance.now();
    const panel = this.panels[this.running === "LEFT" ? 0 : 1];
    const lost = now - this.heard > SILENT_MS;
    if (lost !== this.lost) {
      this.lost = lost;
      panel.root.classList.toggle("lost", lost);
      this.onLost?.(lost);
      this.numberAt = 0;
    }
    panel.root.classList.toggle("worded", lost || Number.isNaN(this.frame.newest));
    if (lost) {
      this.put(panel, this.words.t("live.word.lost"), "");
    } else if (now - this.numberAt >= NUMBER_EVERY_MS) {
      this.numberAt = now;
      if (Number.isNaN(this.frame.newest)) this.put(panel, this.words.t("live.word.wait"), "");
      else this.put(panel, this.words.running(this.frame.newest), this.words.symbol);
    }
  }
}
