// Asks the server. Every change carries the login's token; a decision also the version that was seen.

import { newestToken } from "../lock.js";

/** What the server refused, or that it did not answer (status 0). */
export class Fault extends Error {
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const LONGEST_WAIT_MS = 30_000;

/** The routes that this page uses; the patient that it shows goes with every change, so that a mix-up is refused. */
export function apiOf({ csrf, visit, patient }) {
  async function ask(method, path, body, version) {
    const headers = { Accept: "application/json" };
    if (method === "POST") {
      headers["X-Plinth-Csrf"] = newestToken(csrf);
      headers["Content-Type"] = "application/json";
    }
    if (version !== undefined) headers["If-Match"] = `"${version}"`;
    let response;
    try {
      response = await fetch(path, {
        method,
        headers,
        body: method === "POST" ? JSON.stringify({ ...body, patient }) : undefined,
        credentials: "same-origin",
        redirect: "manual",
        cache: "no-store",
        signal: AbortSignal.timeout(LONGEST_WAIT_MS),
      });
    } catch {
      throw new Fault(0, "NETWORK", "");
    }
    const json = await response.json().catch(() => ({}));
    if (response.ok) return json;
    const error = json.error ?? {};
    throw new Fault(response.status || 401, error.code ?? "", error.message ?? "");
  }

  /** A page of plain text. */
  async function plain(path) {
    let response;
    try {
      response = await fetch(path, { headers: { Accept: "text/plain" }, credentials: "same-origin", redirect: "manual", cache: "no-store" });
    } catch {
      throw new Fault(0, "NETWORK", "");
    }
    if (!response.ok) throw new Fault(response.status || 401, "", "");
    return { text: await response.text() };
  }

  const post = (path, body, version) => ask("POST", path, body ?? {}, version);
  return {
    visit: () => ask("GET", `/api/visits/${visit}`),
    screening: () => ask("GET", `/api/visits/${visit}/screening`),
    screen: (answers) => post(`/api/visits/${visit}/screening`, answers),
    plan: () => ask("GET", `/api/visits/${visit}/plan`),
    prepare: (test, marks) => post(`/api/tests/${test}/set-up`, marks),
    weigh: (bodyMass_kg, bodyMassOn, version) => post(`/api/patients/${patient}/body-mass`, { bodyMass_kg, bodyMassOn }, version),
    note: () => plain(`/visits/${visit}/note`),
    sheet: (test) => ask("GET", `/api/tests/${test}`),
    sensors: () => ask("GET", "/api/sensors").then((found) => found.sensors),
    squeeze: (sensors) => post(`/api/visits/${visit}/squeeze`, { sensors }),
    setUp: (chosen) => post(`/api/visits/${visit}/tests`, chosen),
    connect: (test) => post(`/api/tests/${test}/connect`),
    takeOver: (test, reason) => post(`/api/tests/${test}/take-over`, { reason }),
    tare: (test, side) => post(`/api/tests/${test}/tare`, { side }),
    start: (test, side, requestId, condition) => post(`/api/tests/${test}/recordings`, { side, requestId, ...condition }),
    tester: () => ask("GET", `/visits/${visit}/tester`),
    switchTester: (account, pin) => post(`/visits/${visit}/tester`, { account, pin }),
    pad: () => ask("GET", `/visits/${visit}/pad`),
    padOpen: (origin) => post(`/visits/${visit}/pad`, { origin }),
    padAsk: (effort) => post(`/visits/${visit}/pad/ask`, { effort }),
    padHold: (test, side, newtons) => post(`/visits/${visit}/pad/hold`, { test, side, target_N: newtons }),
    padEnd: () => post(`/visits/${visit}/pad/end`),
    last: (test, side) => ask("GET", `/api/tests/${test}/last?side=${side}`),
    stop: (recording) => post(`/api/recordings/${recording}/stop`),
    decide: (effort, decision) => post(`/api/trials/${effort.id}/decision`, decision, effort.version),
    swapSides: (test, reason, version) => post(`/api/tests/${test}/swap`, { reason }, version),
    close: (version) => post(`/api/visits/${visit}/close`, {}, version),
  };
}
