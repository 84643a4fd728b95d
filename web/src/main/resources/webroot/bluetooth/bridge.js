// Lends this browser's Bluetooth to the server, docs/data-format.md section 5: the server decides and decodes, the page only
// carries. What cannot be sent is kept, and sent in order, once.

import { deliver } from "./leftover.js";
import { Slot } from "./slot.js";
import { Vault } from "./vault.js";

export const PROTOCOL = "plinth.bridge.1";
const SLOTS = 4;
const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 4000;
const TELL_EVERY_MS = 250;
const SERVER_WAITS_MS = 60_000; // docs/data-format.md section 5

/** Where the socket is. */
export const address = () => new URL("/bridge", location.href.replace(/^http/, "ws"));

/** The bridge of this page. `told.kept(packets, away, late)` when that many wait; `told.stopped()` when a sensor was given up. */
export class Bridge {
  constructor(services, told) {
    this.services = services;
    this.told = told;
    this.name = randomName();
    this.slots = [];
    this.retry = FIRST_RETRY_MS;
    this.ready = false;
    addEventListener("beforeunload", (event) => {
      if (this.waiting() > 0 && !this.ready) event.preventDefault();
    });
    addEventListener("pagehide", () => this.leave());
    deliver(() => this.told.late());
  }

  /** Asks the person to choose; gives the id by which the server knows the sensor. Rejects with NotFoundError where she chose none. */
  async choose() {
    const device = await navigator.bluetooth.requestDevice({ acceptAllDevices: true, optionalServices: this.services });
    const known = this.slots.find((slot) => slot.sensor.device.id === device.id);
    const slot = known ?? this.lend(device);
    this.connect();
    await slot.known;
    return "browser-" + device.id.replace(/[^A-Za-z0-9]/g, "_");
  }

  lend(device) {
    const number = this.slots.length;
    if (number === SLOTS) throw new RangeError("every slot is taken");
    this.vault ??= new Vault(this.name);
    const told = { changed: () => this.tellSoon(), stopped: () => this.told.stopped() };
    const slot = new Slot(number, device, { wire: this, vault: this.vault, told });
    this.slots.push(slot);
    if (this.ready) slot.open(this.name);
    return slot;
  }

  connect() {
    if (this.socket) return;
    const socket = new WebSocket(address(), PROTOCOL);
    socket.binaryType = "arraybuffer";
    socket.addEventListener("open", () => {
      this.retry = FIRST_RETRY_MS;
      this.ready = true;
      this.awaySince = undefined;
      this.slots.forEach((slot) => slot.open(this.name));
    });
    socket.addEventListener("message", ({ data }) => this.take(JSON.parse(data)));
    socket.addEventListener("close", () => this.again());
    this.socket = socket;
  }

  again() {
    this.socket = null;
    this.ready = false;
    this.awaySince ??= performance.now();
    this.slots.forEach((slot) => slot.away());
    this.tell();
    setTimeout(() => this.connect(), this.retry);
    this.retry = Math.min(2 * this.retry, LAST_RETRY_MS);
  }

  say(message) {
    if (this.ready) this.socket.send(JSON.stringify(message));
  }

  send(packet) {
    if (this.ready) this.socket.send(packet);
  }

  take(message) {
    const slot = this.slots[message.slot];
    if (!slot) return;
    if (message.type === "command") this.obey(slot, message);
    else if (message.type === "stop") slot.stop(this.name);
    else if (message.type === "ack") {
      slot.acknowledged(message.seq);
      this.tellSoon();
    }
  }

  async obey(slot, command) {
    const reply = { type: "reply", slot: slot.number, op: command.op };
    try {
      this.say({ ...reply, ok: true, ...(await slot.sensor.obey(command)) });
    } catch (problem) {
      this.say({ ...reply, ok: false, error: problem.name });
    }
  }

  waiting() {
    return this.slots.reduce((sum, { kept }) => sum + kept.size, 0);
  }

  /** Packets come many times a second; nobody reads as fast. */
  tellSoon() {
    this.later ??= setTimeout(() => this.tell(), TELL_EVERY_MS);
  }

  tell() {
    clearTimeout(this.later);
    this.later = undefined;
    if (!this.ready) this.slots.forEach((slot) => slot.write());
    this.told.kept(this.waiting(), !this.ready, performance.now() - this.awaySince > SERVER_WAITS_MS);
  }

  /** The page goes, and its sensors with it: what the server has is all there is. */
  leave() {
    if (!this.ready) return this.slots.forEach((slot) => slot.write());
    if (this.waiting() === 0) this.slots.forEach(({ number }) => this.say({ type: "close", slot: number }));
  }
}

function randomName() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
