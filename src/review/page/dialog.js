// A dialog: the browser's own, which keeps the focus inside and closes with Escape.
import { h } from "./dom.js";

// `content`: called with what closes the dialog.
export function open_dialog(title, content) {
  const heading = h("h2", { id: "dialog-title" }, title);
  const dialog = h("dialog", { "aria-labelledby": "dialog-title" }, heading);
  const close = () => dialog.close();
  dialog.append(...content(close));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector("input, textarea, button")?.focus();
  return dialog;
}
