// The note for the practice system: plain text from the server, put where it can be pasted from.

import { Fault } from "./api.js";
import { byId, el } from "./dom.js";

/** Copies the note, and says so; where the browser does not let it, shows it selected. */
export function noteButton(flow, words) {
  const { t } = words;
  const one = el("button", { type: "button", className: "btn stage-btn", id: "note", textContent: t("flow.note.copy") });
  one.addEventListener("click", async () => {
    try {
      const { text } = await flow.api.note();
      const copied = await copy(text);
      flow.shown.say(t(copied ? "flow.note.copied" : "flow.note.here"));
      show(text, t(copied ? "flow.note.copied" : "flow.note.here"), !copied);
    } catch (problem) {
      if (!(problem instanceof Fault)) throw problem;
      flow.shown.fault(problem);
    }
  });
  return one;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // not asked for, or not a secure page
  }
}

function show(text, label, select) {
  byId("note-text")?.parentElement.remove();
  const area = el("textarea", { id: "note-text", readOnly: true, rows: Math.min(20, text.split("\n").length + 1), value: text });
  byId("extra").append(el("div", { className: "field" }, el("label", { htmlFor: "note-text", textContent: label }), area));
  if (select) area.select();
}
