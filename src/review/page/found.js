// What a search finds: documents, programmes and units, lines of prose.
import { ask } from "./ask.js";
import { downloads } from "./download.js";
import { h, replace } from "./dom.js";
import { paged } from "./paged.js";
import { document_row, record_row } from "./rows.js";
import { t } from "./words.js";

export async function search_view(element, { values }) {
  const q = values.q ?? "";
  const found = await ask("search", { q, limit: 1 });
  const part = async (list, row) => {
    if (found[list].length === 0) return null;
    const place = h("div");
    await paged(place, "search", { q, list }, row, "", (answer) => ({ rows: answer[list], more: answer.more[list] }));
    return h("section", { class: "card" }, h("div", { class: "head" }, h("h2", {}, t(list)), list !== "documents" && downloads({ list, q }, t(list))), place);
  };
  const parts = await Promise.all([part("documents", document_row), part("records", record_row), part("prose", record_row)]);
  replace(element, h("h1", {}, t("results", { q })), parts.every((one) => one === null) && h("p", {}, t("no_results")), parts);
  return { moved: (now) => search_view(element, { values: now }) };
}
