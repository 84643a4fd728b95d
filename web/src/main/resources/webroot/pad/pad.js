// The pad in the patient's hand: one question, eleven answers. Its secret stands behind the # of the address; it is sent in the
// body alone, and forgotten by the address as soon as it was read.

const POLL_MS = 1000;
const STORE = "plinth-pad";

const root = document.getElementById("pad");
const words = root.dataset;
const numbers = document.getElementById("numbers");
const says = document.getElementById("says");
let question = 0;
let answered = null;
let over = false;

function secret() {
  const named = location.hash.slice(1);
  if (named) {
    sessionStorage.setItem(STORE, named);
    history.replaceState(null, "", location.pathname); // not left for the next who takes the device
  }
  return sessionStorage.getItem(STORE) ?? "";
}
const token = secret();

async function post(path, body) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify({ token, ...body }),
    credentials: "omit",
    cache: "no-store",
    signal: AbortSignal.timeout(5000),
  });
  return answer.ok ? answer.json() : { status: answer.status };
}

for (let pain = 0; pain <= 10; pain++) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = String(pain);
  if (pain === 0) button.setAttribute("aria-label", words.none);
  if (pain === 10) button.setAttribute("aria-label", words.worst);
  button.addEventListener("click", () => answer(pain));
  numbers.append(button);
}

function show(text) {
  if (says.textContent !== text) says.textContent = text;
}

function take(state) {
  over = state.status === 404;
  if (over) {
    sessionStorage.removeItem(STORE);
    document.getElementById("who").textContent = "";
  }
  if (state.status === undefined) {
    question = state.question ?? 0;
    answered = state.pain ?? null;
    document.getElementById("who").textContent = state.initials;
  }
  root.classList.toggle("asking", !over && question > 0);
  [...numbers.children].forEach((button, pain) => button.setAttribute("aria-pressed", String(pain === answered)));
  if (over) show(words.over);
  else if (state.status !== undefined && state.status !== 409) show(words.away);
  else if (question === 0) show(words.wait);
  else show(answered === null ? "" : words.thanks.replace("{0}", String(answered)));
}

async function answer(pain) {
  if (question > 0 && !over) take(await post("/pad/answer", { question, pain }).catch(() => ({ status: 0 })));
}

async function poll() {
  if (over) return;
  take(token ? await post("/pad", {}).catch(() => ({ status: 0 })) : { status: 404 });
  setTimeout(poll, POLL_MS);
}
poll();
