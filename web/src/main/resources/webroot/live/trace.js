// Force over time on a canvas: least to greatest for each pixel column, so that no peak is lost; a gap stays a gap.
// Drawing allocates nothing: buckets lie in a ring of typed arrays, columns in two more.

export const WINDOW_MICROS = 10_000_000;
const CAPACITY = 4096; // 10 ms each: four windows
const LEAST_GAP_MICROS = 60_000;
const GAP_FACTOR = 3;
const STEPS_N = [200, 300, 500, 750, 1000, 1500, 2000, 3000];

/** The smallest scale that shows this force. */
export function scaleFor(newtons) {
  for (let i = 0; i < STEPS_N.length; i++) if (newtons <= STEPS_N[i]) return STEPS_N[i];
  return Math.ceil(newtons / 1000) * 1000;
}

/** The newest buckets of one recording. */
export class Ring {
  constructor() {
    this.micros = new Float64Array(CAPACITY);
    this.least = new Float32Array(CAPACITY);
    this.greatest = new Float32Array(CAPACITY);
    this.gap = new Uint8Array(CAPACITY); // 1: something is missing before this bucket
    this.clear();
  }

  clear() {
    this.size = 0;
    this.head = 0;
    this.last = NaN;
    this.usual = LEAST_GAP_MICROS / GAP_FACTOR;
    this.overFrom = NaN; // force from which on the sensor was over its range
  }

  add(micros, least, greatest) {
    const step = micros - this.last;
    if (step < 0) this.clear(); // another recording
    if (step === 0 && this.size > 0) {
      const at = (this.head + CAPACITY - 1) % CAPACITY;
      this.least[at] = Math.min(this.least[at], least);
      this.greatest[at] = Math.max(this.greatest[at], greatest);
      return;
    }
    const missing = this.size > 0 && step > Math.max(LEAST_GAP_MICROS, GAP_FACTOR * this.usual);
    if (this.size === 1) this.usual = step;
    else if (this.size > 1 && !missing) this.usual += (step - this.usual) / 16;
    const at = this.head;
    this.micros[at] = micros;
    this.least[at] = least;
    this.greatest[at] = greatest;
    this.gap[at] = missing ? 1 : 0;
    this.head = (at + 1) % CAPACITY;
    if (this.size < CAPACITY) this.size++;
    this.last = micros;
  }
}

/** Pixel columns of a ring: least and greatest force of each, NaN where nothing is; `joined` says that no gap lies before it. */
export class Columns {
  constructor() {
    this.resize(1);
  }

  resize(width) {
    if (this.width === width) return;
    this.width = width;
    this.least = new Float32Array(width);
    this.greatest = new Float32Array(width);
    this.joined = new Uint8Array(width);
  }

  /** Fills them from the buckets between `from` and `from + span`. Gives the greatest force that will be drawn. */
  fill(ring, from, span) {
    this.least.fill(NaN);
    this.greatest.fill(NaN);
    let most = NaN;
    let broken = true;
    for (let i = 0, at = (ring.head + CAPACITY - ring.size) % CAPACITY; i < ring.size; i++, at = (at + 1) % CAPACITY) {
      const offset = ring.micros[at] - from;
      if (offset < 0 || offset > span) {
        broken = true;
        continue;
      }
      if (ring.gap[at] === 1) broken = true;
      const x = Math.min(this.width - 1, Math.floor((offset / span) * this.width));
      if (Number.isNaN(this.least[x])) {
        this.least[x] = ring.least[at];
        this.greatest[x] = ring.greatest[at];
        this.joined[x] = broken ? 0 : 1;
      } else {
        if (ring.least[at] < this.least[x]) this.least[x] = ring.least[at];
        if (ring.greatest[at] > this.greatest[x]) this.greatest[x] = ring.greatest[at];
      }
      broken = false;
      if (!(most >= this.greatest[x])) most = this.greatest[x];
    }
    return most;
  }
}

