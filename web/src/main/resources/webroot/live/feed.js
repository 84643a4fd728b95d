// The live socket: frames of force and states of the sensor, docs/data-format.md "Live frames".

export const PROTOCOL = "plinth.live.1";
const FORMAT = 1;
const FORCE = 1;
const HEADER_BYTES = 32;
const BUCKET_BYTES = 16;
const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 4000;

export const SIGNAL_LOST = 1;
export const OVER_RANGE = 2;
export const UNCALIBRATED = 4;

/** A frame to read into, again and again. */
export function newFrame() {
  return { side: 0, flags: 0, number: 0, skipped: 0, newest: NaN, greatest: NaN };
}

/** Microseconds as a number: exact up to 2^53, which is 285 years. */
function micros(view, at) {
  return view.getInt32(at) * 4294967296 + view.getUint32(at + 4);
}

/**
 * Reads a frame; `bucket(micros, least, greatest)` is called for each of its buckets. False if it is none of ours, or cut short.
 */
export function decode(buffer, frame, bucket) {
  if (buffer.byteLength < HEADER_BYTES) return false;
  const view = new DataView(buffer);
  if (view.getUint8(0) !== FORMAT || view.getUint8(1) !== FORCE) return false;
  const buckets = view.getUint32(28);
  if (buffer.byteLength !== HEADER_BYTES + buckets * BUCKET_BYTES) return false;
  frame.side = view.getUint8(2);
  frame.flags = view.getUint8(3);
  frame.number = view.getUint32(4);
  frame.skipped = view.getUint32(8);
  frame.newest = view.getFloat32(20);
  frame.greatest = view.getFloat32(24);
  for (let i = 0, at = HEADER_BYTES; i < buckets; i++, at += BUCKET_BYTES) {
    bucket(micros(view, at), view.getFloat32(at + 8), view.getFloat32(at + 12));
  }
  return true;
}

/**
 * Keeps a socket open for as long as the page lives, with growing pauses between tries.
 * `on` has `frame(buffer)`, `state(message)`, `open()` and `away()`.
 */
export function listen(visit, on) {
  let pause = FIRST_RETRY_MS;
  let ended = false;
  let socket;

  function begin() {
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    socket = new WebSocket(`${scheme}//${location.host}/live/${visit}`, PROTOCOL);
    socket.binaryType = "arraybuffer";
    socket.onopen = () => {
      pause = FIRST_RETRY_MS;
      on.open();
    };
    socket.onmessage = ({ data }) => {
      if (typeof data === "string") on.state(JSON.parse(data));
      else on.frame(data);
    };
    socket.onclose = () => {
      if (ended) return;
      on.away();
      setTimeout(begin, pause);
      pause = Math.min(LAST_RETRY_MS, pause * 2);
    };
  }

  begin();
  addEventListener("pagehide", () => {
    ended = true;
    socket.close();
  });
  addEventListener("pageshow", (shown) => {
    if (shown.persisted) location.reload(); // what an old page shows is not live
  });
}
