// Which of the hands-on steps (warm-up, practice) this visit still has. Kept for this tab alone, so that a reload comes back to
// the same step; holds ids and ticks, nothing about anybody.

const KEY = "plinth-guide-";

export class Guide {
  constructor(visit) {
    this.key = KEY + visit;
    this.state = { on: false, warm: true, practised: [], finished: [] };
    try {
      this.state = { ...this.state, ...JSON.parse(sessionStorage.getItem(this.key) ?? "{}") };
    } catch {
      // a tab that may store nothing goes on without
    }
  }

  keep(change) {
    this.state = { ...this.state, ...change };
    try {
      sessionStorage.setItem(this.key, JSON.stringify(this.state));
    } catch {
      // as above
    }
  }

  /** The questions were answered here: what comes next is done by hand. */
  begin() {
    this.keep({ on: true, warm: false });
  }

  /** Sides that the clinician has left, so that a reload does not lead back to them. */
  finishedOf(test) {
    return Object.fromEntries(["LEFT", "RIGHT"].filter((side) => this.state.finished.includes(test + side)).map((side) => [side, true]));
  }

  finish(test, side, is) {
    const others = this.state.finished.filter((one) => one !== test + side);
    this.keep({ finished: is ? [...others, test + side] : others });
  }

  get wantsWarmUp() {
    return this.state.on && !this.state.warm;
  }

  warmedUp() {
    this.keep({ warm: true });
  }

  wantsPractice(test, side) {
    return this.state.on && !this.state.practised.includes(test + side);
  }

  practised(test, side) {
    this.keep({ practised: [...this.state.practised, test + side] });
  }
}
