// The efforts of both sides with what was decided, and a way back from each decision.

import { button, el, numberLink } from "./dom.js";
import { isMoved, part } from "./steps.js";

/**
 * The two lists, Left first. `press` has `undo(effort, side)`, `painStop(effort)` and `askAgain(effort, side)`. Numbers are
 * links once all is done: a slip while the patient waits must not leave the page.
 */
export function effortLists(sheet, words, press, done) {
  const numbers = `/visits/${sheet.visit}/tests/${sheet.id}/numbers/`;
  const shown = (text, which) => (done ? numberLink(text, numbers + which, words.t("number.how")) : text);
  return ["LEFT", "RIGHT"].map((side) => list(sheet, side, words, press, shown));
}

function list(sheet, side, words, press, shown) {
  const { t, force, parts } = words;
  const one = part(sheet, side);
  const result = one.result
    ? parts("live.panel.result", shown(force(one.result.value_N), "value_N?side=" + side.toLowerCase()))
    : [t("live.panel.result.none")];
  const style = side === "LEFT" ? "side side-left" : "side side-right";
  const title = el("h3", {}, el("span", { className: style, textContent: t("live.panel.efforts", words.side(side)) }));
  const rows = one.efforts.map((effort, index) => row(effort, index + 1, side, words, press, shown));
  return el(
    "section",
    { className: "stage-list" },
    title,
    el("p", { className: "muted" }, ...result),
    rows.length ? el("ol", {}, ...rows) : el("p", { className: "muted", textContent: t("live.panel.efforts.none") }),
  );
}

function row(effort, number, side, words, press, shown) {
  const { t, force, parts } = words;
  const value = force(effort.peak100_N);
  const linked = effort.peak100_N === undefined ? value : shown(value, "peak100_N?effort=" + effort.id);
  const pain = effort.pain === undefined ? t("live.effort.nopain") : t("live.effort.pain", effort.pain);
  const decision = t("live.effort." + effort.state, words.reason(effort));
  const which = el("span", { className: "visually-hidden", textContent: " " + t("live.effort.which", words.side(side), number) });
  const act = action(effort, side, number, words, press);
  act?.append(which);
  return el(
    "li",
    { className: effort.state === "EXCLUDED" ? "set-aside" : "" },
    el(
      "div",
      {},
      el("span", { className: "num effort-value" }, ...parts("live.effort.value", number, linked)),
      el("span", { className: "muted", textContent: decision + (effort.state === "EXCLUDED" && effort.pain === undefined ? "" : " · " + pain) }),
    ),
    act,
    painAgain(effort, side, number, words, press),
  );
}

/** An answer about an effort that does not count can be mended like any other. */
function painAgain(effort, side, number, { t, side: named }, press) {
  if (effort.state !== "EXCLUDED" || effort.pain === undefined || isMoved(effort)) return null;
  const again = button(t("live.pain.again"), () => press.askAgain(effort, side));
  again.append(el("span", { className: "visually-hidden", textContent: " " + t("live.effort.which", named(side), number) }));
  return again;
}

function action(effort, side, number, { t }, press) {
  if (effort.state === "ACCEPTED") return button(t("live.effort.undo"), () => press.undo(effort, side, number));
  if (effort.state !== "EXCLUDED" || isMoved(effort)) return null;
  if (effort.rejection === undefined) return button(t("live.effort.undo"), () => press.undo(effort, side, number));
  return effort.rejection === "EARLY_RELEASE" ? button(t("live.painstop.go"), () => press.painStop(effort)) : null;
}