/** Draws one side's ring. Colours come from the style sheet, so that both themes have theirs. */
export class Trace {
  constructor(canvas, colourName, label) {
    this.canvas = canvas;
    this.context = canvas.getContext("2d");
    this.ring = new Ring();
    this.columns = new Columns();
    this.colourName = colourName;
    this.label = label; // (newtons) => text on the axis
    this.top = STEPS_N[0];
    this.topText = "";
    this.bottomText = "";
    this.dirty = true;
    this.drawnMost = NaN;
    this.capacity = NaN; // greatest force that the sensor measures
    this.target = NaN;
    this.ghost = null;
    this.still = matchMedia("(prefers-reduced-motion: reduce)");
    new ResizeObserver(() => this.measure()).observe(canvas);
    this.measure();
  }

  /** Takes size, sharpness and colours as they are now. */
  measure() {
    const ratio = devicePixelRatio || 1;
    const width = Math.max(1, Math.round(this.canvas.clientWidth * ratio));
    const height = Math.max(1, Math.round(this.canvas.clientHeight * ratio));
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
    }
    const style = getComputedStyle(this.canvas);
    this.ratio = ratio;
    this.colour = style.getPropertyValue(this.colourName).trim();
    this.lineColour = style.getPropertyValue("--line").trim();
    this.edgeColour = style.getPropertyValue("--edge").trim();
    this.inkColour = style.getPropertyValue("--muted").trim();
    this.targetColour = style.getPropertyValue("--ink").trim();
    this.dangerColour = style.getPropertyValue("--danger").trim();
    this.font = `${Math.round(14 * ratio)}px ${style.fontFamily}`;
    this.columns.resize(width);
    this.dirty = true;
  }

  /** From this force on the sensor does not show the force: the end of its range, or where it said so earlier; else NaN. */
  saturatedFrom() {
    const { overFrom } = this.ring;
    return this.capacity > 0 && !(overFrom < this.capacity) ? this.capacity : overFrom;
  }

  /** One scale for both sides. */
  scale(topNewtons) {
    if (topNewtons === this.top && this.topText !== "") return;
    this.top = topNewtons;
    this.topText = this.label(topNewtons);
    this.bottomText = this.label(0);
    this.dirty = true;
  }

  clear() {
    this.ring.clear();
    this.ghost = null;
    this.dirty = true;
  }

  /** Where the sensor's range ends; NaN where nobody knows. */
  range(newtons) {
    this.capacity = newtons;
    this.dirty = true;
  }

  /** A force to be held, with its words; NaN for none. */
  aim(newtons, text) {
    this.target = newtons;
    this.targetText = text;
    this.dirty = true;
  }

  /** An earlier effort, `[µs after its onset, least, greatest]` each, laid under the one whose onset is here; null for none. */
  lay(points, onsetMicros, text) {
    this.ghost = points && points.length > 1 ? { points, onsetMicros, text } : null;
    this.dirty = true;
  }

  add(micros, least, greatest) {
    this.ring.add(micros, least, greatest);
    this.dirty = true;
  }

  over(newtons) {
    if (!(this.ring.overFrom <= newtons)) this.ring.overFrom = newtons;
    this.dirty = true;
  }

  draw() {
    if (!this.dirty) return;
    this.dirty = false;
    const { context, ring } = this;
    const { width, height } = this.canvas;
    const foot = height - Math.round(height * 0.08);
    const perNewton = (foot - 4 * this.ratio) / this.top;
    context.clearRect(0, 0, width, height);
    this.drawAxis(width, foot, perNewton);
    const from = this.windowFrom();
    if (this.target > 0) this.drawTarget(width, foot, perNewton);
    if (this.ghost) this.drawGhost(from, width, foot, perNewton);
    this.drawnMost = this.columns.fill(ring, from, WINDOW_MICROS);
    this.drawForce(foot, perNewton);
  }

  /** Where the window begins. It runs along with the force; for who asked for less motion it turns like half a page. */
  windowFrom() {
    const { ring } = this;
    if (ring.size === 0) return -WINDOW_MICROS;
    const first = this.firstMicros();
    const beyond = Math.max(0, ring.last - first - WINDOW_MICROS);
    if (!this.still.matches) return first + beyond;
    const half = WINDOW_MICROS / 2;
    return first + Math.ceil(beyond / half) * half;
  }

  drawTarget(width, foot, perNewton) {
    const { context, ratio } = this;
    const y = Math.round(foot - this.target * perNewton) + 0.5;
    context.strokeStyle = this.targetColour;
    context.lineWidth = 3 * ratio;
    context.setLineDash([12 * ratio, 6 * ratio]);
    context.beginPath();
    context.moveTo(0, y);
    context.lineTo(width, y);
    context.stroke();
    context.setLineDash([]);
    context.fillStyle = this.targetColour;
    context.font = this.font;
    context.textBaseline = "bottom";
    context.fillText(this.targetText, width / 2, y - 2 * ratio);
  }

  drawGhost(from, width, foot, perNewton) {
    const { context, ratio } = this;
    const { points, onsetMicros, text } = this.ghost;
    context.strokeStyle = this.inkColour;
    context.lineWidth = 2 * ratio;
    context.setLineDash([3 * ratio, 4 * ratio]);
    context.beginPath();
    let most = 0;
    points.forEach(([micros, , greatest], i) => {
      const x = ((onsetMicros + micros - from) / WINDOW_MICROS) * width;
      const y = foot - greatest * perNewton;
      if (i === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
      if (greatest > points[most][2]) most = i;
    });
    context.stroke();
    context.setLineDash([]);
    context.fillStyle = this.inkColour;
    context.font = this.font;
    context.textBaseline = "top";
    const x = ((onsetMicros + points[most][0] - from) / WINDOW_MICROS) * width;
    const room = width - context.measureText(text).width;
    context.fillText(text, Math.max(0, Math.min(room, x)), foot - points[most][2] * perNewton + 4 * ratio);
  }

  firstMicros() {
    const { ring } = this;
    return ring.micros[(ring.head + CAPACITY - ring.size) % CAPACITY];
  }

  drawAxis(width, foot, perNewton) {
    const { context, ratio } = this;
    const saturated = this.saturatedFrom();
    if (saturated > 0) {
      const y = foot - saturated * perNewton;
      context.globalAlpha = 0.25;
      context.fillStyle = this.dangerColour;
      context.fillRect(0, 0, width, Math.max(0, y));
      context.globalAlpha = 1;
    }
    context.lineWidth = Math.max(1, ratio);
    context.strokeStyle = this.lineColour;
    context.beginPath();
    for (let quarter = 1; quarter <= 4; quarter++) {
      const y = Math.round(foot - (this.top * quarter * perNewton) / 4) + 0.5;
      context.moveTo(0, y);
      context.lineTo(width, y);
    }
    context.stroke();
    context.strokeStyle = this.edgeColour;
    context.beginPath();
    context.moveTo(0, Math.round(foot) + 0.5);
    context.lineTo(width, Math.round(foot) + 0.5);
    context.stroke();
    context.fillStyle = this.inkColour;
    context.font = this.font;
    context.textBaseline = "top";
    context.fillText(this.topText, 4 * ratio, foot - this.top * perNewton + 4 * ratio);
    context.textBaseline = "bottom";
    context.fillText(this.bottomText, 4 * ratio, foot - 2 * ratio);
  }

  drawForce(foot, perNewton) {
    const { context, columns } = this;
    context.lineWidth = 2.5 * this.ratio;
    context.lineJoin = "round";
    context.lineCap = "round";
    context.strokeStyle = this.colour;
    context.beginPath();
    for (let x = 0; x < columns.width; x++) {
      const least = columns.least[x];
      if (Number.isNaN(least)) continue;
      const low = foot - least * perNewton;
      const high = foot - columns.greatest[x] * perNewton;
      if (columns.joined[x] === 1) context.lineTo(x + 0.5, low);
      else context.moveTo(x + 0.5, low);
      context.lineTo(x + 0.5, high);
    }
    context.stroke();
  }
}
