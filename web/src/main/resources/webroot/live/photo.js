// A photo of how a leg is set up: taken at the plinth, recalled the next time this position is tested on this side. What could not
// be sent stays in this page's memory, nowhere else, until it is sent or the page is left.

import { newestToken } from "../lock.js";
import { el } from "./dom.js";

const MOST_BYTES = 8 * 1024 * 1024;
const LONGEST_WAIT_MS = 120_000;
const OLD_VERSION = 412;
const TOO_LARGE = 413;

/** Sends a form; `{ status, json }`, status 0 where nobody answered. */
function send(path, form, csrf, progressed) {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.timeout = LONGEST_WAIT_MS;
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("X-Plinth-Csrf", newestToken(csrf));
    if (typeof form === "string") request.setRequestHeader("Content-Type", "application/json");
    request.upload.addEventListener("progress", (event) => event.lengthComputable && progressed(event.loaded, event.total));
    request.addEventListener("loadend", () => done({ status: request.status, json: parsed(request.responseText) }));
    request.send(form);
  });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

export class Photos {
  constructor(plan) {
    this.plan = plan;
    this.waiting = new Map(); // photos that could not be sent, by test and side
  }

  get album() {
    return this.plan.data?.photos ?? { agreed: "NOT_ASKED", kept: 0, recalled: [] };
  }

  recalled(position, side) {
    return this.album.recalled.find((one) => one.position === position && one.side === side);
  }

  /** What stands beside the marks of a leg, and what goes where they are written down. */
  of(test, position, side) {
    const { t, role } = this.plan.words;
    const place = { test, position, side, name: role(side), key: test + " " + side, shown: el("div", { className: "photo", id: "photo" }) };
    place.answer = el("p", { className: "small", id: "photo-answer", role: "status" });
    place.bar = el("progress", { className: "photo-progress", max: 1, value: 0, hidden: true, "aria-label": t("flow.photo.sending") });
    place.taking = el("div", { className: "photo-take", id: "photo-take" });
    this.refresh(place);
    return place;
  }

  refresh(place) {
    const photo = this.recalled(place.position, place.side);
    place.shown.replaceChildren(...this.showing(photo, place));
    place.taking.replaceChildren(...this.asking(photo, place), place.bar, place.answer);
  }

  showing(photo, { side }) {
    const { t } = this.plan.words;
    const { agreed, saidWords, kept } = this.album;
    if (agreed === "WITHDRAWN" && kept > 0) return [el("p", { className: "muted", textContent: t("flow.photo.hidden", saidWords) })];
    if (!photo) return [];
    const image = el("img", {
      src: `/api/tests/${photo.test}/photo?side=${side}&number=${photo.number}`,
      alt: t("flow.photo.alt." + side, photo.onWords),
      width: photo.width_px,
      height: photo.height_px,
    });
    const open = el("button", { type: "button", className: "photo-open", "aria-expanded": "false" }, image);
    const caption = el("figcaption", { className: "muted small", textContent: t("flow.photo.taken", photo.onWords) });
    open.addEventListener("click", () => {
      const large = open.classList.toggle("photo-large");
      open.setAttribute("aria-expanded", String(large));
    });
    image.addEventListener("error", () => open.replaceWith(el("p", { className: "problem", textContent: t("flow.photo.unread") })));
    return [el("figure", { className: "photo-figure" }, open, caption)];
  }

  /** The way to take one, to take it away, or why there is none. */
  asking(photo, place) {
    const { t } = this.plan.words;
    const { agreed, saidWords, kept } = this.album;
    if (agreed === "NOT_ASKED") return [this.why(t("flow.photo.notasked"))];
    if (agreed === "WITHDRAWN") {
      const why = this.why(t("flow.photo.withdrawn", saidWords));
      return kept > 0 ? [why, ...this.removing(place, t("flow.photo.remove.all", kept), () => this.removeAll(place))] : [why];
    }
    const own = photo?.test === place.test;
    const camera = el("input", { type: "file", accept: "image/*", hidden: true, id: "photo-file" });
    camera.setAttribute("capture", "environment"); // the camera on the back of a tablet, where the browser knows how
    camera.addEventListener("change", () => {
      const file = camera.files[0];
      camera.value = "";
      if (file) this.chosen(file, own ? photo.number : 0, place);
    });
    const take = this.press(t(photo ? "flow.photo.another" : "flow.photo.take"), () => camera.click());
    const again = this.waiting.has(place.key) ? [this.press(t("flow.photo.again"), () => this.sent(place))] : [];
    const remove = photo ? this.removing(place, t("flow.photo.remove"), () => this.remove(photo, place)) : [];
    return [take, camera, ...again, ...remove];
  }

