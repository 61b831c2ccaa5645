// What people have corrected and accepted, what became of it, and the way back.
import { ask } from "./ask.js";
import { h, replace } from "./dom.js";
import { undo } from "./mend.js";
import { paged } from "./paged.js";
import { to_document } from "./rows.js";
import { field_name, lang, t } from "./words.js";

function target_words(target) {
  if (target.term) return t("term") + " " + target.term;
  if (target.finding_id) return t("accept_title");
  if (target.metadata) return t(target.metadata);
  if (target.record_id) return field_name(null, target.field ?? "");
  return (target.document ?? "") + " " + (target.table ?? "") + " " + target.row + ":" + target.column;
}

export async function corrections_view(element) {
  const { can_mend, more } = await ask("corrections", { limit: 1 });
  const refresh = () => corrections_view(element);
  const list = h("div", { class: "card" });
  const line = (row) => {
    const one = row.correction, document = one.target?.document ?? row.outcomes?.[0]?.document_id;
    const to = { r: one.target?.record_id, f: one.target?.field, x: one.target?.finding_id };
    return h("div", { class: "row", tabindex: "0" },
      h("div", {}, h("span", { class: "tag " + (row.state ?? "") }, t("state_" + (row.state ?? "waiting"))), target_words(one.target ?? {}), one.accept ? null : [": ", h("s", {}, one.expect ?? "–"), " → ", h("strong", {}, one.value ?? "–")]),
      row.message && h("div", { class: "bad" }, typeof row.message === "object" ? row.message[lang()] : String(row.message)),
      h("div", { class: "meta" }, [one.reason, one.author, one.date, row.file].filter(Boolean).join(" · "), document && [" · ", h("a", { href: to_document(document, to) }, document)],
        row.outcomes_total > 1 && " · " + t("and_others", { n: (row.outcomes_total - 1).toLocaleString() })),
      document && h("button", { type: "button", onclick: () => undo(row, { head: { document_id: document }, done: refresh }) }, t("undo")));
  };
  if (can_mend) await paged(list, "corrections", {}, line, t("no_corrections"));
  replace(element, h("h1", {}, t("corrections")), !can_mend && h("p", {}, t("cannot_mend")), more && h("p", { class: "bad" }, t("corrections_more")), can_mend && list);
  return { refresh };
}
