// Offers to log in with a passkey where browser and address can.
import { available, Refused, send, use } from "./device.js";

const place = document.getElementById("passkey");
const problem = document.getElementById("passkey-problem");

if (place && available()) {
  place.hidden = false;
  document.getElementById("other-ways").hidden = false;
  place.querySelector("button").addEventListener("click", logIn);
}

async function logIn() {
  problem.hidden = true;
  try {
    const options = await send("/login/passkey/options", {});
    const { next } = await send("/login/passkey", await use(options));
    location.assign(next);
  } catch (fault) {
    problem.textContent = fault instanceof Refused && fault.message ? fault.message : place.dataset.failed;
    problem.hidden = false;
  }
}
