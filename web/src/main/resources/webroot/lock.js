// Covers the page: after some minutes without a touch, or at the press of a button. What stood there is taken out of the document and
// kept, with everything typed, so that it comes back as it was; scripts, sockets and recordings go on. The server is told, and from then on
// answers this login with 423 until the password has been given again.

const CHECK_MS = 5_000;
const SEEN_MS = 60_000;
const AGAIN_MS = 5_000;
const TOUCHES = ["pointerdown", "keydown", "wheel", "touchstart", "input"];

const cover = document.getElementById("lock-cover");
const channel = cover && "BroadcastChannel" in globalThis ? new BroadcastChannel("plinth-lock") : null;
let token = cover?.dataset.csrf ?? "";
let renewed = false;
let held = null; // { page, title, focus, top } while it is locked
let touchedAt = Date.now();
let seenAt = Date.now();

/** An element of the page that is kept while it is locked. */
export function heldById(id) {
  return held?.page.querySelector("#" + CSS.escape(id)) ?? null;
}

/** The token of this login: what a page was given holds until the first unlocking. */
export function newestToken(given) {
  return renewed ? token : given;
}

function post(path, body) {
  return fetch(path, {
    method: "POST",
    headers: { Accept: "application/json", "Content-Type": "application/json", "X-Plinth-Csrf": token },
    body: JSON.stringify(body),
    credentials: "same-origin",
    redirect: "manual",
    cache: "no-store",
    keepalive: true,
  });
}

const here = () => location.pathname + location.search;

function hide() {
  if (held) return false;
  const page = document.querySelector(".frame");
  held = { page, title: document.title, focus: document.activeElement, top: scrollY };
  page.replaceWith(cover.content.cloneNode(true));
  document.title = cover.dataset.title;
  document.getElementById("unlock").addEventListener("submit", unlock);
  document.getElementById("unlock-password").focus({ preventScroll: true });
  scrollTo(0, 0);
  return true;
}

function show() {
  if (!held) return;
  const { page, title, focus, top } = held;
  held = null;
  for (const field of [...page.querySelectorAll("input[name=csrf]"), ...cover.content.querySelectorAll("input[name=csrf]")]) {
    field.value = token;
  }
  document.getElementById("lock-page").replaceWith(page);
  document.title = title;
  scrollTo(0, top);
  if (focus?.isConnected) focus.focus({ preventScroll: true });
  touchedAt = seenAt = Date.now();
  dispatchEvent(new Event("plinth-unlock"));
}

/** The server must know, or a copy of this page could still ask; it is told until it has heard. */
async function tell() {
  if (!held) return;
  try {
    await post("/lock", { back: here() });
  } catch {
    setTimeout(tell, AGAIN_MS);
  }
}

function lock() {
  if (!hide()) return;
  channel?.postMessage({ locked: true });
  tell();
}

async function unlock(event) {
  event.preventDefault();
  const password = document.getElementById("unlock-password");
  const problem = document.getElementById("unlock-problem");
  problem.hidden = true;
  try {
    const answer = await post("/lock/open", { password: password.value });
    const said = await answer.json().catch(() => ({}));
    if (answer.ok) return opened(said.csrf, true);
    if (said.error?.code === "NOT_LOGGED_IN") return location.assign("/login");
    if (answer.status === 403) return location.assign("/lock?back=" + encodeURIComponent(here()));
    problem.textContent = said.error?.message ?? cover.dataset.unreachable;
  } catch {
    problem.textContent = cover.dataset.unreachable;
  }
  problem.hidden = false;
  password.value = "";
  password.focus();
}

function opened(csrf, first) {
  token = csrf;
  renewed = true;
  if (first) channel?.postMessage({ csrf });
  show();
}

function touched() {
  touchedAt = Date.now();
  if (held || touchedAt - seenAt < SEEN_MS) return;
  seenAt = touchedAt;
  channel?.postMessage({ touchedAt });
  post("/lock/seen", {}).catch(() => {}); // the next request tells as well
}

function check() {
  if (!held && Date.now() - touchedAt >= Number(cover.dataset.after) * 1000) lock();
}

if (cover) {
  for (const touch of TOUCHES) addEventListener(touch, touched, { capture: true, passive: true });
  for (const back of ["focus", "pageshow"]) addEventListener(back, check);
  document.addEventListener("visibilitychange", check);
  setInterval(check, CHECK_MS);
  document.getElementById("lock")?.addEventListener("submit", (event) => {
    event.preventDefault();
    lock();
  });
  channel?.addEventListener("message", ({ data }) => {
    if (data.locked) hide();
    if (data.csrf) opened(data.csrf, false);
    if (data.touchedAt) touchedAt = Math.max(touchedAt, data.touchedAt);
  });
}
