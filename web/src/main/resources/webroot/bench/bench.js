// The live reading of a sensor on the bench. The server decides when it has settled; this only shows it.

import { heldById } from "../lock.js";

/** While the page is locked its content stands outside the document, and goes on. */
const byId = (id) => document.getElementById(id) ?? heldById(id);

const bench = byId("bench");
const buttons = [...document.querySelectorAll("[data-settled]")];

function ready(settled) {
  for (const button of buttons) {
    button.setAttribute("aria-disabled", String(!settled));
  }
}

function show(state) {
  const reading = byId("bench-reading");
  const words = byId("bench-words");
  if (state.reading !== undefined) reading.textContent = state.reading.toFixed(Number(bench.dataset.decimals));
  if (words.textContent !== state.words) words.textContent = state.words;
  bench.dataset.settled = String(state.settled);
  ready(state.connected && state.settled);
}

function listen() {
  const url = new URL(bench.dataset.socket, location.href);
  url.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  const socket = new WebSocket(url, "plinth.bench.1");
  socket.addEventListener("message", ({ data }) => show(JSON.parse(data)));
  socket.addEventListener("close", () => {
    ready(false);
    byId("bench-words").textContent = bench.dataset.lost;
    setTimeout(listen, 1000);
  });
}

if (bench) {
  ready(false);
  listen();
  document.addEventListener("submit", (event) => {
    if (event.submitter?.getAttribute("aria-disabled") === "true") event.preventDefault();
  });
}
