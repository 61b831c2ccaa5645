// A table of a budget: where its money goes, as bars that open into their parts, and what of it is spent; the same figures as a table below.
import { bars, table } from "./chart.js";
import { h } from "./dom.js";
import { percent, won } from "./figures.js";
import { to_document } from "./rows.js";
import { field_name, t } from "./words.js";

const spent = (row) => row.payment ?? row.execution;
export const amount_of = (row) => row.current_appropriation ?? row.budget_amount;
export const rate_of = (row) => row.payment_rate ?? row.execution_rate ?? (spent(row) !== null && amount_of(row) ? spent(row) / amount_of(row) : null);
const rate_field = (row) => (row.payment_rate !== null ? "payment_rate" : row.execution_rate !== null ? "execution_rate" : "payment");
const amount_field = (row) => (row.current_appropriation !== null ? "current_appropriation" : "budget_amount");

// Rows as a tree by their paths: the total, what stands directly below it, and so on. A row whose parent is not printed stands at the top.
export function tree_of(records) {
  const nodes = records.map((row) => ({ row, path: JSON.parse(row.path ?? "[]"), parts: [] }));
  const total = nodes.find((node) => node.row.row_role === "total" && amount_of(node.row) !== null);
  const by_path = new Map();
  for (const node of nodes) if (node.row.row_role !== "total" && !by_path.has(JSON.stringify(node.path))) by_path.set(JSON.stringify(node.path), node);
  const top = [];
  for (const node of nodes) {
    if (node.row.row_role === "total") continue;
    const above = node.path.length > 1 ? by_path.get(JSON.stringify(node.path.slice(0, -1))) : undefined;
    (above && above !== node ? above.parts : top).push(node);
  }
  return { total: total?.row ?? null, top };
}

const LISTED = 30;  // bars at once; the rest on demand

// A bar a part, the largest first; `whole` is what shares are of.
function parts_of(nodes, whole, most, link) {
  const known = nodes.filter((node) => amount_of(node.row) !== null).sort((a, b) => amount_of(b.row) - amount_of(a.row));
  const opens = known.some((node) => node.parts.some((part) => amount_of(part.row) !== null));  // then those that do not open stand as far in
  const list = h("ul", { class: "money" });
  const add = (from, to) => list.append(...known.slice(from, to).map((node) => line(node)));
  function line(node) {
    const value = amount_of(node.row), fill = h("div", { class: "fill" }), below = h("div"), item = h("li");
    fill.style.width = Math.max(0.4, (100 * Math.max(0, value)) / most) + "%";
    const open = node.parts.some((part) => amount_of(part.row) !== null) && h("button", { type: "button", class: "open", "aria-expanded": "false", "aria-label": t("open_parts", { name: node.row.name }), onclick: (event) => {
      const opened = event.currentTarget.getAttribute("aria-expanded") === "true";
      event.currentTarget.setAttribute("aria-expanded", String(!opened));
      event.currentTarget.textContent = opened ? "▸" : "▾";
      below.replaceChildren(...(opened ? [] : [parts_of(node.parts, whole, most, link)]));
    } }, "▸");
    item.append(h("div", { class: "line" }, h("span", { class: open || !opens ? null : "leaf" }, open, h("a", { href: link(node.row, amount_field(node.row)) }, node.row.name)),
      h("span", { class: "num" }, won(value), whole ? h("span", { class: "quiet" }, " " + percent(value / whole, 1)) : null)), h("div", { class: "track", "aria-hidden": "true" }, fill), below);
    return item;
  }
  add(0, LISTED);
  if (known.length <= LISTED) return list;
  const rest = h("button", { type: "button", onclick: () => { add(LISTED); rest.remove(); } }, t("and_others", { n: (known.length - LISTED).toLocaleString() }));
  return h("div", {}, list, rest);
}

// One table; null where it prints no amounts.
export function budget_card(one) {
  const { total, top } = tree_of(one.records);
  const shown = top.filter((node) => amount_of(node.row) !== null);
  if (shown.length === 0) return null;
  const link = (row, field) => to_document(one.document_id, { p: row.page, r: row.record_id, f: field });
  const whole = total ? amount_of(total) : null;
  const most = Math.max(...shown.map((node) => amount_of(node.row)), 1);
  const title = [one.organization, one.fiscal_year, t("table", { id: one.table_id })].filter(Boolean).join(" · ");
  const departments = one.records.filter((row) => row.level === "department" && rate_of(row) !== null);
  const rated = (departments.length > 1 ? departments : top.map((node) => node.row).filter((row) => rate_of(row) !== null)).sort((a, b) => rate_of(b) - rate_of(a)).slice(0, LISTED);
  const rows = [...(total ? [total] : []), ...top.map((node) => node.row)].filter((row) => amount_of(row) !== null);
  const has_spent = rows.some((row) => spent(row) !== null), has_rate = rows.some((row) => rate_of(row) !== null);
  const figures = table(title, rows, [
    [t("name"), (row) => h("a", { href: link(row, amount_field(row)) }, row.name)],
    [field_name("budget", amount_field(rows[0])), (row) => won(amount_of(row)), true],
    whole ? [t("share"), (row) => percent(amount_of(row) / whole, 1), true] : null,
    has_spent ? [field_name("budget", rows.some((row) => row.payment !== null) ? "payment" : "execution"), (row) => won(spent(row)), true] : null,
    has_rate ? [t("rate"), (row) => percent(rate_of(row), 1), true] : null].filter(Boolean));
  return h("section", { class: "card budget" }, h("h3", {}, h("a", { href: to_document(one.document_id, { p: one.page }) }, title)),
    one.more && h("p", { class: "bad" }, t("table_cut", { n: one.records.length })),
    h("div", { class: "pair" },
      h("div", {}, h("h4", {}, t("money"), total ? h("span", { class: "quiet" }, " " + won(whole)) : null), parts_of(top, whole, most, link)),
      rated.length > 0 ? h("div", {}, h("h4", {}, t("rate")), bars(title + " " + t("rate"), rated.map((row) => ({ name: row.name, value: rate_of(row), words: percent(rate_of(row), 1), href: link(row, rate_field(row)) })))) : figures),
    rated.length > 0 && figures);
}
