// The last comparable effort: shown with the one that was just made, and never before or during one (decision S3).

import { Fault } from "./api.js";
import { el } from "./dom.js";

const MICROS = 1e6;

/** The words of a date in the page's language, day first as everywhere; a date has no zone. */
function dateOf(text) {
  const { lang } = document.documentElement;
  return new Date(text + "T12:00:00Z").toLocaleDateString(lang === "en" || !lang ? "en-GB" : lang, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
}

export class Last {
  constructor(words, api, board) {
    this.words = words;
    this.api = api;
    this.board = board;
    this.known = new Map();
    this.line = el("p", { className: "stage-last" });
  }

  /** What stands with an effort that is to be decided; asks once for each side of a test. */
  beside(sheet, side, effort) {
    const key = sheet.id + side;
    const found = this.known.get(key);
    if (found === undefined) this.fetch(key, sheet, side, effort);
    else this.show(found, side, effort);
    return [this.line];
  }

  async fetch(key, sheet, side, effort) {
    this.known.set(key, null);
    this.asked = effort.id;
    this.line.textContent = "";
    try {
      const found = await this.api.last(sheet.id, side);
      this.known.set(key, found);
      if (this.asked === effort.id) this.show(found, side, effort);
    } catch (problem) {
      if (!(problem instanceof Fault)) throw problem;
      this.known.delete(key); // asked again with the next effort; the effort itself stands
    }
  }

  show(found, side, effort) {
    this.asked = effort.id;
    const { t, force } = this.words;
    if (found === null) return;
    const none = found.value_N === undefined;
    this.line.textContent = none ? t("stage.last.none") : t("stage.last", dateOf(found.date), force(found.value_N));
    for (const flag of found.flags ?? []) this.line.append(" ", el("span", { className: "flag", textContent: flag }));
    if (none || effort.onset_s === undefined) return;
    this.board.lay(side, found.curve, effort.onset_s * MICROS, t("stage.last.curve"));
  }

  /** The next effort begins: nothing of an earlier one stands any more. */
  hide() {
    this.asked = null;
    this.line.textContent = "";
    this.board.lay("LEFT", null);
    this.board.lay("RIGHT", null);
  }
}
