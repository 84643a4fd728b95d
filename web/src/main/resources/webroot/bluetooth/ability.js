// Whether this browser can reach sensors, and if not, why: each reason has words of its own that say what to do.

const LOOK_EVERY_MS = 2000;

/** `null` where it can; else the last part of a text's key, `live.bluetooth.cannot.…`. */
export async function inability() {
  if (!isSecureContext) return "insecure";
  if (!navigator.bluetooth) return withoutBluetooth();
  const policy = document.featurePolicy ?? document.permissionsPolicy;
  if (policy && policy.features().includes("bluetooth") && !policy.allowsFeature("bluetooth")) return "refused";
  return (await navigator.bluetooth.getAvailability()) ? null : "off";
}

function withoutBluetooth() {
  const system = navigator.userAgentData?.platform ?? navigator.platform;
  const chromium = Boolean(navigator.userAgentData?.brands.some(({ brand }) => brand === "Chromium"));
  if (/iPhone|iPad/.test(system) || (system === "MacIntel" && navigator.maxTouchPoints > 1)) return "apple";
  if (chromium && /Linux/.test(system)) return "linux";
  return chromium ? "policy" : "browser";
}

/** Calls `changed` when Bluetooth is switched on or off; not every browser tells. */
export function watch(changed) {
  const { bluetooth } = navigator;
  if (!bluetooth) return;
  bluetooth.addEventListener?.("availabilitychanged", changed);
  let before = bluetooth.getAvailability();
  setInterval(async () => {
    const now = await bluetooth.getAvailability();
    if (now !== (await before)) changed();
    before = now;
  }, LOOK_EVERY_MS);
}

/** The key of the words for what went wrong when a sensor was chosen; `null` where nothing did. */
export async function problemOf(problem) {
  if (problem instanceof RangeError) return "full";
  if (problem.name === "SecurityError" || problem.name === "NotAllowedError") return "cannot.refused";
  if (problem.name === "NotFoundError") return (await inability()) === null ? null : "cannot.off"; // nothing was chosen
  return "failed";
}