  why(text) {
    const { words, view } = this.plan;
    const link = el("a", { href: `/patients/${view.patient}/privacy`, textContent: words.t("flow.photo.consents") });
    return el("p", { className: "muted", id: "photo-why" }, text + " ", link);
  }

  press(textContent, pressed) {
    const button = el("button", { type: "button", className: "btn", textContent });
    button.addEventListener("click", pressed);
    return button;
  }

  /** A reason, which replacing and removing need, and the button that removes. */
  removing(place, label, remove) {
    place.reason = el("input", { type: "text", id: "photo-reason", maxLength: 500, autocomplete: "off" });
    const name = el("label", { htmlFor: "photo-reason", textContent: this.plan.words.t("flow.photo.reason") });
    return [el("div", { className: "field" }, name, place.reason), this.press(label, () => this.reasoned(place) && remove())];
  }

  reasoned(place) {
    if (place.reason.value.trim() !== "") return true;
    place.answer.textContent = this.plan.words.t("flow.photo.reason.missing");
    place.reason.focus();
    return false;
  }

  chosen(file, numberSeen, place) {
    if (file.size > MOST_BYTES) {
      place.answer.textContent = this.plan.words.t("flow.photo.large");
      return;
    }
    if (numberSeen > 0 && !this.reasoned(place)) {
      return;
    }
    this.waiting.set(place.key, { file, numberSeen, reason: place.reason?.value.trim() ?? "" });
    this.sent(place);
  }

  async sent(place) {
    const { words, view } = this.plan;
    const { file, numberSeen, reason } = this.waiting.get(place.key);
    const form = new FormData();
    for (const [name, value] of Object.entries({ side: place.side, numberSeen, patient: view.patient })) form.set(name, value);
    if (reason !== "") form.set("reason", reason);
    form.set("photo", file, "photo");
    place.bar.hidden = false;
    place.answer.textContent = words.t("flow.photo.sending");
    const { status, json } = await send(`/api/tests/${place.test}/photo`, form, view.csrf, (sent, all) => (place.bar.value = sent / all));
    place.bar.hidden = true;
    if (status === 200) {
      this.waiting.delete(place.key);
      this.known(json, place);
      this.refresh(place);
      place.answer.textContent = words.t("flow.photo.saved");
    } else await this.refused(status, json, place);
  }

  /** What was taken stands in place of what was recalled, without asking again. */
  known(photo, { position, side }) {
    const { album } = this;
    album.recalled = album.recalled.filter((one) => one.position !== position || one.side !== side);
    album.recalled.push({ ...photo, position });
  }

  /** Only a photo that can never be taken is let go of. */
  async refused(status, json, place) {
    const { t } = this.plan.words;
    const never = status === 400 || status === TOO_LARGE || status === OLD_VERSION;
    if (never) this.waiting.delete(place.key);
    if (status === OLD_VERSION || status === 409) await this.plan.load();
    this.refresh(place);
    const said = status === TOO_LARGE ? t("flow.photo.large") : status === OLD_VERSION ? t("flow.photo.old") : json.error?.message;
    place.answer.textContent = said ?? t("flow.photo.away");
  }

  remove(photo, place) {
    const { side } = place;
    return this.removed(`/api/tests/${photo.test}/photo/remove`, { side, numberSeen: photo.number }, place);
  }

  removeAll(place) {
    return this.removed(`/api/patients/${this.plan.view.patient}/photos/remove`, {}, place);
  }

  async removed(path, chosen, place) {
    const { words, view } = this.plan;
    const body = JSON.stringify({ ...chosen, reason: place.reason.value.trim(), patient: view.patient });
    const { status, json } = await send(path, body, view.csrf, () => {});
    if (status !== 200) {
      place.answer.textContent = json.error?.message ?? words.t("flow.photo.away.remove");
      return;
    }
    await this.plan.load(); // an older one of this position may be the newest now
    this.refresh(place);
    place.answer.textContent = words.t("flow.photo.removed");
  }
}
