// Elements without markup in strings: text stays text.

import { heldById } from "../lock.js";

/** An element with properties, attributes (names with a dash, or `role`) and children. */
export function el(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined) continue;
    if (key.includes("-") || key === "role") element.setAttribute(key, value);
    else element[key] = value;
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/** An element of a drawing; everything is an attribute. */
export function svg(name, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** A number that leads to how it was computed. */
export function numberLink(text, href, how) {
  return el("a", { className: "number", href, "data-number": "", "aria-label": text + how, textContent: text });
}

/** While the page is locked its content stands outside the document, and goes on. */
export const byId = (id) => document.getElementById(id) ?? heldById(id);

/** A button that answers with `press`. */
export function button(label, press, properties = {}) {
  const element = el("button", { type: "button", className: "btn stage-btn", textContent: label, ...properties });
  element.addEventListener("click", press);
  return element;
}
