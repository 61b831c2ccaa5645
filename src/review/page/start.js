// The start: what came in, what failed and why, findings worst first, and filters over both.
import { ask } from "./ask.js";
import { h, replace } from "./dom.js";
import { downloads } from "./download.js";
import { office_filter } from "./offices.js";
import { paged } from "./paged.js";
import { document_row, failure_row, finding_row } from "./rows.js";
import { say } from "./news.js";
import { kind_name, t, type_name, why } from "./words.js";

const chosen = { severity: "", kind: "", organization: "", year: "", type: "" };  // kept while one goes to a document and back

export async function start_view(element, { overview }) {
  const findings = h("div"), documents = h("div"), failures = h("div"), counts = h("dl", { class: "counts" });

  const filter = (name, options) => h("label", {}, t(name), h("select", { id: "filter-" + name, onchange: (event) => { chosen[name] = event.target.value; fill().catch((error) => say(why(error))); } },
    h("option", { value: "" }, t("all")), options.map(([value, words]) => h("option", { value, selected: String(value) === chosen[name] }, words))));

  async function fill() {
    const { severity, kind, organization, year, type } = chosen;
    await Promise.all([
      paged(findings, "findings", { severity, kind, organization, year }, finding_row, t("no_findings")),
      paged(documents, "documents", { organization, year, type, severity }, document_row, t("no_documents")),
    ]);
  }
  function count(now) {
    const one = (words, number) => h("div", {}, h("dt", {}, words), h("dd", {}, number.toLocaleString()));
    replace(counts, one(t("documents"), now.documents), now.failed > 0 && one(t("failed_count"), now.failed),
      ["error", "warning", "info"].filter((s) => now.findings[s]).map((s) => one(t(s), now.findings[s])),
      Object.entries(now.records).map(([type, number]) => one(type_name(type), number)));
  }
  async function fail(now) {
    if (now.failed === 0) return replace(failures);
    const list = h("div");
    await paged(list, "failures", {}, failure_row, "");
    replace(failures, h("section", { class: "card" }, h("div", { class: "head" }, h("h2", {}, t("failures")), downloads({ list: "failures" }, t("failures"))), list));
  }

  count(overview);
  await Promise.all([fill(), fail(overview)]);
  replace(element,
    h("section", { class: "card" }, h("h1", {}, t("start")), counts),
    h("div", { class: "filters" },
      filter("severity", ["error", "warning", "info"].map((s) => [s, t(s)])),
      filter("kind", overview.kinds.map((k) => [k, kind_name(k)])),
      office_filter(overview, chosen.organization, (value) => { chosen.organization = value; fill().catch((error) => say(why(error))); }),
      filter("year", overview.years.map((y) => [y.year, y.year])),
      filter("type", Object.keys(overview.records).map((r) => [r, type_name(r)]))),
    h("div", { class: "columns" },
      h("section", { class: "card", id: "findings" }, h("div", { class: "head" }, h("h2", {}, t("findings_worst")), downloads(() => ({ list: "findings", severity: chosen.severity, kind: chosen.kind, organization: chosen.organization, year: chosen.year }), t("findings"))), findings),
      h("div", {}, failures, h("section", { class: "card", id: "documents" }, h("div", { class: "head" }, h("h2", {}, t("documents")), downloads(() => ({ list: "documents", organization: chosen.organization, year: chosen.year, type: chosen.type, severity: chosen.severity }), t("documents"))), documents))));
  return {
    refresh: async () => {
      const now = await ask("overview");
      count(now);
      await Promise.all([fill(), fail(now)]);
    },
  };
}
