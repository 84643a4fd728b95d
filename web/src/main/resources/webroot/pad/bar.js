// The bar of a held effort: how full, and a band in which to keep it. No number. It stands only while the sensor speaks: what nothing
// new was heard of for less than a second is taken away, whether the sensor, the server or the way between fell silent.

const SVG = "http://www.w3.org/2000/svg";
const SILENT_MS = 650; // with one poll and its answer "Signal lost" stands within a second
const FULL = 1.5; // of the target at the top of the bar
const HEIGHT = 200;
const WIDTH = 80;

function shape(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/** Where a force stands: `less` below the band, `keep` in it, `more` … is asked for below it. */
export function asked(force, least, most) {
  if (force === undefined) return "unknown";
  return force < least ? "more" : force > most ? "less" : "keep";
}

export class Bar {
  /** `words` has side, more, keep, less, unknown, lost, band. */
  constructor(root, words) {
    this.root = root;
    this.words = words;
    this.title = document.createElement("h2");
    this.word = document.createElement("p");
    this.word.className = "pad-word";
    this.word.setAttribute("role", "status");
    this.band = shape("rect", { class: "band", x: 0, width: WIDTH });
    this.force = shape("rect", { class: "force", x: 20, width: WIDTH - 40 });
    this.picture = shape("svg", { viewBox: `-2 -2 ${WIDTH + 4} ${HEIGHT + 4}`, role: "img", "aria-label": words.band });
    this.picture.append(this.band, this.force, shape("rect", { class: "frame-line", x: 0, y: 0, width: WIDTH, height: HEIGHT }));
    root.append(this.title, this.picture, this.word);
    this.heard = null;
    this.since = 0;
    this.hold = null;
    setInterval(() => this.watch(), 50);
  }

  /** What an answer said of a held effort, or null; `sent` is when it was asked for. */
  take(hold, sent) {
    this.hold = hold;
    if (hold === null) this.heard = null;
    else if (hold.heard !== this.heard) {
      this.heard = hold.heard;
      this.since = sent; // not when it came: what was said is as old as the question at most
    }
    this.watch();
  }

  watch() {
    const { hold } = this;
    if (hold === null) return;
    const lost = hold.lost || performance.now() - this.since > SILENT_MS;
    const word = lost ? "lost" : asked(hold.force_N, hold.least_N, hold.most_N);
    this.root.classList.toggle("lost", lost);
    this.put(this.title, this.words.side.replace("{0}", hold.side));
    this.put(this.word, this.words[word]);
    this.root.dataset.word = word;
    const at = (newtons) => HEIGHT - HEIGHT * Math.min(1, Math.max(0, newtons / (FULL * hold.target_N)));
    this.span(this.band, at(hold.most_N), at(hold.least_N));
    this.span(this.force, lost || hold.force_N === undefined ? HEIGHT : at(hold.force_N), HEIGHT);
  }

  put(element, text) {
    if (element.textContent !== text) element.textContent = text;
  }

  span(rect, top, bottom) {
    rect.setAttribute("y", top);
    rect.setAttribute("height", bottom - top);
  }
}
