// Rows of lists, as the start page, the search and documents show them.
import { h } from "./dom.js";
import { figure } from "./figures.js";
import { field_name, kind_name, lang, measure_of, t, type_name } from "./words.js";

export function to_document(id, values = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== undefined && value !== null && value !== "") query.set(name, value);
  return "#/d/" + encodeURIComponent(id) + (query.size > 0 ? "?" + query : "");
}

const list_of = (value) => (Array.isArray(value) ? value : JSON.parse(value ?? "[]"));

export function place_of(table, page) {
  if (!table) return page ? t("page_n", { n: page }) : "";
  return page ? t("place_table", { table, page }) : t("place_table_only", { table });
}

export function finding_row(finding) {
  const ids = list_of(finding.record_ids);
  const measure = measure_of(null, finding.field ?? "");
  const message = finding.message ?? { ko: finding.message_ko, en: finding.message_en };
  return h("a", { class: "row", href: to_document(finding.document_id, { p: finding.page, r: ids[0], f: finding.field, x: finding.finding_id }) },
    h("div", {}, h("span", { class: "tag " + finding.severity }, t(finding.severity)), h("span", { class: "tag" }, kind_name(finding.kind)),
      finding.accepted && h("span", { class: "tag accepted" }, t("accepted")), message[lang()]),
    h("div", { class: "meta" }, [finding.organization, finding.fiscal_year, place_of(finding.table_id ?? finding.table, finding.page)].filter(Boolean).join(" · "),
      finding.printed !== null && finding.field && [" · ", t("printed"), " ", figure(finding.printed, measure), " · ", t("computed"), " ", figure(finding.computed, measure)],
      finding.accepted?.reason && [" · ", finding.accepted.reason]));
}

export function document_row(document) {
  return h("a", { class: "row", href: to_document(document.document_id) },
    h("div", {}, h("strong", {}, document.title ?? document.path), document.state !== "ingested" && [" ", h("span", { class: "tag" }, t("state_" + document.state))],
      document.degraded ? [" ", h("span", { class: "tag warning" }, t("degraded"))] : null),
    h("div", { class: "meta" }, [document.organization, document.report_date, document.format?.toUpperCase(), document.pages && t("pages_count", { n: document.pages }),
      t("records_count", { n: document.records }), t("findings_count", { n: document.findings })].filter(Boolean).join(" · ")));
}

export function record_row(record) {
  return h("a", { class: "row", href: to_document(record.document_id, { p: record.page, r: record.record_id }) },
    h("div", {}, h("span", { class: "tag" }, type_name(record.record_type)), record.name || t("nameless")),
    h("div", { class: "meta" }, [record.organization, record.fiscal_year, list_of(record.path).slice(0, -1).join(" › "), place_of(record.table_id, record.page)].filter(Boolean).join(" · ")));
}

export function failure_row(failure) {
  return h("div", { class: "row", tabindex: "0" },
    h("div", {}, h("span", { class: "tag error" }, "E" + failure.code), h("strong", {}, failure.path)),
    lang() === "ko" ? h("div", {}, failure.meaning_ko, " ", h("span", { class: "meta", lang: "en" }, "[" + failure.message + "]"))
      : [h("div", {}, failure.message), failure.advice && h("div", { class: "meta" }, t("advice"), ": ", failure.advice)]);
}
