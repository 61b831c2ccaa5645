// The records of a part: for each table its rows, a column a field, with the printed text and the value that was understood.
import { h } from "./dom.js";
import { figure } from "./figures.js";
import { cell_key, figures_of } from "./figure_index.js";
import { field_name, measure_of, phase_name, record_name, t, type_name } from "./words.js";

function period_of(period) {
  if (!period) return "";
  if (typeof period === "string") return period;
  return [period.start, period.end].map((end) => end ?? "").join(" ~ ");
}

function table_of(records, failing, chosen) {
  const first = records[0];
  const columns = [];
  const key_of = (one) => one.slot + "\u0000" + one.field + "\u0000" + (one.period ?? "") + "\u0000" + (one.phase ?? "") + "\u0000" + (one.measure ?? "");
  const all = records.map((record) => {
    const mine = new Map(figures_of(record).map((one) => [key_of(one), one]));
    for (const [key, one] of mine) if (!columns.some((column) => column.key === key)) columns.push({ key, one });
    return mine;
  });
  const measure = (one) => (one.slot === "values" || one.slot === "yearly" ? measure_of(first.record_type, one.field) : one.slot === "breakdown" ? "count" : null);
  const cell = (record, one) => {
    if (!one) return h("td", {});
    const key = cell_key(record.source.table, one.row, one.column);
    return h("td", { class: "num" + (failing.has(key) ? " failing" : ""), data: { key, record: record.record_id, field: one.field } },
      h("button", { type: "button", class: "cell" + (one.corrected !== undefined ? " corrected" : ""), onclick: () => chosen(one) }, one.corrected ?? one.text ?? ""),
      one.value !== null && measure(one) === "amount" && h("span", { class: "value" }, figure(one.value, measure(one))));
  };
  return h("section", { class: "records" },
    h("h3", {}, type_name(first.record_type), " ", h("span", { class: "quiet" }, t("table", { id: first.source.table }))),
    h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": type_name(first.record_type) + " " + first.source.table },
      h("table", {},
        h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t("name")), columns.map(({ one }) => h("th", { scope: "col" }, [field_name(first.record_type, one.field), one.period, phase_name(one.phase)].filter(Boolean).join(" · "))))),
        h("tbody", {}, records.map((record, i) => h("tr", {},
          h("th", { scope: "row" }, h("span", { class: "depth-" + Math.min(4, Math.max(0, (record.path?.length ?? 1) - 1)) }, record_name(record)),
            record.status !== "ok" && [" ", h("span", { class: "tag " + (record.status === "flagged" ? "warning" : "ok") }, record.status === "flagged" ? t("findings") : t("corrected"))]),
          columns.map(({ key }) => cell(record, all[i].get(key)))))))));
}

export function records_of(part, failing, chosen) {
  const groups = new Map();
  const lines = [];
  for (const record of part.records) {
    if (!record.source?.table || figures_of(record).length === 0) { lines.push(record); continue; }
    const key = record.record_type + record.source.table;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(record);
  }
  if (groups.size === 0 && lines.length === 0) return h("p", { class: "quiet" }, t("no_records_here"));
  return h("div", {}, [...groups.values()].map((records) => table_of(records, failing, chosen)), lines.length > 0 && h("div", {}, h("h3", {}, t("items")), h("ul", { class: "rows" }, lines.map((line) => h("li", {}, item_line(line))))));
}

// A line of prose with what it stands under, its periods and amounts.
export function item_line(record) {
  const depth = Math.max(0, (record.path?.length ?? 1) - 1);
  const line = h("div", { class: "item" }, h("div", { class: "meta quiet" }, (record.path ?? []).slice(0, -1).join(" › ")), h("div", {}, record.name),
    h("div", { class: "quiet" }, [period_of(record.period) && t("period") + " " + period_of(record.period), ...(record.amounts ?? []).map((a) => figure(a.value, "amount"))].filter(Boolean).join(" · ")));
  line.style.paddingLeft = Math.min(depth, 6) * 0.7 + "rem";
  return line;
}
