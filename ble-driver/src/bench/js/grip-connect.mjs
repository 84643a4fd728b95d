// The same packets through @hangtime/grip-connect, for comparison with CodecBenchmark.
// Run in a folder of its own, so that nothing of it comes near the product:
//   mkdir peer && cd peer && npm init -y && npm install @hangtime/grip-connect@0.13.0
//   node --expose-gc ../ble-driver/src/bench/js/grip-connect.mjs "$PWD"
// Its decoder keeps session statistics and a list for its download, which begins anew here after each round of a
// thousand packets; ours unwraps the clock and keeps the ledger. Each sensor is run until one second is over, five times.
import { pathToFileURL } from "node:url";
import path from "node:path";

// The library writes to the console while it decodes; that is not what is measured.
console.log = () => {};
const peer = process.argv[2];
const { Progressor, ForceBoard, CTS500 } = await import(
  pathToFileURL(path.join(peer, "node_modules/@hangtime/grip-connect/dist/index.js")).href
);

const PACKETS = 1000;
const PERIOD_US = 11592;

function progressor(n, samples, skip) {
  const bytes = Buffer.alloc(2 + 8 * samples);
  bytes[0] = 1;
  bytes[1] = 8 * samples;
  for (let i = 0; i < samples; i++) {
    bytes.writeFloatLE(10 + i, 2 + 8 * i);
    bytes.writeUInt32LE(53400 + Math.round((n * (samples + skip) + i) * PERIOD_US), 6 + 8 * i);
  }
  return bytes;
}

function views(make) {
  return Array.from({ length: PACKETS }, (_, n) => {
    const bytes = Uint8Array.from(make(n));
    return new DataView(bytes.buffer);
  });
}

const cases = [
  ["tindeq-progressor", () => new Progressor(), 15, views((n) => progressor(n, 15, 1))],
  ["progressor-clone", () => new Progressor(), 1, views((n) => progressor(n, 1, 0))],
  ["pitchsix-force-board", () => new ForceBoard(), 2, views(() => Buffer.from("00020003e80004b0", "hex"))],
  ["cts500", () => new CTS500(), 1, views(() => Buffer.from("0501000004d2dc", "hex"))],
];

for (const [name, make, samplesOfPacket, packets] of cases) {
  let heard = 0;
  // A device made anew for each round: its list of recent stamps would otherwise grow when the stamps begin again.
  const fresh = () => {
    const device = make();
    device.notify(() => { heard++; });
    return device;
  };
  const rates = [];
  for (let round = 0; round < 8; round++) {
    heard = 0;
    let sent = 0;
    const began = process.hrtime.bigint();
    let nanos = 0n;
    while (nanos < 1_000_000_000n) {
      const device = fresh();
      for (const packet of packets) device.handleNotifications(packet);
      sent += PACKETS;
      nanos = process.hrtime.bigint() - began;
    }
    if (round >= 3) rates.push((sent * samplesOfPacket) / (Number(nanos) / 1e9));
    if (heard === 0) throw new Error(`${name}: nothing was decoded`);
  }
  rates.sort((a, b) => a - b);
  const device = fresh();
  global.gc?.();
  const before = process.memoryUsage().heapUsed;
  for (const packet of packets) device.handleNotifications(packet);
  const bytes = (process.memoryUsage().heapUsed - before) / (PACKETS * samplesOfPacket);
  process.stdout.write(`${name}\t${Math.round(rates[2])} samples/s (median of 5)\tabout ${Math.round(bytes)} bytes a sample\n`);
}
