// The live page: wires feed, board, flow and stage, and keeps the focus on the one primary button.

import { Bridge } from "../bluetooth/bridge.js";
import { apiOf } from "./api.js";
import { Board } from "./board.js";
import { byId, el } from "./dom.js";
import { listen } from "./feed.js";
import { Flow } from "./flow.js";
import { Plan } from "./plan.js";
import { PlinthMode } from "./plinth.js";
import { Pretension } from "./pretension.js";
import { Before } from "./screening.js";
import { SetUpForm } from "./setup.js";
import { showLists, Stage } from "./stage.js";
import { STEP, stepOf } from "./steps.js";
import { wordsOf } from "./words.js";

const LOCK_MS = 400; // a pedal bounces, and people press twice
const TICK_MS = 250;
const LOOK_EVERY_MS = 2000;
const LOCKED = 423;

const root = byId("live");
const view = JSON.parse(root.dataset.view);
const words = wordsOf(view);
const api = apiOf(view);
const board = new Board(view, words);
const primary = byId("primary");

let lockedUntil = 0;
let shownKey = "";
let face = null;
let away = false;
let heardState = "";
let noted = false;
let lost = false;

const shown = { board, refresh, say, fault, note, calm, condition: () => plinth.condition() };
const flow = new Flow(view, words, api, shown);
const pretension = new Pretension(board, words);
const plinth = new PlinthMode(words, flow, board, pretension, again);
const stage = new Stage(words, flow);
const plan = new Plan(view, words, api, fault);
flow.plan = plan;
const before = new Before(words, flow);
const bridge = new Bridge(view.services, {
  kept,
  stopped: () => note(words.t("live.bluetooth.stopped")),
  late: () => note(words.t("live.bluetooth.late")),
});
const form = new SetUpForm(view, words, api, { go: (chosen) => flow.setUp(chosen), fault, plan, bridge });

function say(text) {
  byId("say").textContent = text;
}

function message(text, ...more) {
  const close = el("button", { type: "button", className: "btn", textContent: words.t("live.fault.close") });
  close.addEventListener("click", () => {
    calm();
    if (!primary.hidden) primary.focus({ preventScroll: true });
  });
  const box = byId("fault");
  box.replaceChildren(el("div", {}, el("p", { textContent: text }), el("div", { className: "actions" }, ...more, close)));
  box.hidden = false;
}

/** Something that went differently, but not wrong. */
function note(text) {
  message(text);
  byId("fault").className = "note live-fault";
}

/** While the server is away, what the sensor sends waits here. */
function kept(packets, isAway, isLate) {
  const says = byId("kept");
  says.hidden = !isAway || packets === 0;
  const state = says.hidden ? "" : isLate ? "toolate" : "kept";
  if (state) says.textContent = words.count("live.bluetooth." + state, words.grouped(packets));
  if (state && says.dataset.state !== state) say(says.textContent); // the count that follows would only be noise
  says.dataset.state = state;
}

/** What the server refused, in plain words with what to do. */
function fault(problem) {
  if (problem.status === LOCKED) return; // seen again, with all that is missing, when it is opened
  const { t, has } = words;
  const login = problem.status === 401 ? [el("a", { className: "btn", href: "/login", textContent: t("live.fault.login") })] : [];
  const key = problem.status === 0 ? "live.fault.network" : "live.fault." + problem.status;
  message(has(key) ? t(key, problem.message) : t("live.fault.other", problem.message), ...login);
  byId("fault").className = "fault live-fault";
}

function calm() {
  if (!away) byId("fault").hidden = true;
}

function refresh() {
  if (!flow.loaded) return; // what is not known yet is not shown
  const step = stepOf(flow.sheet, flow.memory, performance.now(), flow.ahead);
  byId("loading").hidden = true;
  if (before.show(step)) return showBefore(step);
  const setUp = step.name === STEP.SETUP;
  document.documentElement.classList.toggle("at-plinth", !setUp);
  byId("stage").hidden = setUp;
  const key = [step.name, step.side, step.effort?.id, flow.sheet?.id, flow.busy, Boolean(plan.data), JSON.stringify(flow.sheet ?? null)].join(" ");
  if (setUp) showSetUp(key);
  else showStep(step, key);
}

function showBefore(step) {
  shownKey = step.name;
  root.dataset.step = step.name;
  document.documentElement.classList.remove("at-plinth");
  byId("stage").hidden = true;
  form.hide();
  board.run(null);
}

/** What this page alone knows has changed: the same step again, without moving to it. */
function again() {
  shownKey = shownKey.split(" ").slice(0, 3).join(" ");
  refresh();
}

function showSetUp(key) {
  root.dataset.step = STEP.SETUP;
  if (!shownKey.startsWith(STEP.SETUP)) {
    shownKey = key;
    board.run(null);
    form.open(flow.tests.map((test) => test.position.id));
  }
  form.busy(flow.busy);
}

