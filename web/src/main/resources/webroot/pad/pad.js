// The pad in the patient's hand: one question, eleven answers, and a bar while a force is held. Its secret stands behind the # of the
// address; it is sent in the body alone, and forgotten by the address as soon as it was read.

import { Bar } from "./bar.js";

const POLL_MS = 1000;
const HOLD_POLL_MS = 120; // while a bar runs
const LONGEST_WAIT_MS = 5000;
const STORE = "plinth-pad";

const root = document.getElementById("pad");
const words = root.dataset;
const numbers = document.getElementById("numbers");
const says = document.getElementById("says");
const bar = new Bar(document.getElementById("hold"), words);
let question = 0;
let answered = null;
let over = false;

function secret() {
  const named = location.hash.slice(1);
  if (named) {
    sessionStorage.setItem(STORE, named);
    history.replaceState(null, "", location.pathname); // not left for the next who takes the device
  }
  return sessionStorage.getItem(STORE) ?? "";
}
const token = secret();

async function post(path, body) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify({ token, ...body }),
    credentials: "omit",
    cache: "no-store",
    signal: AbortSignal.timeout(LONGEST_WAIT_MS),
  });
  return answer.ok ? answer.json() : { status: answer.status };
}

for (let pain = 0; pain <= 10; pain++) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = String(pain);
  if (pain === 0) button.setAttribute("aria-label", words.none);
  if (pain === 10) button.setAttribute("aria-label", words.worst);
  button.addEventListener("click", () => answer(pain));
  numbers.append(button);
}

function show(text) {
  if (says.textContent !== text) says.textContent = text;
}

function take(state, sent) {
  over = state.status === 404;
  if (over) {
    sessionStorage.removeItem(STORE);
    document.getElementById("who").textContent = "";
  }
  if (state.status === undefined) {
    question = state.question ?? 0;
    answered = state.pain ?? null;
    document.getElementById("who").textContent = state.initials;
  }
  // with no answer the bar stays as it is, and says by itself that it is not fed
  if (over || state.status === undefined) bar.take(state.hold ?? null, sent);
  root.classList.toggle("asking", !over && question > 0);
  root.classList.toggle("holding", bar.hold !== null);
  [...numbers.children].forEach((button, pain) => button.setAttribute("aria-pressed", String(pain === answered)));
  show(said(state));
}

function said(state) {
  if (over) return words.over;
  if (state.status !== undefined && state.status !== 409) return words.away;
  if (bar.hold !== null) return "";
  if (question === 0) return words.wait;
  return answered === null ? "" : words.thanks.replace("{0}", String(answered));
}

async function ask(path, body) {
  const sent = performance.now();
  take(await post(path, body).catch(() => ({ status: 0 })), sent);
}

function answer(pain) {
  if (question > 0 && !over) ask("/pad/answer", { question, pain });
}

async function poll() {
  if (over) return;
  if (token) await ask("/pad", {});
  else take({ status: 404 }, performance.now());
  setTimeout(poll, bar.hold === null ? POLL_MS : HOLD_POLL_MS);
}
poll();
