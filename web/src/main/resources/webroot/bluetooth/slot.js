// One sensor that this page lends to the server: what it told and the server does not have yet, and whether it is still there.

import { packetOf } from "./bytes.js";
import { Kept } from "./kept.js";
import { Sensor } from "./sensor.js";

export class Slot {
  /** `wire` has `isOpen()`, `say(message)`, `send(packet)`; `told` has `changed()` and `stopped()`. */
  constructor(number, device, { wire, vault, told }) {
    this.number = number;
    this.wire = wire;
    this.vault = vault;
    this.told = told;
    this.kept = new Kept();
    this.synced = false; // whether the server told from where on to send
    this.gone = false; // whether it must still be told that the sensor is out of reach
    this.known = new Promise((done) => (this.isKnown = done));
    this.sensor = new Sensor(device, { packet: (uuid, value) => this.packet(uuid, value), gone: () => this.lost() });
  }

  get device() {
    const { id, name } = this.sensor.device;
    return { device: id, name: name ?? "" };
  }

  open(bridge) {
    const { first, next } = this.kept;
    this.wire.say({ type: "open", bridge, slot: this.number, ...this.device, services: [], first, next });
  }

  packet(uuid, value) {
    const packet = packetOf(this.number, this.kept.next, performance.now(), uuid, value);
    if (!this.kept.add(packet)) {
      this.full();
      return;
    }
    if (this.synced) this.wire.send(packet);
    else this.told.changed();
  }

  /** The way is cut: what waits is written down. */
  away() {
    this.synced = false;
    this.write();
  }

  write() {
    const packets = this.kept.unwritten();
    if (packets.length) this.vault.put(this.device, this.number, packets);
  }

  /** The first one after a connection says from where on to send. */
  acknowledged(seq) {
    this.kept.upTo(seq);
    if (this.kept.written > 0) this.forget(seq);
    this.isKnown();
    if (this.synced) return;
    this.synced = true;
    this.kept.packets.forEach((packet) => this.wire.send(packet));
    this.tellGone();
  }

  /** What is in the vault and the server has. */
  forget(seq) {
    this.vault.forget(this.number, seq);
    if (seq + 1 >= this.kept.written) this.kept.written = 0;
  }

  lost() {
    this.gone = true;
    this.tellGone();
  }

  /** Behind the packets that came before. */
  tellGone() {
    if (!this.gone || !this.synced) return;
    this.gone = false;
    this.wire.say({ type: "gone", slot: this.number });
  }

  /** As much waits as may: nothing more is taken, which everybody sees. What waits is still sent. */
  full() {
    if (!this.sensor.wanted) return;
    this.sensor.disconnect();
    this.lost();
    this.told.stopped();
  }

  /** The server wants nothing more of it: what waits is nobody's. The sensor can be connected afresh. */
  stop(bridge) {
    this.sensor.disconnect();
    this.gone = false;
    this.synced = false;
    this.kept.drop();
    this.forget(this.kept.next);
    this.open(bridge);
    this.told.stopped();
  }
}
