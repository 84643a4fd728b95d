// Packets of one sensor that the server has not taken care of yet, oldest first.

const MOST_BYTES = 1 << 20; // as much as the server lets wait in a slot

export class Kept {
  constructor() {
    this.packets = [];
    this.first = 0; // the sequence number of the oldest
    this.bytes = 0;
    this.written = 0; // the first one that is not in the vault
  }

  get next() {
    return this.first + this.packets.length;
  }

  get size() {
    return this.packets.length;
  }

  /** Whether there was room. */
  add(packet) {
    if (this.bytes + packet.length > MOST_BYTES) return false;
    this.packets.push(packet);
    this.bytes += packet.length;
    return true;
  }

  /** The server has everything up to this one. */
  upTo(seq) {
    while (this.packets.length > 0 && this.first <= seq) {
      this.bytes -= this.packets.shift().length;
      this.first++;
    }
  }

  /** Nobody wants them any more. */
  drop() {
    this.upTo(Infinity);
  }

  /** Those that are not in the vault, which they are from now on. */
  unwritten() {
    const from = Math.max(0, this.written - this.first);
    this.written = this.next;
    return this.packets.slice(from).map((bytes, i) => ({ seq: this.first + from + i, bytes }));
  }
}
