// A form marked `data-once` is sent once: a double press sends nothing twice. The server has the last word by the form's id.

for (const form of document.querySelectorAll("form[data-once]")) {
  const buttons = () => form.querySelectorAll("button[type=submit]");
  let sent = false;
  const mark = (is) => {
    sent = is;
    for (const one of buttons()) one.setAttribute("aria-disabled", String(is));
  };
  form.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    else mark(true);
  });
  addEventListener("pageshow", () => mark(false)); // gone back to: it may be sent again, and is known again
}
