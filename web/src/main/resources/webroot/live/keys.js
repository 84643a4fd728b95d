// Keys of a foot pedal. Space and Enter work on the focused primary button without any help; a pedal that sends another
// key is taught here, per browser. Nothing fires while somebody types, and a key that is held is one press.

const STORE = "plinth-keys";
/** Foot switches and page turners send these. */
const USUAL = { go: "PageDown", undo: "PageUp" };
const NEVER = new Set(["Tab", "Escape", "Shift", "Control", "Alt", "Meta", "CapsLock", "Dead", "Unidentified", "Process"]);
const NATIVE = new Set([" ", "Enter"]);

export const ACTIONS = Object.freeze(["go", "undo"]);

/** Whether a press there is meant for the thing that has the focus. */
function typing(target) {
  return target.matches?.("input, textarea, select, [contenteditable]") ?? false;
}

function pressing(target, key) {
  return NATIVE.has(key) && (target.matches?.("button, a[href], summary, [role=button]") ?? false);
}

export class Keys {
  /** `act[action]()` is called for a press; `alive()` says whether keys mean anything now. */
  constructor(storage, alive, act) {
    this.storage = storage;
    this.alive = alive;
    this.act = act;
    this.chosen = { ...USUAL, ...this.kept() };
    this.learning = null;
    document.addEventListener("keydown", (event) => this.down(event));
  }

  kept() {
    try {
      const kept = JSON.parse(this.storage.getItem(STORE)) ?? {};
      return Object.fromEntries(ACTIONS.filter((action) => typeof kept[action] === "string").map((action) => [action, kept[action]]));
    } catch {
      return {}; // storage may be forbidden, or hold what is not ours
    }
  }

  /** The key of an action; "" for none. A key has one meaning. */
  choose(action, key) {
    for (const other of ACTIONS) if (key !== "" && this.chosen[other] === key) this.chosen[other] = "";
    this.chosen[action] = key;
    try {
      this.storage.setItem(STORE, JSON.stringify(this.chosen));
    } catch {
      // the choice then lasts for this page
    }
  }

  /** The next key that is pressed is this action's; `done()` when it was, or when Escape left it as it is. */
  learn(action, done) {
    this.learning = { action, done };
  }

  down(event) {
    if (this.learning) this.learnt(event);
    else this.pressed(event);
  }

  learnt(event) {
    if (NEVER.has(event.key) && event.key !== "Escape") return;
    event.preventDefault();
    const { action, done } = this.learning;
    this.learning = null;
    if (event.key !== "Escape") this.choose(action, event.key);
    done();
  }

  pressed(event) {
    const { key, target } = event;
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const action = ACTIONS.find((one) => this.chosen[one] === key);
    if (!action || !this.alive() || typing(target) || pressing(target, key)) return;
    event.preventDefault();
    if (!event.repeat) this.act[action]();
  }
}
