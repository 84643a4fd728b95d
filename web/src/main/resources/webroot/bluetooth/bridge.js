// Lends this browser's Bluetooth to the server, docs/data-format.md section 5: the server decides and decodes, the page only
// carries. What cannot be sent is kept, and sent in order, once.

import { packetOf } from "./bytes.js";
import { Kept } from "./kept.js";
import { Sensor } from "./sensor.js";

const PROTOCOL = "plinth.bridge.1";
const SLOTS = 4;
const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 4000;

/** Whether this browser can reach sensors at all. */
export async function canReachSensors() {
  return Boolean(navigator.bluetooth) && navigator.bluetooth.getAvailability();
}

/**
 * The bridge of this page. `told.kept(packets, away)` when that many wait; `told.stopped()` when a sensor was given up
 * because they were too many.
 */
export class Bridge {
  constructor(services, told) {
    this.services = services;
    this.told = told;
    this.name = randomName();
    this.slots = [];
    this.retry = FIRST_RETRY_MS;
    addEventListener("beforeunload", (event) => {
      if (this.waiting() > 0 && !this.isOpen()) event.preventDefault();
    });
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
    const slot = { number, kept: new Kept(), synced: false };
    slot.known = new Promise((done) => (slot.isKnown = done));
    slot.sensor = new Sensor(device, {
      packet: (uuid, value) => this.packet(slot, uuid, value),
      gone: () => this.say({ type: "gone", slot: number }),
    });
    this.slots.push(slot);
    if (this.isOpen()) this.open(slot);
    return slot;
  }

  connect() {
    if (this.socket) return;
    const socket = new WebSocket(new URL("/bridge", location.href.replace(/^http/, "ws")), PROTOCOL);
    socket.binaryType = "arraybuffer";
    socket.addEventListener("open", () => {
      this.retry = FIRST_RETRY_MS;
      this.slots.forEach((slot) => this.open(slot));
    });
    socket.addEventListener("message", ({ data }) => this.take(JSON.parse(data)));
    socket.addEventListener("close", () => this.again());
    this.socket = socket;
  }

  again() {
    this.socket = null;
    this.slots.forEach((slot) => (slot.synced = false));
    this.tell();
    setTimeout(() => this.connect(), this.retry);
    this.retry = Math.min(2 * this.retry, LAST_RETRY_MS);
  }

  isOpen() {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  say(message) {
    if (this.isOpen()) this.socket.send(JSON.stringify(message));
  }

  open({ number, sensor }) {
    const { id, name } = sensor.device;
    this.say({ type: "open", bridge: this.name, slot: number, device: id, name: name ?? "", services: [] });
  }

  take(message) {
    const slot = this.slots[message.slot];
    if (!slot) return;
    if (message.type === "command") this.obey(slot, message);
    else if (message.type === "ack") this.acknowledged(slot, message.seq);
    else if (message.type === "stop") this.stop(slot);
  }

  async obey(slot, command) {
    const reply = { type: "reply", slot: slot.number, op: command.op };
    try {
      this.say({ ...reply, ok: true, ...(await slot.sensor.obey(command)) });
    } catch (problem) {
      this.say({ ...reply, ok: false, error: problem.name });
    }
  }

  /** The first one after the socket opened says from where on to send. */
  acknowledged(slot, seq) {
    slot.isKnown();
    slot.kept.upTo(seq);
    if (!slot.synced) {
      slot.synced = true;
      slot.kept.packets.forEach((packet) => this.socket.send(packet));
    }
    this.tell();
  }

  packet(slot, uuid, value) {
    const packet = packetOf(slot.number, slot.kept.next, performance.now(), uuid, value);
    if (!slot.kept.add(packet)) {
      this.stop(slot);
      return;
    }
    if (slot.synced) this.socket.send(packet);
    else this.tell();
  }

  /** Too much waits: nothing more is taken, which everybody sees. */
  stop(slot) {
    slot.sensor.disconnect();
    this.told.stopped();
  }

  waiting() {
    return this.slots.reduce((sum, { kept }) => sum + kept.size, 0);
  }

  tell() {
    this.told.kept(this.waiting(), !this.isOpen());
  }
}

function randomName() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
