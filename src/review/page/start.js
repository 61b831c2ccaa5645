// The start: what came in, what failed and why, findings worst first, and filters over both.
import { ask } from "./ask.js";
import { h, replace } from "./dom.js";
import { downloads } from "./download.js";
import { office_filter } from "./offices.js";
import { paged } from "./paged.js";
import { document_row, failure_row, finding_row } from "./rows.js";
import { say } from "./news.js";
import { kind_name, lang, t, type_name, why } from "./words.js";

const chosen = { severity: "", kind: "", organization: "", year: "", type: "" };  // kept while one goes to a document and back
let failed_by = "";
let opened = "";  // the row that was opened last: there one goes on when one comes back

// The first sentence of what the error means; what to do about it stands with each file.
const failure_name = ({ error, meaning_ko }) => (lang() === "ko" ? meaning_ko.split(". ")[0] : error.replaceAll("_", " "));

export async function start_view(element, { overview }) {
  const findings = h("div"), documents = h("div"), failures = h("div"), counts = h("div", { class: "groups" });

  const filter = (name, options) => h("label", {}, t(name), h("select", { id: "filter-" + name, onchange: (event) => { chosen[name] = event.target.value; fill().catch((error) => say(why(error))); } },
    h("option", { value: "" }, t("all")), options.map(([value, words]) => h("option", { value, selected: String(value) === chosen[name] }, words))));

  async function fill() {
    const { severity, kind, organization, year, type } = chosen;
    clear.hidden = Object.values(chosen).every((value) => value === "");
    await Promise.all([
      paged(findings, "findings", { severity, kind, organization, year }, finding_row, t("no_findings")),
      paged(documents, "documents", { organization, year, type, severity }, document_row, t("no_documents")),
    ]);
  }
  // A number that a list can be narrowed to is a button that does it, as if it had been chosen below.
  function count(now) {
    const narrow = (name, value) => {
      const select = document.getElementById("filter-" + name);
      select.value = value;
      select.dispatchEvent(new Event("change"));
    };
    const one = (words, number, name, value) => h("div", {}, h("dt", {}, words),
      h("dd", {}, name ? h("button", { type: "button", class: "link", "aria-label": t("only", { words, n: number.toLocaleString() }), onclick: () => narrow(name, value) }, number.toLocaleString()) : number.toLocaleString()));
    const group = (words, members) => h("section", {}, h("h2", {}, words), h("dl", { class: "counts" }, members));
    const severities = ["error", "warning", "info"].filter((s) => now.findings[s]);
    replace(counts,
      group(t("came_in"), [one(t("documents"), now.documents), now.silent > 0 && one(t("silent_documents"), now.silent), now.failed > 0 && one(t("failures"), now.failed)]),
      group(t("findings"), severities.length > 0 ? severities.map((s) => one(t(s), now.findings[s], "severity", s)) : one(t("findings"), 0)),
      Object.keys(now.records).length > 0 && group(t("rows_read"), Object.entries(now.records).map(([type, number]) => one(type_name(type), number, "type", type))));
  }
  async function fail(now) {
    if (now.failed === 0) return replace(failures);
    const list = h("div"), reasons = now.failures;
    if (!reasons.some((one) => one.error === failed_by)) failed_by = "";
    const by = h("label", {}, t("reason"), h("select", { id: "filter-failure", onchange: (event) => { failed_by = event.target.value; show().catch((error) => say(why(error))); } },
      h("option", { value: "" }, t("all")), reasons.map((one) => h("option", { value: one.error, selected: one.error === failed_by }, failure_name(one) + " (" + one.count.toLocaleString() + ")"))));
    const show = () => paged(list, "failures", { error: failed_by }, failure_row, "");
    await show();
    replace(failures, h("section", { class: "card" }, h("div", { class: "head" }, h("h2", {}, t("failures")), downloads(() => ({ list: "failures", error: failed_by }), t("failures"))),
      reasons.length > 1 && h("div", { class: "filters" }, by), list));
  }

  // Seen where something is chosen.
  const clear = h("button", { type: "button", id: "clear-filters", onclick: () => {
    for (const name of Object.keys(chosen)) { chosen[name] = ""; document.getElementById("filter-" + name).value = ""; }
    fill().catch((error) => say(why(error)));
  } }, t("clear_filters"));

  count(overview);
  await Promise.all([fill(), fail(overview)]);
  replace(element,
    h("section", { class: "card" }, h("h1", {}, t("start")), counts),
    h("div", { class: "filters" },
      filter("severity", ["error", "warning", "info"].map((s) => [s, t(s)])),
      filter("kind", overview.kinds.map((k) => [k, kind_name(k)])),
      office_filter(overview, chosen.organization, (value) => { chosen.organization = value; fill().catch((error) => say(why(error))); }),
      filter("year", overview.years.map((y) => [y.year, y.year])),
      filter("type", Object.keys(overview.records).map((r) => [r, type_name(r)])), clear),
    h("div", { class: "columns" },
      h("section", { class: "card", id: "findings" }, h("div", { class: "head" }, h("h2", {}, t("findings_worst")), downloads(() => ({ list: "findings", severity: chosen.severity, kind: chosen.kind, organization: chosen.organization, year: chosen.year }), t("findings"))), findings),
      h("div", {}, failures, h("section", { class: "card", id: "documents" }, h("div", { class: "head" }, h("h2", {}, t("documents")), downloads(() => ({ list: "documents", organization: chosen.organization, year: chosen.year, type: chosen.type, severity: chosen.severity }), t("documents"))), documents))));
  element.addEventListener("click", (event) => { opened = event.target.closest("a.row")?.getAttribute("href") ?? opened; });
  const focus = (href, how) => [...element.querySelectorAll("a.row")].find((row) => row.getAttribute("href") === href)?.focus(how);
  if (opened && document.contains(element)) focus(opened);
  return {
    refresh: async () => {
      const now = await ask("overview"), at = document.activeElement?.getAttribute("href");
      count(now);
      await Promise.all([fill(), fail(now)]);
      if (at && document.activeElement === document.body) focus(at, { preventScroll: true });
    },
  };
}
