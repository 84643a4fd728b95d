// Bytes of the browser bridge, docs/data-format.md section 5.

const VERSION = 1;
const HEAD_BYTES = 32;
const MICROS_PER_MS = 1000;

/** Hexadecimal digits of bytes. */
export function hexOf(view) {
  let hex = "";
  for (let i = 0; i < view.byteLength; i++) hex += view.getUint8(i).toString(16).padStart(2, "0");
  return hex;
}

/** Bytes of hexadecimal digits. */
export function bytesOf(hex) {
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = parseInt(hex.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}

/** A notification as it goes to the server: version, slot, sequence, when it came on the page's clock, where from, its bytes. */
export function packetOf(slot, seq, milliseconds, uuid, value) {
  const packet = new Uint8Array(HEAD_BYTES + value.byteLength);
  const head = new DataView(packet.buffer);
  head.setUint8(0, VERSION);
  head.setUint8(1, slot);
  head.setUint32(4, seq);
  head.setBigInt64(8, BigInt(Math.round(milliseconds * MICROS_PER_MS)));
  packet.set(bytesOf(uuid.replaceAll("-", "")), 16);
  packet.set(new Uint8Array(value.buffer, value.byteOffset, value.byteLength), HEAD_BYTES);
  return packet;
}
