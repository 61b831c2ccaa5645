// A figure's panel: what it is, what it adds up from, which identities hold, what to do about it.
import { ask } from "./ask.js";
import { h, replace } from "./dom.js";
import { exact, figure } from "./figures.js";
import { accept_dialog, correct_dialog, correct_term_dialog } from "./mend.js";
import { place_of } from "./rows.js";
import { field_name, kind_name, lang, measure_of, phase_name, record_name, t, type_name } from "./words.js";

// `context`: {head, index, go(record_id, field, page), done(result)}. `one`: a figure of figure_index.js.
export async function figure_panel(element, one, context) {
  const { record, field } = one, type = record.record_type, measure = one.slot === "values" ? measure_of(type, field) : null;
  const headings = context.index.headings(record.source.table, one.column);
  const mend = () => correct_dialog(context, { target: { record_id: record.record_id, field }, expect: one.corrected ?? one.text, what: record_name(record) + " · " + field_name(type, field) });
  const checked = h("div");  // leaves with the figure, whose arithmetic may come after another one has been chosen
  replace(element,
    h("h2", {}, record_name(record), " · ", field_name(type, field)),
    h("dl", { class: "facts" },
      h("dt", {}, t("text")), h("dd", {}, one.corrected !== undefined ? [h("s", {}, one.text), " ", h("strong", { class: "corrected" }, one.corrected)] : one.text || "–"),
      one.value !== null && measure && [h("dt", {}, t("value")), h("dd", {}, figure(one.value, measure), h("span", { class: "quiet" }, " (", exact(one.value, measure), ")"))],
      h("dt", {}, t("place")), h("dd", {}, place_of(record.source.table, one.page ?? record.source.page)),
      h("dt", {}, t("headings")), h("dd", {}, headings.join(" · ") || "–"),
      h("dt", {}, t("understood_as")), h("dd", {}, one.slot === "other_values" ? t("not_understood")
        : [type_name(type), field_name(type, field), measure && t("measure_" + measure), one.period ?? record.fiscal_year, phase_name(one.phase)].filter((words, i, all) => words && words !== all[i - 1]).join(" · ")),
      record.as_of && [h("dt", {}, t("as_of")), h("dd", {}, record.as_of)]),
    h("div", { class: "bar" }, h("button", { type: "button", class: "main", id: "correct", disabled: !context.can_mend, onclick: mend }, t("correct")),
      !context.can_mend && h("span", { class: "quiet" }, t("cannot_mend"))),
    checked);
  if (one.slot !== "values") return;
  const sums = await ask("arithmetic", { id: context.head.document_id, record: record.record_id, field }).catch(() => null);
  if (!sums) return;
  for (const finding of sums.findings) checked.append(finding_box(finding, context));
  if (sums.parts) checked.append(h("h3", {}, t("parts")), tree(sums, type, measure, context));
  if (sums.identities.length > 0) checked.append(h("h3", {}, t("identities")), ...sums.identities.map((identity) => identity_line(identity, type)));
}

export function finding_box(finding, context) {
  return h("div", { class: "identity" + (finding.accepted ? "" : " fails") },
    h("div", {}, h("span", { class: "tag " + finding.severity }, t(finding.severity)), h("span", { class: "tag" }, kind_name(finding.kind)), finding.message[lang()]),
    finding.accepted ? h("div", { class: "good" }, t("accepted"), ": ", finding.accepted.reason ?? "")
      : h("button", { type: "button", class: "accept", data: { finding: finding.finding_id }, disabled: !context.can_mend, onclick: () => accept_dialog(context, finding) }, t("accept")));
}

