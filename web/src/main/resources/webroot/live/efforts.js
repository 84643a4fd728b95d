// The efforts of both sides with what was decided, and a way back from each decision.

import { button, el, numberLink } from "./dom.js";
import { part } from "./steps.js";

/**
 * The two lists, Left first. `press` has `undo(effort, side)`, `keep(effort, side)` and `painStop(effort)`. Numbers are
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
      el("span", { className: "muted", textContent: decision + (effort.state === "EXCLUDED" ? "" : " · " + pain) }),
    ),
    act,
  );
}

function action(effort, side, number, { t }, press) {
  if (effort.state === "ACCEPTED") return button(t("live.effort.undo"), () => press.undo(effort, side, number));
  if (effort.state !== "EXCLUDED") return null;
  if (effort.rejection === undefined) return button(t("live.effort.undo"), () => press.undo(effort, side, number));
  return effort.rejection === "EARLY_RELEASE" ? button(t("live.painstop.go"), () => press.painStop(effort)) : null;
}
