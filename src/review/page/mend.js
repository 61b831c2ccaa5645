// Correcting and accepting: a dialog, what the desk says of it, and the way back.
import { tell } from "./ask.js";
import { open_dialog } from "./dialog.js";
import { h, replace } from "./dom.js";
import { say } from "./news.js";
import { lang, t } from "./words.js";

const author = () => localStorage.getItem("jangbu.author") ?? "";

function stale_words(error) {
  if (error.said?.error !== "stale") return error.message + (error.said?.advice ? " " + error.said.advice : "");
  return error.said.standing === null || error.said.standing === undefined ? t("stale_finding") : t("stale", { now: error.said.standing });
}

// What changed, and the button that takes it back.
function tell_result(result, context, undone = false) {
  const list = (key, findings) => findings.length > 0 && h("div", {}, h("strong", {}, t(key, { n: findings.length })), h("ul", {}, findings.map((one) => h("li", {}, one.message[lang()]))));
  document.querySelectorAll(".toast").forEach((old) => old.remove());
  const box = say(
    h("div", {}, undone ? t("undone") : t("saved"), " ", result.state && h("span", { class: "tag " + result.state }, t("state_" + result.state))),
    result.message && typeof result.message === "object" && h("div", { class: "bad" }, result.message[lang()] ?? ""),
    result.waiting && h("div", { class: "bad" }, t("waiting_run", { why: result.waiting.message })),
    list("gone", result.gone), list("fresh", result.new),
    !result.waiting && result.gone.length + result.new.length === 0 && h("div", {}, t("nothing_changed")),
    !undone && h("button", { type: "button", class: "undo", onclick: async () => { box.remove(); await undo(result, context); } }, t("undo")),
    " ", h("button", { type: "button", onclick: () => box.remove() }, t("close")));
}

export async function undo(written, context) {
  try {
    const result = await tell("undo", { document: context.head.document_id, file: written.file, index: written.index, correction: written.correction, author: written.correction.author });
    await context.done(result);
    tell_result(result, context, true);
  } catch (error) {
    say(h("span", { class: "bad" }, stale_words(error)));
  }
}

// `fields`: what is asked for besides reason and name; `body`: makes of the given values what is sent.
function mending_dialog(context, title, fields, body) {
  const reason = h("input", { name: "reason", required: true, autocomplete: "off" });
  const name = h("input", { name: "author", required: true, value: author(), autocomplete: "name" });
  const state = h("p", { class: "bad", role: "alert" });
  open_dialog(title, (close) => {
    const save = h("button", { type: "submit", class: "main" }, t("save"));
    return [h("form", { onsubmit: async (event) => {
      event.preventDefault();
      localStorage.setItem("jangbu.author", name.value.trim());
      save.disabled = true;
      replace(state, h("span", { class: "quiet" }, t("saving")));
      try {
        const result = await tell("correct", { document: context.head.document_id, ...body(), reason: reason.value.trim(), author: name.value.trim() });
        close();
        await context.done(result);
        tell_result(result, context);
      } catch (error) {
        save.disabled = false;
        replace(state, stale_words(error));
      }
    } }, fields, h("label", {}, t("reason"), reason), h("label", {}, t("author"), name), state,
      h("div", { class: "buttons" }, h("button", { type: "button", onclick: close }, t("cancel")), save))];
  });
}

// `what` names it; `expect` is what stands there.
export function correct_dialog(context, { target, expect, what }) {
  const value = h("input", { name: "value", value: expect ?? "", autocomplete: "off" });
  mending_dialog(context, t("correct_title", { what }), [h("p", {}, t("now_printed"), ": ", h("strong", {}, expect || "–")), h("label", {}, t("should_be"), value), h("p", { class: "quiet" }, t("nothing_printed"))],
    () => ({ target, expect: expect || null, value: value.value.trim() || null }));
}

export function correct_term_dialog(context, text) {
  const term = h("input", { name: "term", value: text, required: true }), value = h("input", { name: "value", value: text, required: true });
  mending_dialog(context, t("correct_term"), [h("p", { class: "quiet" }, t("term_hint")), h("label", {}, t("term"), term), h("label", {}, t("should_be"), value)],
    () => ({ target: { term: term.value.trim() }, expect: term.value.trim(), value: value.value.trim() }));
}

export function accept_dialog(context, finding) {
  mending_dialog(context, t("accept_title"), [h("p", {}, finding.message[lang()])], () => ({ target: { finding_id: finding.finding_id }, accept: true }));
}
