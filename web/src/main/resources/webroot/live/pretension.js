// Whether the strap is taken up as it should be, while an effort has not begun: 5 to 15 N (decision M7). Words, no colour alone.

import { byId } from "./dom.js";

const LEAST_N = 5;
const MOST_N = 15;
const PUSHING_N = 40; // above this somebody pushes: it is no pretension any more

export class Pretension {
  constructor(board, words) {
    this.board = board;
    this.words = words;
    this.of = null;
    this.over = false;
  }

  /** "slack", "good", "tight", or "gone" once she pushes; undefined while no force is known. */
  now() {
    if (this.of !== this.board.traceOf) {
      this.of = this.board.traceOf;
      this.over = false;
    }
    const force = this.board.now();
    if (force === undefined) return undefined;
    if (force > PUSHING_N) this.over = true;
    return this.state(force);
  }

  show() {
    const line = byId("pretension");
    if (!line) return;
    const key = this.now() ?? "gone";
    const force = this.board.now();
    line.dataset.state = key;
    line.textContent = key === "gone" ? "" : this.words.t("flow.pretension." + key, this.words.whole(force ?? 0), this.words.whole(LEAST_N), this.words.whole(MOST_N));
  }

  state(force) {
    if (this.over) return "gone";
    if (force < LEAST_N) return "slack";
    return force > MOST_N ? "tight" : "good";
  }
}
