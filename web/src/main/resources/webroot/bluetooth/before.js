// Says on the page that a visit is started from why this browser could not reach sensors in it.

import { inability, watch } from "./ability.js";

async function say() {
  const why = await inability();
  for (const line of document.querySelectorAll("#bluetooth-says [data-why]")) line.hidden = line.dataset.why !== why;
}

watch(say);
say();