// A total and its parts; a part that is a total itself opens in its place.
function tree(sums, type, measure, context) {
  const list = h("ul", { class: "tree", data: { record: sums.record_id } }, sums.parts.rows.map((part) => {
    const line = h("li", {});
    const below = h("div", {});
    const open = part.opens && h("button", { type: "button", class: "open", "aria-expanded": "false", "aria-label": t("open_parts", { name: part.name }), onclick: async (event) => {
      const opened = event.currentTarget.getAttribute("aria-expanded") === "true";
      event.currentTarget.setAttribute("aria-expanded", String(!opened));
      event.currentTarget.textContent = opened ? "▸" : "▾";
      if (opened) return replace(below);
      const inner = await ask("arithmetic", { id: context.head.document_id, record: part.record_id, field: sums.field });
      replace(below, tree(inner, type, measure, context));
    } }, "▸");
    line.append(h("div", { class: "line" }, h("span", {}, open, h("button", { type: "button", class: "link", onclick: () => context.go(part.record_id, sums.field, part.page) }, part.name)),
      h("span", { class: "num", title: exact(part.value, measure) }, part.text || "–")), below);
    return line;
  }));
  const verdict = sums.parts.fails ? h("span", { class: "bad" }, "✗ ", t("fails")) : sums.parts.rounded ? h("span", { class: "good" }, "✓ ", sums.parts.difference ? t("within_rounding") : t("holds"))
    : h("span", { class: "quiet" }, t("not_judged"));
  const cut = sums.parts.total > sums.parts.rows.length && h("p", { class: "quiet" }, t("cut_list", { n: sums.parts.total.toLocaleString(), shown: sums.parts.rows.length.toLocaleString() }));
  return h("div", {}, list, cut, h("div", { class: "sum" },
    h("div", { class: "line" }, t("sum_is"), ": ", h("strong", {}, exact(sums.parts.sum, measure))),
    h("div", {}, t("printed"), ": ", exact(sums.value, measure), sums.parts.difference ? [" · ", t("difference"), ": ", exact(sums.parts.difference, measure)] : null, " ", verdict)));
}

// 지출 집행률 83.0% = 지출액 65,410,160 ÷ 예산현액 78,850,849 = 82.954 % ✓
function identity_line(identity, type) {
  const side = (terms) => terms.map((term, i) => [i === 0 && term.sign > 0 ? "" : term.sign < 0 ? " − " : " + ", field_name(type, term.field), " ", term.text]);
  const ratio = identity.base.length > 0;
  const measure = measure_of(type, identity.result);
  return h("div", { class: "identity" + (identity.fails ? " fails" : "") },
    h("strong", {}, field_name(type, identity.result), " ", identity.text), " = ", ratio && identity.terms.length > 1 ? ["(", side(identity.terms), ")"] : side(identity.terms),
    ratio && [" ÷ ", side(identity.base)], " = ", ratio ? figure(identity.computed, measure) : exact(identity.computed, measure), " ",
    identity.fails ? h("span", { class: "bad" }, "✗ ", t("fails")) : h("span", { class: "good" }, "✓ ", t("holds")));
}

// A cell that no record reads from: a heading, a label, a figure without a field.
export function cell_panel(element, table_id, cell, context) {
  const table = context.index.tables.get(table_id);
  const text = cell.corrected ?? cell.repaired ?? cell.text;
  const target = { document: context.head.document_id, table: table_id, row: cell.row, column: cell.column };
  const mend = () => correct_dialog(context, { target, expect: cell.corrected ?? cell.text, what: t("cell") + " " + table_id + " " + cell.row + ":" + cell.column });
  replace(element,
    h("h2", {}, t("cell"), " · ", text || "–"),
    h("dl", { class: "facts" }, h("dt", {}, t("text")), h("dd", {}, cell.text || "–"),
      cell.repaired !== undefined && [h("dt", {}, t("repairs_count")), h("dd", {}, cell.repaired)],
      cell.corrected !== undefined && [h("dt", {}, t("corrected")), h("dd", {}, cell.corrected)],
      h("dt", {}, t("place")), h("dd", {}, place_of(table_id, cell.page)),
      cell.row >= table.header_rows && [h("dt", {}, t("headings")), h("dd", {}, context.index.headings(table_id, cell.column).join(" · ") || "–")],
      cell.row >= table.header_rows && /\d/.test(text) && table.header_rows > 0 && [h("dt", {}, t("understood_as")), h("dd", {}, t("not_understood"))]),
    h("div", { class: "bar" }, h("button", { type: "button", class: "main", id: "correct", disabled: !context.can_mend, onclick: mend }, t("correct")),
      text && !/^[\d,.\s%△▲-]+$/.test(text) && h("button", { type: "button", disabled: !context.can_mend, onclick: () => correct_term_dialog(context, text) }, t("correct_term"))));
}
