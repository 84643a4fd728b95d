// The symmetry at the end: the server's words, and its interval as a bar: thick 80 %, thin 95 %.

import { el, numberLink, svg } from "./dom.js";

const WIDTH = 640;
const INSET = 24;

/** What stands under the two values. */
export function symmetryPart(sheet, words) {
  const { t } = words;
  const said = sheet.words;
  const linked = (name) => said.pieces[name].map(({ text, href }) => (href ? numberLink(text, href, t("number.how")) : text));
  if (!said) return [el("p", { className: "stage-lead", textContent: t("live.done.nosymmetry") })];
  const parts = [el("p", { className: "stage-lead", id: "sentence" }, ...linked("values"), " ", ...linked("sentence"))];
  if (sheet.symmetry?.lsiLow_pct !== undefined) parts.push(bar(sheet.symmetry, words));
  if (said.state) parts.push(el("p", { className: "stage-lead", id: "verdict" }, el("strong", {}, ...linked("state"))));
  if (said.basis) parts.push(el("p", { className: "muted" }, ...linked("basis")));
  if (said.flags?.length) {
    parts.push(el("ul", { className: "flags" }, ...said.flags.map((flag) => el("li", { className: "flag", textContent: flag }))));
  }
  return parts;
}

function bar(symmetry, { t }) {
  const { lsi_pct: value, lsiLow_pct: low, lsiHigh_pct: high, threshold_pct: line } = symmetry;
  const from = Math.min(60, Math.floor(low / 10) * 10);
  const to = Math.max(120, Math.ceil(high / 10) * 10);
  const x = (percent) => (INSET + ((percent - from) / (to - from)) * (WIDTH - 2 * INSET)).toFixed(1);
  const percent = (number) => Math.round(number) + " %";
  const drawing = svg("svg", {
    viewBox: `0 0 ${WIDTH} 84`,
    class: "symmetry-bar",
    role: "img",
    "aria-label": t("live.symmetry.bar", percent(value), percent(low), percent(high), percent(line)),
  });
  for (let tick = from; tick <= to; tick += 20) {
    drawing.append(svg("line", { class: "tick", x1: x(tick), x2: x(tick), y1: 8, y2: 56 }));
    drawing.append(svg("text", { x: x(tick), y: 76 }, percent(tick)));
  }
  drawing.append(
    svg("line", { class: "reference", x1: x(line), x2: x(line), y1: 2, y2: 58 }),
    svg("line", { class: "thin", x1: x(low), x2: x(high), y1: 32, y2: 32 }),
    svg("line", { class: "thick", x1: x(symmetry.decisionLow_pct), x2: x(symmetry.decisionHigh_pct), y1: 32, y2: 32 }),
    svg("circle", { class: "point", cx: x(value), cy: 32, r: 8 }),
  );
  return el("figure", { className: "symmetry-figure" }, drawing, el("figcaption", { className: "small muted", textContent: t("live.symmetry.key") }));
}
