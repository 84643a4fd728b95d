// The drawings of a position for the side that is chosen: from beside the body, and from the foot end.

import { el } from "./dom.js";

const VIEWS = ["side", "foot-end"];

export class Drawing {
  constructor(injured) {
    this.injured = injured;
    this.root = el("div", { className: "drawings setup-drawings", hidden: true });
    this.asked = "";
  }

  /** What stands at this address last wins: an answer that comes late is of another choice. */
  async show({ id: position, drawn: hasDrawing }, side) {
    const role = this.injured === "BILATERAL" || this.injured === side ? "injured" : "uninjured";
    const asked = [position, side].join(" ");
    if (asked === this.asked) return;
    this.asked = asked;
    if (!hasDrawing) {
      this.root.hidden = true; // a position of the clinic's own has none: the steps say it in words
      return;
    }
    const base = `/positions/${encodeURIComponent(position)}/drawing-${side.toLowerCase()}-`;
    const drawn = await Promise.all(VIEWS.map((view) => ask(`${base}${view}.svg?theme=page&role=${role}`)));
    if (asked !== this.asked) return;
    const found = drawn.filter(Boolean);
    this.root.replaceChildren(...found);
    this.root.hidden = found.length === 0; // the steps say it in words
  }
}

/** Drawn by our own server; without it the set-up still stands in words. */
async function ask(address) {
  try {
    const answer = await fetch(address);
    if (!answer.ok) return null;
    const parsed = new DOMParser().parseFromString(await answer.text(), "image/svg+xml");
    return document.importNode(parsed.documentElement, true);
  } catch {
    return null;
  }
}
