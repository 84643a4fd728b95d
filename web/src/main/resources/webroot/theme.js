// Light, dark or as the system has it. Runs before the first paint, so that nothing flashes.
const KEY = "plinth-theme";
const root = document.documentElement;

function stored() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage may be forbidden: the switch then lasts for this page
  }
}

function isDark() {
  const chosen = root.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

/** Charts are pictures: they follow the switch, not only the system. */
function paintCharts() {
  const dark = root.dataset.theme;
  for (const source of document.querySelectorAll("source[data-theme]")) {
    const wide = source.dataset.size === "narrow" ? " and (max-width: 640px)" : "";
    const wanted = source.dataset.theme;
    if (!dark) {
      source.media = "screen" + (wanted === "dark" ? " and (prefers-color-scheme: dark)" : "") + wide;
    } else {
      source.media = wanted === dark ? "screen" + wide : "not all";
    }
  }
}

const chosen = stored();
if (chosen === "dark" || chosen === "light") root.dataset.theme = chosen;

addEventListener("DOMContentLoaded", () => {
  paintCharts();
  const button = document.getElementById("theme");
  if (!button) return;
  button.hidden = false;
  const label = () => (button.textContent = isDark() ? button.dataset.light : button.dataset.dark);
  label();
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try {
      localStorage.setItem(KEY, root.dataset.theme);
    } catch {
      // lasts for this page
    }
    paintCharts();
    label();
    dispatchEvent(new Event("plinth-theme"));
  });
});
