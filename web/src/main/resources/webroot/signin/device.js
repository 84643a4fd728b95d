// Talks to the device that holds passkeys. Bytes travel to and from the server as base64url.

const LONGEST_WAIT_MS = 30_000;

/** Whether this browser and this address can have passkeys at all. */
export function available() {
  return window.isSecureContext && typeof window.PublicKeyCredential === "function" && !isDigits(location.hostname);
}

/** Makes a passkey as the server asks; the fields that it wants back. */
export async function make(options) {
  const credential = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: (options.excludeCredentials ?? []).map(known),
    },
  });
  return {
    id: credential.id,
    clientDataJSON: text(credential.response.clientDataJSON),
    attestationObject: text(credential.response.attestationObject),
  };
}

/** Lets the person choose one of her passkeys and prove herself; the fields that the server wants back. */
export async function use(options) {
  const credential = await navigator.credentials.get({
    publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: [] },
  });
  return {
    id: credential.id,
    clientDataJSON: text(credential.response.clientDataJSON),
    authenticatorData: text(credential.response.authenticatorData),
    signature: text(credential.response.signature),
    userHandle: text(credential.response.userHandle),
  };
}

/** Sends JSON; throws the server's own sentence where it refuses. */
export async function send(path, body, csrf) {
  const headers = { Accept: "application/json", "Content-Type": "application/json" };
  if (csrf) headers["X-Plinth-Csrf"] = csrf;
  const response = await fetch(path, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
    credentials: "same-origin",
    redirect: "manual",
    cache: "no-store",
    signal: AbortSignal.timeout(LONGEST_WAIT_MS),
  });
  const json = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(json.error?.message ?? "");
  return json;
}

/** What the server refused, in its words. */
export class Refused extends Error {}

function isDigits(host) {
  return /^[0-9.]+$/.test(host) || host.startsWith("[");
}

function known(credential) {
  return { ...credential, id: bytes(credential.id) };
}

function bytes(base64url) {
  const binary = atob(base64url.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(binary, (c) => c.charCodeAt(0));
}

function text(buffer) {
  const binary = String.fromCharCode(...new Uint8Array(buffer ?? new ArrayBuffer(0)));
  return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}
