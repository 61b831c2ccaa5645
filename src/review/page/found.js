// What a search finds: documents, programmes and units, lines of prose.
import { ask } from "./ask.js";
import { h, replace } from "./dom.js";
import { document_row, record_row, rows_of } from "./rows.js";
import { t } from "./words.js";

export async function search_view(element, { values }) {
  const found = await ask("search", { q: values.q });
  const part = (words, rows, row) => rows.length > 0 && h("section", { class: "card" }, h("h2", {}, words), rows_of(rows, row, ""));
  const none = found.documents.length + found.records.length + found.prose.length === 0;
  replace(element, h("h1", {}, t("results", { q: values.q ?? "" })), none && h("p", {}, t("no_results")),
    part(t("documents"), found.documents, document_row), part(t("records"), found.records, record_row), part(t("prose"), found.prose, record_row));
  return { moved: (now) => search_view(element, { values: now }) };
}
