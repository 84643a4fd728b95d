// The catalogue's words and numbers as people read them. No sentence is written in a script.

/** Words of this page from what the server handed over. */
export function wordsOf(view) {
  const { texts, unit, sides } = view;

  /** The text with its places filled. */
  function t(key, ...values) {
    const pattern = texts[key];
    if (pattern === undefined) throw new Error("the catalogue has no text " + key);
    return pattern.replace(/\{(\d+)\}/g, (_, place) => values[place]);
  }

  /** As `t`, in pieces: what stands in a place may be an element. */
  function parts(key, ...values) {
    return texts[key].split(/(\{\d+\})/).map((piece) => {
      const place = /^\{(\d+)\}$/.exec(piece);
      return place ? values[place[1]] : piece;
    });
  }

  /** One or many. */
  function count(key, n, ...more) {
    return t(key + (String(n) === "1" ? ".one" : ".many"), n, ...more);
  }

  /** A force in the clinic's unit, rounded as everywhere: newtons below 50 to 0.1. Without its symbol. */
  function number(newtons) {
    const value = newtons / unit.newtonsPerUnit;
    const fine = unit.decimals > 0 ? unit.decimals : Math.abs(value) < 49.95 ? 1 : 0;
    const text = value.toFixed(fine);
    return /^-0(\.0+)?$/.test(text) ? text.slice(1) : text;
  }

  /** The running force: whole newtons, because tenths that flicker cannot be read. */
  function running(newtons) {
    const text = (newtons / unit.newtonsPerUnit).toFixed(unit.decimals);
    return /^-0(\.0+)?$/.test(text) ? text.slice(1) : text;
  }

  return {
    t,
    count,
    parts,
    number,
    running,
    grouped: (whole) => String(whole).replace(/\B(?=(\d{3})+$)/g, "\u202f"),
    has: (key) => texts[key] !== undefined,
    symbol: unit.symbol,
    newtonsPerUnit: unit.newtonsPerUnit,
    force: (newtons) => (newtons === undefined ? t("live.effort.novalue") : number(newtons) + " " + unit.symbol),
    /** As on an axis: without the tenths that only a measured value has. */
    whole: (newtons) => running(newtons) + " " + unit.symbol,
    side: (side) => sides[side].name,
    low: (side) => sides[side].low,
    role: (side) => sides[side].role,
    /** Why an effort does not count: the machine's reason has its own words, the clinician's are her own. */
    reason: (effort) => {
      const key = "page.rejection." + effort.reason;
      return texts[key] ?? effort.reason ?? "";
    },
  };
}
