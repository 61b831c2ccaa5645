// A part of a document as text: its paragraphs and tables in reading order, for formats without pages, and for those who do not see the picture.
import { h } from "./dom.js";
import { cell_key } from "./figure_index.js";
import { t } from "./words.js";

export function printed(part, index, failing, chosen) {
  const seen = new Set();
  const inner = (id) => (index.tables.has(id) && !seen.has(id) ? table_of(index.tables.get(id)) : null);

  function cell_of(table, cell) {
    const figures = index.at(table.table_id, cell.row, cell.column);
    const key = cell_key(table.table_id, cell.row, cell.column);
    const words = cell.corrected ?? cell.repaired ?? cell.text;
    const head = cell.row < table.header_rows;
    return h(head ? "th" : "td", { rowspan: cell.row_span > 1 ? cell.row_span : null, colspan: cell.column_span > 1 ? cell.column_span : null, scope: head ? "col" : null, data: { key },
      class: (figures.length > 0 ? "figure " : "") + (failing.has(key) ? "failing " : "") + (cell.corrected !== undefined ? "corrected" : "") },
      h("button", { type: "button", class: "cell", "aria-label": words ? null : t("cell"), onclick: () => chosen(table.table_id, cell, figures) }, words),
      (cell.tables ?? []).map(inner));
  }
  function table_of(table) {
    seen.add(table.table_id);
    const rows = new Map();
    for (const cell of table.cells) {
      if (!rows.has(cell.row)) rows.set(cell.row, []);
      rows.get(cell.row).push(cell);
    }
    const name = t("table", { id: table.table_id }) + (table.unit ? " · " + table.unit : "");
    return h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": name },
      h("table", {}, h("caption", {}, name), h("tbody", {}, [...rows.values()].map((cells) => h("tr", {}, cells.map((cell) => cell_of(table, cell)))))));
  }
  const blocks = part.blocks.map((block) => {
    if (block.table) return inner(block.table);
    const { text, heading } = block.paragraph;
    return h("p", { class: heading ? "heading" : null }, text);
  });
  const rest = part.tables.filter((table) => !seen.has(table.table_id)).map(table_of);
  return h("div", { class: "prose" }, blocks, rest);
}
