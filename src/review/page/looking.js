// Looking: where the money goes and what of it is spent, and a programme over the years; bars, and the same figures as a table.
import { ask } from "./ask.js";
import { budget_card } from "./budgets.js";
import { bars, table } from "./chart.js";
import { downloads } from "./download.js";
import { h, replace } from "./dom.js";
import { figure } from "./figures.js";
import { join_dialog } from "./mend.js";
import { say } from "./news.js";
import { office_filter } from "./offices.js";
import { to_document } from "./rows.js";
import { field_name, measure_of, t, type_name, why } from "./words.js";

const chosen = { organization: "", year: "", type: "" };  // kept while one goes to a document and back

function over_years({ rows, more }, id) {
  const fields = new Map();
  for (const row of rows) {
    if (!fields.has(row.field)) fields.set(row.field, []);
    fields.get(row.field).push(row);
  }
  if (rows.length === 0) return [h("p", { class: "quiet" }, t("choose_series"))];
  return [h("div", { class: "head" }, h("h3", {}, [rows[0].organization, rows[0].name].filter(Boolean).join(" · ")), downloads({ list: "series_of", id }, rows[0].name)), more && h("p", { class: "bad" }, t("cut")),
    [...fields].map(([field, all]) => {
      const measure = measure_of(all[0].record_type, field), name = field_name(all[0].record_type, field);
      return h("section", { class: "card" }, h("h4", {}, name),
        bars(name, all.map((row) => ({ name: String(row.fiscal_year), value: row.value, words: figure(row.value, measure), other: row.next_year_says, href: to_document(row.document_id, { r: row.record_id, f: field }) })), 60),
        table(name, all, [
          [t("year"), (row) => h("a", { href: to_document(row.document_id, { r: row.record_id, f: field }) }, row.fiscal_year)],
          [name, (row) => figure(row.value, measure), true],
          [t("next_year_says"), (row) => (row.next_document_id ? h("a", { href: to_document(row.next_document_id, { r: row.next_record_id, f: row.next_year_field }) }, figure(row.next_year_says, measure)) : "–"), true]]));
    })];
}

// Cards of budgets, some at a time.
function budgets() {
  const place = h("div", { id: "budgets" });
  let asked = 0;
  async function fill() {
    const mine = ++asked, cards = h("div"), more = h("button", { type: "button", onclick: () => next().catch((error) => say(why(error))) }, t("more"));
    let offset = 0;
    async function next() {
      const answer = await ask("budgets", { ...chosen, offset });
      cards.append(...answer.rows.map(budget_card).filter(Boolean));
      offset = answer.next;
      more.hidden = answer.next === null;
    }
    await next();
    if (mine === asked) replace(place, cards.children.length === 0 && h("p", { class: "quiet" }, t("no_budgets")), cards, more);
  }
  return { place, fill };
}

export async function looking_view(element, { overview }) {
  const list = h("ul", { class: "rows" }), narrow = h("p", { class: "quiet" }), chart = h("div", {}, h("p", { class: "quiet" }, t("choose_series")));
  const { place, fill } = budgets();
  // Two of the list may be chosen, to be joined.
  let looked_for = "", picked = [];
  const joining = h("div", { class: "buttons joining" });
  const joined = async (result) => {
    picked = [];
    await find(looked_for);
    if (result.series) await show(result.series);
    else replace(chart, h("p", { class: "quiet" }, t("choose_series")));
  };
  const show = async (id) => {
    replace(chart, over_years(await ask("series_of", { id }), id));
    if (innerWidth <= 860) chart.scrollIntoView({ block: "start" });
  };
  function pick(row, button) {
    const at = picked.findIndex((one) => one.row.series_id === row.series_id);
    if (at >= 0) picked.splice(at, 1);
    else picked.push({ row, button });
    if (picked.length > 2) picked.shift().button.setAttribute("aria-pressed", "false");
    button.setAttribute("aria-pressed", String(at < 0));
    replace(joining, h("button", { type: "button", class: "main", id: "join", disabled: picked.length < 2, onclick: () => join_dialog(joined, picked[0].row, picked[1].row).catch((error) => say(why(error))) }, t("join")));
  }
  const find = async (q) => {
    looked_for = q;
    picked = [];
    replace(joining, overview.can_mend && h("p", { class: "quiet" }, t("join_hint")));
    const { rows, more } = await ask("series", { q });
    if (looked_for !== q) return;  // somebody has typed on
    replace(narrow, rows.length === 0 ? t("no_results") : more ? t("series_more") : "");
    replace(list, rows.map((row) => h("li", { class: "pickable" }, h("button", { type: "button", class: "row", onclick: (event) => {
      for (const other of list.querySelectorAll(".row")) other.classList.toggle("on", other === event.currentTarget);
      return show(row.series_id);
    } },
      row.name, h("div", { class: "meta" }, [row.organization, type_name(row.record_type), t("years_count", { n: row.years })].filter(Boolean).join(" · "))),
      overview.can_mend && h("button", { type: "button", class: "pick", "aria-pressed": "false", "aria-label": t("join_pick", { name: row.name.slice(0, 80) }), onclick: (event) => pick(row, event.currentTarget) }, "+"))));
  };
  const select = (name, words, options) => h("label", {}, words, h("select", { id: "look-" + name, onchange: (event) => { chosen[name] = event.target.value; fill().catch((error) => say(why(error))); } }, options.map(([value, said]) => h("option", { value, selected: String(value) === chosen[name] }, said))));
  replace(element, h("h1", {}, t("looking")),
    h("div", { class: "head" }, h("h2", {}, t("budgets")), downloads(() => ({ list: "budgets", ...chosen }), t("budgets"))),
    h("div", { class: "filters" }, office_filter(overview, chosen.organization, (value) => { chosen.organization = value; fill().catch((error) => say(why(error))); }),
      select("year", t("year"), [["", t("all")], ...overview.years.map((y) => [y.year, y.year])]), select("type", t("report_tables"), [["", t("budget")], ["settlement", t("settlement")]])),
    h("p", { class: "quiet" }, t("budgets_hint")), place,
    h("h2", {}, t("series")), h("div", { class: "columns" },
      h("div", { class: "card" }, h("input", { type: "search", "aria-label": t("series_hint"), placeholder: t("series_hint"), onchange: (event) => find(event.target.value).catch((error) => say(why(error))) }), joining, h("div", { class: "series-list" }, list), narrow), h("div", { class: "beside" }, chart)),
    h("details", { class: "card" }, h("summary", {}, t("whole_folder")), ["records", "figures", "findings", "series"].map((what) => h("p", {}, t("what_" + what), ": ", downloads({ what }, t("what_" + what))))));
  await Promise.all([fill(), find("")]);
  return { refresh: fill };
}
