// What a page that is gone could not send: sent now in its name, in order, once. Its sensors went with it.

import { address, PROTOCOL } from "./bridge.js";
import { takeOver } from "./vault.js";

/** Delivers what there is; `late()` when the recording that it belongs to was over. */
export function deliver(late) {
  if (!globalThis.indexedDB || !globalThis.crypto?.subtle) return;
  const send = async ({ bridge, slots }) => {
    for (const slot of slots) if ((await delivered(bridge, slot)) === "stop") late();
  };
  takeOver(send).catch(() => {}); // a browser without a database has nothing left behind
}

/** `ack` when the server has all of it, `stop` when it wants none of it; waits for the server for as long as the page lives. */
async function delivered(bridge, slot) {
  for (let pause = 250; ; pause = Math.min(2 * pause, 4000)) {
    const outcome = await once(bridge, slot);
    if (outcome) return outcome;
    await new Promise((done) => setTimeout(done, pause));
  }
}

function once(bridge, { slot, device, packets }) {
  const first = packets[0].seq;
  const last = packets.at(-1).seq;
  return new Promise((done) => {
    let began = false;
    const socket = new WebSocket(address(), PROTOCOL);
    const end = (outcome) => {
      done(outcome);
      socket.close();
    };
    const begin = (seq) => {
      began = true;
      for (const packet of packets) if (packet.seq > seq) socket.send(packet.bytes);
      if (seq < last) return;
      socket.send(JSON.stringify({ type: "gone", slot }));
      end("ack");
    };
    socket.onopen = () => socket.send(JSON.stringify({ type: "open", bridge, slot, ...device, services: [], first, next: last + 1 }));
    socket.onclose = () => done(null);
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(data);
      if (message.slot !== slot) return; // the server speaks of every sensor of that page
      if (message.type === "stop") end("stop");
      else if (message.type === "command") socket.send(JSON.stringify({ type: "reply", slot, op: message.op, ok: false, error: "NetworkError" }));
      else if (message.type !== "ack") return;
      else if (!began || message.seq >= last) begin(message.seq);
    };
  });
}
