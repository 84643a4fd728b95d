// A force to be held, for sub-maximal protocols only: during a maximal effort nobody sees one (decision S3).

import { el } from "./dom.js";

/** A quarter, a half or the like of what: newtons, % of this side's best, N per kg of body mass, % of the other side's best. */
export const BASES = Object.freeze(["N", "PERCENT", "PER_KG", "OTHER"]);

/** Held for a time at less than all she has; a maximal protocol has `make` or `break`. */
export const isSubmaximal = (sheet) => sheet.position?.contraction === "sustained";

/** The target [N]; undefined where what it rests on is not known. */
export function targetNewtons(basis, number, { best, otherBest, mass }) {
  if (!(number > 0)) return undefined;
  if (basis === "N") return number;
  const [base, share] = { PERCENT: [best, number / 100], PER_KG: [mass, number], OTHER: [otherBest, number / 100] }[basis];
  return base > 0 ? base * share : undefined;
}

/** The choice of a target; `known(side)` gives what it may rest on, `changed()` is called after each change, and leaves the focus where it is. */
export class Target {
  constructor(words, changed) {
    this.words = words;
    const { t } = words;
    this.basis = el("select", { id: "target-basis" });
    for (const basis of BASES) this.basis.append(el("option", { value: basis, textContent: t("stage.target." + basis, words.symbol) }));
    this.number = el("input", { id: "target-number", type: "number", min: "1", max: "2000", step: "any", inputMode: "decimal" });
    this.says = el("p", { className: "muted" });
    for (const field of [this.basis, this.number]) field.addEventListener("input", changed);
    this.root = el(
      "fieldset",
      { className: "field target-row" },
      el("legend", { textContent: t("stage.target") }),
      el("label", { htmlFor: "target-number", textContent: t("stage.target.number") }),
      this.number,
      el("label", { htmlFor: "target-basis", textContent: t("stage.target.basis") }),
      this.basis,
      this.says,
    );
  }

  /** Newtons for a side now; undefined for none. */
  of(known) {
    const typed = Number(this.number.value);
    const number = this.basis.value === "N" ? typed * this.words.newtonsPerUnit : typed;
    const newtons = targetNewtons(this.basis.value, number, known);
    const missing = typed > 0 && newtons === undefined;
    this.says.textContent = missing ? this.words.t("stage.target.missing." + this.basis.value) : "";
    return newtons;
  }
}
