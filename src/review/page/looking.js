// Looking: execution by department, a programme over the years; bars, and the same figures as a table.
import { address, ask } from "./ask.js";
import { bars, table } from "./chart.js";
import { h, replace } from "./dom.js";
import { figure, percent, won } from "./figures.js";
import { join_dialog } from "./mend.js";
import { say } from "./news.js";
import { to_document } from "./rows.js";
import { field_name, measure_of, t, type_name } from "./words.js";

const rate_of = (row) => row.payment_rate ?? row.execution_rate ?? (spent(row) !== null && base_of(row) ? spent(row) / base_of(row) : null);
const spent = (row) => row.payment ?? row.execution;
const base_of = (row) => row.current_appropriation ?? row.budget_amount;
const link = (row, field) => to_document(row.document_id, { p: row.page, r: row.record_id, f: field });

// One chart a table that prints departments.
function departments(rows) {
  const groups = new Map();
  for (const row of rows) {
    if (rate_of(row) === null) continue;
    const key = row.document_id + " " + row.table_id;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(row);
  }
  const charts = [...groups.values()].filter((group) => group.length > 1).slice(0, 12);
  if (charts.length === 0) return h("p", { class: "quiet" }, t("no_departments"));
  return charts.map((group) => {
    const title = [group[0].organization, group[0].fiscal_year, t("table", { id: group[0].table_id })].filter(Boolean).join(" · ");
    const field = group[0].payment_rate !== null ? "payment_rate" : "execution_rate";
    const sorted = [...group].sort((a, b) => rate_of(b) - rate_of(a));
    return h("section", { class: "card" }, h("h3", {}, title),
      bars(title, sorted.map((row) => ({ name: row.name, value: rate_of(row), words: percent(rate_of(row), 1), href: link(row, field) }))),
      table(title, sorted, [
        [t("name"), (row) => h("a", { href: link(row, field) }, row.name)],
        [field_name("budget", "current_appropriation"), (row) => won(base_of(row)), true],
        [field_name("budget", "payment"), (row) => won(spent(row)), true],
        [t("rate"), (row) => percent(rate_of(row), 1), true]]));
  });
}

function over_years(rows) {
  const fields = new Map();
  for (const row of rows) {
    if (!fields.has(row.field)) fields.set(row.field, []);
    fields.get(row.field).push(row);
  }
  return [...fields].map(([field, all]) => {
    const measure = measure_of(all[0].record_type, field), name = field_name(all[0].record_type, field);
    return h("section", { class: "card" }, h("h3", {}, name),
      bars(name, all.map((row) => ({ name: String(row.fiscal_year), value: row.value, words: figure(row.value, measure), other: row.next_year_says, href: to_document(row.document_id, { r: row.record_id, f: field }) }))),
      table(name, all, [
        [t("year"), (row) => h("a", { href: to_document(row.document_id, { r: row.record_id, f: field }) }, row.fiscal_year)],
        [name, (row) => figure(row.value, measure), true],
        [t("next_year_says"), (row) => (row.next_document_id ? h("a", { href: to_document(row.next_document_id, { r: row.next_record_id, f: row.next_year_field }) }, figure(row.next_year_says, measure)) : "–"), true]]));
  });
}

export async function looking_view(element, { overview }) {
  const offices = h("div"), list = h("ul", { class: "rows" }), chart = h("div", {}, h("p", { class: "quiet" }, t("choose_series")));
  const chosen = { organization: "", year: "" };
  const fill = async () => replace(offices, departments((await ask("departments", chosen)).rows));
  // Two of the list may be chosen, to be joined.
  let looked_for = "", picked = [];
  const joining = h("div", { class: "buttons" });
  const joined = async (result) => {
    picked = [];
    await find(looked_for);
    if (result.series) await show(result.series);
    else replace(chart, h("p", { class: "quiet" }, t("choose_series")));
  };
  const show = async (id) => replace(chart, over_years((await ask("series_of", { id })).rows));
  function pick(row, button) {
    const at = picked.findIndex((one) => one.row.series_id === row.series_id);
    if (at >= 0) picked.splice(at, 1);
    else picked.push({ row, button });
    if (picked.length > 2) picked.shift().button.setAttribute("aria-pressed", "false");
    button.setAttribute("aria-pressed", String(at < 0));
    replace(joining, h("button", { type: "button", class: "main", id: "join", disabled: picked.length < 2, onclick: () => join_dialog(joined, picked[0].row, picked[1].row).catch((error) => say(error.message)) }, t("join")));
  }
  const find = async (q) => {
    looked_for = q;
    picked = [];
    replace(joining, overview.can_mend && h("p", { class: "quiet" }, t("join_hint")));
    const { rows } = await ask("series", { q });
    if (looked_for !== q) return;  // somebody has typed on
    replace(list, rows.map((row) => h("li", { class: "pickable" }, h("button", { type: "button", class: "row", onclick: () => show(row.series_id) },
      row.name, h("div", { class: "meta" }, [row.organization, type_name(row.record_type), t("years_count", { n: row.years })].filter(Boolean).join(" · "))),
      overview.can_mend && h("button", { type: "button", class: "pick", "aria-pressed": "false", "aria-label": t("join_pick", { name: row.name.slice(0, 80) }), onclick: (event) => pick(row, event.currentTarget) }, "+"))));
  };
  const select = (name, options) => h("label", {}, t(name), h("select", { onchange: (event) => { chosen[name] = event.target.value; fill(); } }, h("option", { value: "" }, t("all")), options.map((one) => h("option", { value: one }, one))));
  replace(element, h("h1", {}, t("looking")),
    h("p", {}, t("download"), ": ", ["records", "figures", "findings", "series"].flatMap((what) => [h("a", { href: address("export", { format: "csv", what }), download: "" }, what + " CSV"), " · "]),
      h("a", { href: address("export", { format: "xlsx", what: "records" }), download: "" }, "records xlsx")),
    h("h2", {}, t("departments")), h("div", { class: "filters" }, select("organization", overview.organizations.map((o) => o.name)), select("year", overview.years.map((y) => y.year))), offices,
    h("h2", {}, t("series")), h("div", { class: "columns" },
      h("div", { class: "card" }, h("input", { type: "search", "aria-label": t("series_hint"), placeholder: t("series_hint"), onchange: (event) => find(event.target.value) }), joining, list), chart));
  await Promise.all([fill(), find("")]);
  return { refresh: fill };
}
