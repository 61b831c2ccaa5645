// Correcting and accepting: a dialog, what the desk says of it, and the way back.
import { ask, tell } from "./ask.js";
import { open_dialog } from "./dialog.js";
import { h, replace } from "./dom.js";
import { has_told, say } from "./news.js";
import { lang, t, why } from "./words.js";

const author = () => localStorage.getItem("jangbu.author") ?? "";

function stale_words(error) {
  if (error.said?.why_not) return t("join_cannot", { why: t("join_" + error.said.why_not) });
  if (error.said?.error !== "stale") return why(error);
  return error.said.standing === null || error.said.standing === undefined ? t("stale_finding") : t("stale", { now: error.said.standing });
}

// What changed, and the button that takes it back.
function tell_result(result, context, undone = false) {
  const TOLD = 5;
  const list = (key, findings, total) => total > 0 && h("div", {}, h("strong", {}, t(key, { n: total.toLocaleString() })), h("ul", {}, findings.slice(0, TOLD).map((one) => h("li", {}, one.message[lang()])),
    total > TOLD && h("li", {}, t("and_others", { n: (total - TOLD).toLocaleString() }))));
  document.querySelectorAll(".toast").forEach((old) => old.remove());
  has_told();
  const box = say(
    h("div", {}, undone ? t("undone") : t("saved"), " ", result.state && h("span", { class: "tag " + result.state }, t("state_" + result.state))),
    result.message && typeof result.message === "object" && h("div", { class: "bad" }, result.message[lang()] ?? ""),
    result.waiting && h("div", { class: "bad" }, t("waiting_run", { why: why({ message: result.waiting.message, said: result.waiting }) })),
    result.later > 0 && h("div", { class: "bad" }, t("later", { n: result.later.toLocaleString() })),
    list(result.correction?.accept && !undone ? "kept" : "gone", result.gone, result.gone_total), list("fresh", result.new, result.new_total),
    result.joined !== undefined && !result.waiting && h("div", {}, result.joined ? t("joined", { n: result.documents }) : t("not_joined")),
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

// `fields`: what is asked for besides reason and name; `body`: makes of the given values what is sent; `path`: to whom.
function mending_dialog(context, title, fields, body, path = "correct") {
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
        const result = await tell(path, { document: context.head?.document_id, ...body(), reason: reason.value.trim(), author: name.value.trim() });
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

// A correction that changes nothing is told to the person while it is being written, by the browser's own word at the field.
function differing(input, from) {
  const look = () => input.setCustomValidity(input.value.trim() === from().trim() ? t("no_change") : "");
  input.addEventListener("input", look);
  look();
  return input;
}

// `what` names it; `expect` is what stands there.
export function correct_dialog(context, { target, expect, what }) {
  const value = differing(h("input", { name: "value", value: expect ?? "", autocomplete: "off" }), () => expect ?? "");
  mending_dialog(context, t("correct_title", { what }), [h("p", {}, t("now_printed"), ": ", h("strong", {}, expect || "–")), h("label", {}, t("should_be"), value), h("p", { class: "quiet" }, t("nothing_printed"))],
    () => ({ target, expect: expect || null, value: value.value.trim() || null }));
}

export function correct_term_dialog(context, text) {
  const term = h("input", { name: "term", value: text, required: true }), value = differing(h("input", { name: "value", value: text, required: true }), () => term.value);
  mending_dialog(context, t("correct_term"), [h("p", { class: "quiet" }, t("term_hint")), h("label", {}, t("term"), term), h("label", {}, t("should_be"), value)],
    () => ({ target: { term: term.value.trim() }, expect: term.value.trim(), value: value.value.trim() }));
}

// Two series {series_id, name}: which name stays is chosen here; what it would touch is told before it is saved.
export async function join_dialog(done, one, other) {
  const context = { head: null, done: (result) => { if (result.document) context.head = { document_id: result.document }; return done(result); } };
  const said = h("div", { role: "status", id: "join-said" });
  const ways = [{ from: one, into: other }, { from: other, into: one }];
  let way = ways[0];
  async function look() {
    const mine = way;
    const plan = await ask("joining", { from: mine.from.series_id, into: mine.into.series_id });
    if (mine !== way) return false;  // the other name was chosen meanwhile
    if (plan.why_not) replace(said, h("p", { class: "bad" }, t("join_cannot", { why: t("join_" + plan.why_not) })));
    else replace(said, h("p", {}, t(plan.documents_more ? "join_what_more" : "join_what", { n: plan.documents.toLocaleString(), name: plan.name, into: plan.into_name })),
      plan.others.length > 0 && [h("p", { class: "bad" }, t("join_others")), h("ul", {}, plan.others.map((name) => h("li", {}, name)), plan.others_more && h("li", {}, "…"))]);
    return !plan.why_not;
  }
  if (!(await look())) { way = ways[1]; if (!(await look())) { way = ways[0]; await look(); } }
  const choice = h("select", { id: "join-stays", onchange: (event) => { way = ways[Number(event.target.value)]; look(); } },
    ways.map((each, i) => h("option", { value: String(i), selected: each === way }, each.into.name)));
  mending_dialog(context, t("join_title"), [h("label", {}, t("join_stays"), choice), said], () => ({ from: way.from.series_id, into: way.into.series_id }), "join");
}

export function accept_dialog(context, finding) {
  mending_dialog(context, t("accept_title"), [h("p", {}, finding.message[lang()])], () => ({ target: { finding_id: finding.finding_id }, accept: true }));
}
