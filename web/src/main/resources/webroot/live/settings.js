// What a clinician sets at the plinth: cues, and the keys of her pedal. Kept in this browser.

import { CUES } from "./cues.js";
import { button, el } from "./dom.js";
import { ACTIONS } from "./keys.js";

/** The panel; `changed()` after each change of the cues. */
export function settings(words, choice, keys, changed, ...more) {
  const { t } = words;
  const box = el("details", { className: "stage-settings" }, el("summary", { textContent: t("stage.settings") }));
  const draw = () => {
    const cues = group(t("stage.settings.cues"), [
      tick(t("stage.settings.tones"), choice.now.tones, (on) => choice.set({ tones: on })),
      tick(t("stage.settings.voice"), choice.now.voice, (on) => choice.set({ voice: on })),
      ...CUES.map((cue) => tick(t("stage.settings.cue", t("stage.cue." + cue)), choice.now.cues.includes(cue), (on) => choice.turn(cue, on))),
      tick(t("stage.settings.sees"), choice.now.patientSees, (on) => choice.set({ patientSees: on })),
    ]);
    cues.addEventListener("change", () => changed());
    const pedal = group(t("stage.settings.keys"), ACTIONS.map((action) => key(t, keys, action)));
    box.replaceChildren(box.firstChild, el("p", { className: "muted", textContent: t("stage.settings.kept") }), cues, pedal, ...more);
  };
  box.addEventListener("toggle", draw); // what was changed elsewhere is seen when it is opened
  draw();
  return box;
}

function group(title, rows) {
  return el("fieldset", { className: "field" }, el("legend", { textContent: title }), ...rows);
}

function tick(label, on, set) {
  const input = el("input", { type: "checkbox", checked: on });
  input.addEventListener("change", () => set(input.checked));
  return el("label", { className: "tick" }, input, el("span", { textContent: label }));
}

function name(t, key) {
  if (key === "") return t("stage.key.none");
  return key === " " ? t("stage.key.space") : key;
}

function key(t, keys, action) {
  const said = el("output", { className: "key-name" });
  const show = () => {
    said.textContent = t("stage.key." + action, name(t, keys.chosen[action]));
  };
  show();
  const teach = button(t("stage.key.change"), () => {
    said.textContent = t("stage.key.press");
    keys.learn(action, show);
  });
  const off = button(t("stage.key.off"), () => {
    keys.choose(action, "");
    show();
  });
  for (const one of [teach, off]) one.append(el("span", { className: "visually-hidden", textContent: " " + t("stage.key.of." + action) }));
  teach.classList.remove("stage-btn");
  off.classList.remove("stage-btn");
  return el("div", { className: "key-row" }, said, teach, off);
}
