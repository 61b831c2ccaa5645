// Which figure stands in which cell, both ways, for the records and tables of one part of a document.

export const cell_key = (table, row, column) => table + ":" + row + ":" + column;

// One printed figure of a record: {record, field, slot, text, corrected, value, row, column, page, bbox, period}.
export function figures_of(record) {
  const out = [];
  const add = (field, slot, place, value, more = {}) => {
    if (place && Number.isInteger(place.row) && Number.isInteger(place.column)) {
      out.push({ record, field, slot, text: place.text ?? "", corrected: place.corrected, value, row: place.row, column: place.column, page: place.page, bbox: place.bbox, ...more });
    }
  };
  for (const [field, place] of Object.entries(record.cells ?? {})) add(field, "values", place, record.values?.[field] ?? record.other_values?.[field]?.value ?? null);
  for (const part of record.breakdown ?? []) add(part.member, "breakdown", part, part.value, { measure: part.measure });
  for (const one of record.yearly ?? []) add(one.field, "yearly", one.cell ?? one, one.value, { period: one.period, phase: one.phase });
  for (const [header, other] of Object.entries(record.other_values ?? {})) if (other && typeof other === "object") add(header, "other_values", other.cell ?? other, other.value ?? null);
  return out;
}

export class FigureIndex {
  constructor(part) {
    this.tables = new Map(part.tables.map((table) => [table.table_id, table]));
    this.records = new Map(part.records.map((record) => [record.record_id, record]));
    this.by_cell = new Map();
    for (const record of part.records) {
      for (const figure of figures_of(record)) {
        const key = cell_key(record.source?.table, figure.row, figure.column);
        if (!this.by_cell.has(key)) this.by_cell.set(key, []);
        this.by_cell.get(key).push(figure);
      }
    }
  }
  at(table, row, column) { return this.by_cell.get(cell_key(table, row, column)) ?? []; }
  find(record_id, field) {
    const record = this.records.get(record_id);
    return record ? figures_of(record).find((figure) => figure.field === field) : undefined;
  }
  cell(table, row, column) {
    return this.tables.get(table)?.cells.find((c) => c.row <= row && row < c.row + (c.row_span ?? 1) && c.column <= column && column < c.column + (c.column_span ?? 1));
  }
  // What stands over a column, outermost first.
  headings(table_id, column) {
    const table = this.tables.get(table_id);
    if (!table) return [];
    const over = table.cells.filter((c) => c.row < table.header_rows && c.column <= column && column < c.column + (c.column_span ?? 1));
    return over.sort((a, b) => a.row - b.row).map((c) => c.corrected ?? c.repaired ?? c.text).filter(Boolean);
  }
}
