// Packets that wait for the server, sealed, in this browser's own database: they outlive the page, for a short while. What this
// protects and what not: docs/howto/bluetooth-browser.md.

const DATABASE = "plinth-kept";
const BRIDGES = "bridges";
const PACKETS = "packets";
const LONGEST_MS = 15 * 60_000; // no recording waits as long
const IV_BYTES = 12;

const asked = (request) =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });

const finished = (transaction) =>
  new Promise((done, failed) => {
    transaction.oncomplete = () => done();
    transaction.onabort = transaction.onerror = () => failed(transaction.error);
  });

/** No number seals two packets: each sensor's packets are counted, and each page has a key of its own. */
function ivOf(slot, seq) {
  const iv = new DataView(new ArrayBuffer(IV_BYTES));
  iv.setUint32(0, slot);
  iv.setUint32(8, seq);
  return iv.buffer;
}

const lockOf = (bridge) => "plinth-kept-" + bridge;

/** All packets of a slot, or those up to one. */
const range = (bridge, slot, seq) =>
  seq === undefined
    ? IDBKeyRange.bound([bridge, slot, 0], [bridge, slot, Infinity])
    : IDBKeyRange.bound([bridge, slot, 0], [bridge, slot, seq]);

function open() {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(BRIDGES, { keyPath: "bridge" });
    request.result.createObjectStore(PACKETS);
  };
  return asked(request);
}

/** Throws all of it away: at logout, and whenever a login page is shown. */
export function throwAway() {
  return asked(indexedDB.deleteDatabase(DATABASE));
}

/** What one page keeps. Its work is done one after the other; `flush()` resolves when all is written. */
export class Vault {
  constructor(bridge) {
    this.bridge = bridge;
    this.turn = this.begin();
    this.turn.catch(() => {}); // a browser without a database keeps packets in the page alone
  }

  async begin() {
    this.database = await open();
    this.database.onversionchange = () => this.database.close(); // a logout in another tab
    this.key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    // Held for as long as the page lives: so another page knows what is left behind.
    navigator.locks?.request(lockOf(this.bridge), () => new Promise(() => {}));
  }

  after(work) {
    this.turn = this.turn.then(work);
    this.turn.catch(() => {});
    return this.turn;
  }

  /** Seals packets of a slot; `device` is what the server must be told to know it again. */
  put(device, slot, packets) {
    return this.after(async () => {
      const sealed = [];
      for (const { seq, bytes } of packets) {
        sealed.push([seq, await crypto.subtle.encrypt({ name: "AES-GCM", iv: ivOf(slot, seq) }, this.key, bytes)]);
      }
      const transaction = this.database.transaction([BRIDGES, PACKETS], "readwrite", { durability: "strict" });
      const bridges = transaction.objectStore(BRIDGES);
      const known = (await asked(bridges.get(this.bridge))) ?? { bridge: this.bridge, key: this.key, slots: {} };
      bridges.put({ ...known, at: Date.now(), slots: { ...known.slots, [slot]: device } });
      const store = transaction.objectStore(PACKETS);
      for (const [seq, bytes] of sealed) store.put(bytes, [this.bridge, slot, seq]);
      await finished(transaction);
    });
  }

  /** The server has everything up to this one. */
  forget(slot, seq) {
    return this.after(async () => {
      const transaction = this.database.transaction(PACKETS, "readwrite");
      transaction.objectStore(PACKETS).delete(range(this.bridge, slot, seq));
      await finished(transaction);
    });
  }

  flush() {
    return this.turn;
  }
}

/**
 * Calls `work({ bridge, slots })` for what each other page left behind, once that page is gone and one at a time; afterwards
 * nothing is left of it. What is older than it may be is thrown away.
 */
export async function takeOver(work) {
  if (!navigator.locks) return; // nobody knows which pages are gone
  const all = await withDatabase((database) => asked(database.transaction(BRIDGES).objectStore(BRIDGES).getAllKeys()));
  for (const bridge of all) navigator.locks.request(lockOf(bridge), () => finish(bridge, work)).catch(() => {}); // for the next page
}

async function finish(bridge, work) {
  const slots = await withDatabase(async (database) => {
    const one = await asked(database.transaction(BRIDGES).objectStore(BRIDGES).get(bridge));
    return one && Date.now() - one.at < LONGEST_MS ? opened(database, one) : [];
  });
  if (slots.length) await work({ bridge, slots });
  await withDatabase((database) => remove(database, bridge));
}

async function withDatabase(work) {
  const database = await open();
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

async function opened(database, { bridge, key, slots }) {
  const all = [];
  for (const [number, device] of Object.entries(slots)) {
    const slot = Number(number);
    const store = database.transaction(PACKETS).objectStore(PACKETS);
    const [keys, sealed] = await Promise.all([asked(store.getAllKeys(range(bridge, slot))), asked(store.getAll(range(bridge, slot)))]);
    const packets = await Promise.all(
      keys.map(async ([, , seq], i) => ({
        seq,
        bytes: new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv: ivOf(slot, seq) }, key, sealed[i])),
      })),
    );
    if (packets.length) all.push({ slot, device, packets });
  }
  return all;
}

async function remove(database, bridge) {
  const transaction = database.transaction([BRIDGES, PACKETS], "readwrite");
  transaction.objectStore(BRIDGES).delete(bridge);
  transaction.objectStore(PACKETS).delete(IDBKeyRange.bound([bridge, 0, 0], [bridge, Infinity, Infinity]));
  await finished(transaction);
}
