// Adds a passkey to the account of the person who is logged in.
import { available, make, Refused, send } from "./device.js";

const form = document.getElementById("passkey-new");
const problem = document.getElementById("passkey-problem");

if (form && available()) {
  form.hidden = false;
  document.getElementById("passkey-without").hidden = true;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    add();
  });
}

async function add() {
  problem.hidden = true;
  const csrf = form.dataset.csrf;
  const path = "/account/sign-in/passkeys";
  try {
    const options = await send(`${path}/options`, { password: form.elements.password.value }, csrf);
    form.elements.password.value = "";
    const { next } = await send(path, { name: form.elements.name.value, ...(await make(options)) }, csrf);
    location.assign(next);
  } catch (fault) {
    problem.textContent = fault instanceof Refused && fault.message ? fault.message : form.dataset.failed;
    problem.hidden = false;
  }
}
