// One sensor that the browser reaches: does what the server commands, and hands on what the sensor tells.

import { bytesOf, hexOf } from "./bytes.js";

const FIRST_RETRY_MS = 250;
const ATTEMPT_MS = 8_000; // browsers set no limit of their own
const LONGEST_MS = 16_000; // no attempt begins after that; the server waits for 30 s

/** `packet(uuid, value)` for each notification; `gone()` when it went out of reach without being sent away. */
export class Sensor {
  constructor(device, { packet, gone }) {
    this.device = device;
    this.packet = packet;
    this.characteristics = new Map();
    this.turn = Promise.resolve();
    this.heard = (event) => this.packet(event.target.uuid, event.target.value);
    device.addEventListener("gattserverdisconnected", () => {
      this.characteristics.clear();
      if (this.wanted) gone();
      this.wanted = false;
    });
  }

  /** What a reply holds beside `ok`. One command at a time: GATT allows no more. */
  obey(command) {
    const done = this.turn.then(() => this.act(command));
    this.turn = done.catch(() => {});
    return done;
  }

  act(command) {
    switch (command.do) {
      case "connect":
        return this.connect();
      case "subscribe":
        return this.subscribe(this.at(command));
      case "write":
        return write(this.at(command), bytesOf(command.bytes));
      case "read":
        return read(this.at(command));
      case "disconnect":
        return this.disconnect();
      default:
        throw new Error("unknown command");
    }
  }

  async connect() {
    this.wanted = false; // an attempt that fails is told as a reply, not as a loss
    const found = await patiently(() => this.attempt());
    this.characteristics = found.all;
    this.wanted = true;
    return { characteristics: found.notifying };
  }

  async attempt() {
    const mine = (this.current = {});
    let timer;
    const late = new Promise((done, failed) => {
      timer = setTimeout(() => failed(new DOMException("no answer", "NetworkError")), ATTEMPT_MS);
    });
    try {
      return await Promise.race([this.found(mine), late]);
    } catch (problem) {
      if (this.current === mine) this.current = undefined;
      this.device.gatt.disconnect();
      throw problem;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Connects, and finds what the sensor has. A connection that comes after its attempt was given up is nobody's. */
  async found(attempt) {
    const server = await this.device.gatt.connect();
    if (this.current === undefined) this.device.gatt.disconnect();
    if (this.current !== attempt) throw new DOMException("too late", "NetworkError");
    const all = new Map();
    const notifying = [];
    for (const service of await server.getPrimaryServices()) {
      for (const characteristic of await service.getCharacteristics()) {
        all.set(service.uuid + characteristic.uuid, characteristic);
        const { notify, indicate } = characteristic.properties;
        if (notify || indicate) notifying.push({ service: service.uuid, characteristic: characteristic.uuid });
      }
    }
    return { all, notifying };
  }

  async subscribe(characteristic) {
    characteristic.addEventListener("characteristicvaluechanged", this.heard);
    await characteristic.startNotifications();
    return {};
  }

  disconnect() {
    this.wanted = false;
    this.device.gatt.disconnect();
    return {};
  }

  at({ service, characteristic }) {
    const found = this.characteristics.get(service + characteristic);
    if (!found) throw new Error("the sensor has no such characteristic");
    return found;
  }
}

/** The first try after a loss often fails though the sensor is there. */
async function patiently(connect) {
  const until = performance.now() + LONGEST_MS;
  for (let pause = FIRST_RETRY_MS; ; pause *= 2) {
    try {
      return await connect();
    } catch (problem) {
      if (problem.name !== "NetworkError" || performance.now() + pause > until) throw problem;
      await new Promise((done) => setTimeout(done, pause));
    }
  }
}

async function write(characteristic, bytes) {
  if (characteristic.properties.write) await characteristic.writeValueWithResponse(bytes);
  else await characteristic.writeValueWithoutResponse(bytes);
  return {};
}

async function read(characteristic) {
  return { bytes: hexOf(await characteristic.readValue()) };
}