function showStep(step, key) {
  form.hide();
  if (key === shownKey) return;
  const moved = key.split(" ").slice(0, 3).join(" ") !== shownKey.split(" ").slice(0, 3).join(" ");
  shownKey = key;
  const position = view.positions.find(({ id }) => id === flow.sheet.position?.id);
  face = stage.of(step, flow.sheet, position ?? {});
  const more = plinth.step(step, flow.sheet, face);
  root.dataset.step = step.name;
  byId("words").textContent = face.words;
  byId("what").replaceChildren(face.what, ...(face.quote ? [" ", el("q", { textContent: face.quote })] : []));
  showSensor(flow.sheet.sensor?.notes ?? []);
  board.run(step.name === STEP.RECORDING ? step.side : null);
  board.show(face.done ? null : (step.side ?? null), face.panel, position?.body);
  showKept(face);
  const blocked = (face.blocked ?? []).map((text) => el("p", { className: "problem", textContent: text }));
  showExtra([...blocked, ...more, ...face.extra.filter(Boolean)], moved);
  byId("others").replaceChildren(...face.others);
  showLists(face, flow.sheet.left ? flow.sheet : null, words, flow);
  showPrimary(face, moved);
  if (moved) {
    say(face.say);
    scrollTo(0, 0);
  }
}

/** What is being written down there stays, and what was opened stays open, as long as it is the same step. */
function showExtra(parts, moved) {
  const extra = byId("extra");
  const fields = [...extra.querySelectorAll("details[open] input:not([type=file])")];
  if (!moved && fields.some((field) => field.value !== field.defaultValue)) return;
  const open = !moved && extra.querySelector("details[open]") !== null;
  extra.replaceChildren(...parts);
  const more = open ? extra.querySelector("details") : null;
  if (more) more.open = true;
}

/** What must be known of the sensor stands there for as long as its numbers do. */
function showSensor(notes) {
  const list = byId("sensor-notes");
  list.hidden = notes.length === 0;
  list.replaceChildren(...notes.map((text) => el("li", { className: "flag", textContent: text })));
}

function showKept(shownFace) {
  for (const { side, kept } of board.panels) {
    const one = side === "LEFT" ? flow.sheet.left : flow.sheet.right;
    const planned = flow.sheet.position?.repetitions;
    if (!one || shownFace.bare) kept.textContent = "";
    else kept.textContent = words.t(one.effortsKept > planned ? "live.panel.kept.over" : "live.panel.kept", one.effortsKept, planned);
  }
}

function showPrimary(shownFace, moved) {
  const { primary: one, focus } = shownFace;
  primary.hidden = !one;
  if (one) {
    primary.textContent = flow.busy && one.busy ? one.busy : one.label;
    primary.className = `btn stage-primary ${one.danger ? "btn-danger" : "btn-primary"}`;
    primary.setAttribute("aria-disabled", String(flow.busy));
  }
  if (moved) hold();
  const lost = document.activeElement === document.body || document.activeElement === null;
  if (!moved && !lost) return;
  const target = focus ? root.querySelector(focus) : primary;
  target?.focus({ preventScroll: true });
}

/** The second half of a double tap must not decide what nobody has seen: for a moment after a step nothing on it can be pressed. */
function hold() {
  lockedUntil = performance.now() + LOCK_MS;
  const held = [...root.querySelectorAll(".stage-btn:not([aria-disabled])")].filter((one) => one !== primary);
  for (const one of held) one.setAttribute("aria-disabled", "true");
  setTimeout(() => {
    for (const one of held) one.removeAttribute("aria-disabled");
  }, LOCK_MS);
}

root.addEventListener(
  "click",
  (event) => {
    const one = event.target.closest(".stage-btn");
    if (!one || one === primary || performance.now() >= lockedUntil) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  },
  true,
);

primary.addEventListener("click", () => {
  const now = performance.now();
  if (now < lockedUntil || flow.busy || !face?.primary) return;
  lockedUntil = now + LOCK_MS;
  face.primary.press();
});
primary.addEventListener("keydown", (event) => {
  if (event.repeat) event.preventDefault(); // a held key or pedal is one press
});

board.onLost = (lost) => {
  if (lost) say(words.t("live.word.lost"));
  plinth.lost(lost);
};

setInterval(() => {
  if (root.dataset.step === STEP.RECORDING) pretension.show();
  if (flow.busy || root.dataset.step !== STEP.REST) return;
  const side = board.panels.find((panel) => panel.root.classList.contains("active"));
  if (side) board.put(side, flow.restLeft(), "");
  if (performance.now() >= flow.memory.restUntil) refresh();
}, TICK_MS);

// A recording that broke off is stored a moment after that was told.
setInterval(() => {
  if (lost && !away && flow.sheet?.recording) flow.look();
}, LOOK_EVERY_MS);

listen(view.visit, {
  frame: (buffer) => board.receive(buffer),
  state(state) {
    lost = state.state === "SIGNAL_LOST";
    const told = [state.state, state.recording, state.side, state.note].join(" ");
    if (told === heardState) return; // the same again, with more packets saved
    heardState = told;
    if (state.recording && (state.state === "RECORDING" || state.state === "SIGNAL_LOST")) board.begin(state.recording);
    if (state.note) note(state.note);
    else if (noted && state.state === "RECORDING") calm(); // what was said of it is over
    noted = Boolean(state.note);
    const known = flow.sheet?.recording?.id;
    const ours = state.state === "RECORDING" && known === state.recording;
    if (!ours) flow.look();
  },
  open() {
    if (!away) return;
    away = false;
    calm();
    say(words.t("live.back.again"));
    flow.load();
  },
  away() {
    away = true;
    message(words.t("live.away"));
    byId("fault").className = "fault live-fault";
  },
});
addEventListener("plinth-unlock", () => flow.load());
flow.load();
