// Which of the hands-on steps (warm-up, practice) this visit still has. Kept for this tab alone, so that a reload comes back to
// the same step; holds ids and ticks, nothing about anybody.

const KEY = "plinth-guide-";

export class Guide {
  constructor(visit) {
    this.key = KEY + visit;
    this.state = { on: false, warm: true, practised: [] };
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
