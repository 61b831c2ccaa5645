// What a document says of itself, and its chapters.
import { h } from "./dom.js";
import { correct_dialog } from "./mend.js";
import { has_word, lang, t } from "./words.js";

export function outline_of(head, show_part) {
  const part_of = (section) => (head.by_page ? section.page : null);
  const list = (sections) => h("ul", {}, sections.map((section) => h("li", {},
    part_of(section) ? h("button", { type: "button", class: "link", onclick: () => show_part(part_of(section)) }, [section.number, section.title].filter(Boolean).join(" "), " ", h("span", { class: "quiet" }, section.page))
      : h("span", {}, [section.number, section.title].filter(Boolean).join(" ")),
    section.children?.length > 0 && list(section.children))));
  const tables = h("ul", {}, head.tables.map((table) => h("li", {}, h("button", { type: "button", class: "link", onclick: () => show_part(table.part) }, t("table", { id: table.table_id }), " ", table.caption ?? "", " ",
    table.page ? h("span", { class: "quiet" }, table.page) : null))));
  return h("div", { class: "outline" }, list(head.sections ?? []), h("h3", {}, t("tables")), tables);
}

export function about_of(head, context) {
  const fact = (name, value) => [h("dt", {}, t(name)), h("dd", {}, value ?? "–")];
  const meta = (name) => [h("dt", {}, t(name)), h("dd", {}, head[name] ?? "–", " ", h("button", { type: "button", class: "link", disabled: !context.can_mend, "aria-label": t("correct_title", { what: t(name) }),
    onclick: () => correct_dialog(context, { target: { document: head.document_id, metadata: name }, expect: head[name] === null ? null : String(head[name]), what: t(name) }) }, t("correct_meta")))];
  return h("div", {},
    h("dl", { class: "facts" }, ["title", "organization", "report_kind", "report_date", "fiscal_year"].map(meta), fact("file", head.source.path), fact("format", head.source.format?.toUpperCase()),
      fact("edition", head.edition?.number), fact("records", head.records), fact("repairs_count", head.repairs)),
    head.unknown_words?.length > 0 && [h("h3", {}, t("unknown_words")), h("p", {}, head.unknown_words.map((one) => h("span", { class: "tag" }, one.word, " ", one.columns)))],
    head.diagnostics?.length > 0 && [h("h3", {}, t("diagnostics")), h("ul", {}, head.diagnostics.map((one) => h("li", {}, said(one), one.page && !new RegExp("\\b" + one.page + "\\b").test(one.message) ? " (" + t("page_n", { n: one.page }) + ")" : "")))]);
}

// Notes hold both languages, parted by " / "; those of readers are English, and in Korean told by their code and what stands behind the colon.
function said({ code, message }) {
  if (typeof message === "object" && message) return message[lang()] ?? "";
  const [ko, en] = String(message).split(" / ");
  if (lang() === "en") return en ?? ko;
  if (en || !has_word("note_" + code)) return ko;
  const detail = ko.includes(": ") ? ko.slice(ko.indexOf(": ") + 2) : "";
  return t("note_" + code) + (detail ? ": " + detail : "");
}
