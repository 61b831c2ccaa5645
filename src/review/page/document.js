// A document: its page on the left, what was understood of it on the right, and a mark that goes through both.
import { ask } from "./ask.js";
import { cell_panel, figure_panel, finding_box } from "./arithmetic.js";
import { about_of, outline_of } from "./about.js";
import { h, replace } from "./dom.js";
import { FigureIndex, cell_key } from "./figure_index.js";
import { printed } from "./printed.js";
import { downloads } from "./download.js";
import { paged } from "./paged.js";
import { item_line, records_of } from "./records.js";
import { to_document } from "./rows.js";
import { begin_picture, draw_ahead, sheet } from "./sheet.js";
import { say } from "./news.js";
import { t, why } from "./words.js";

export async function document_view(element, { parts, values, overview }) {
  const id = parts[1] ?? "";
  draw_ahead(id, values.p ?? 1);
  let head = await ask("document", { id });
  let part = null, index = null, failing = new Set(), tab = values.x ? "findings" : "records", as_text = !head.by_page, marked = null, looked_at = values.x ?? null;

  const left = h("div", { class: "left" }), bar = h("div", { class: "bar" }), shown = h("div", { class: "pages" }), panel = h("div", { class: "card", id: "panel" }), below = h("div"), tabs = h("div", { class: "tabs", role: "tablist" });
  const context = { get head() { return head; }, get index() { return index; }, can_mend: overview.can_mend, go, done: refresh };

  // ---- the mark: on the page, in the records, in the address
  function mark(table, row, column, near = []) {
    const key = cell_key(table, row, column);
    for (const one of element.querySelectorAll("[data-key]")) {
      one.classList.toggle("on", one.dataset.key === key);
      one.classList.toggle("near", near.includes(one.dataset.key));
    }
    // The record's own line is shown, and the page's box, each in its own scrolling place.
    for (const place of [shown, below]) place.querySelector(".on")?.scrollIntoView({ block: "center", inline: "center" });
    if (innerWidth <= 860) shown.scrollIntoView({ block: "start" });
  }
  function near_of(record_id, field) {
    const ids = part.findings.filter((f) => f.field === field && f.record_ids.includes(record_id)).flatMap((f) => f.record_ids).filter((other) => other !== record_id);
    return ids.map((other) => index.find(other, field)).filter(Boolean).map((one) => cell_key(one.record.source.table, one.row, one.column));
  }
  async function choose_figure(one) {
    marked = { record: one.record.record_id, field: one.field };
    address_says({ p: part.part, r: marked.record, f: marked.field });
    mark(one.record.source.table, one.row, one.column, near_of(one.record.record_id, one.field));
    await figure_panel(panel, one, context);
  }
  function choose_cell(table, cell, figures) {
    if (figures.length > 0) return choose_figure(figures[0]);
    marked = null;
    mark(table, cell.row, cell.column);
    cell_panel(panel, table, cell, context);
  }
  const address_says = (now) => history.replaceState(null, "", to_document(id, now));

  // ---- parts
  function move_bar() {
    const number = h("input", { type: "number", min: 1, max: head.parts, value: part.part, "aria-label": head.by_page ? t("page") : t("part"), onchange: (event) => show_part(Number(event.target.value)) });
    replace(bar,
      h("button", { type: "button", disabled: part.part <= 1, onclick: () => show_part(part.part - 1) }, "‹ ", t("previous")), number,
      h("span", {}, t(head.by_page ? "page_of" : "part_of", { n: part.part, all: head.parts })),
      h("button", { type: "button", disabled: part.part >= head.parts, onclick: () => show_part(part.part + 1) }, t("next"), " ›"),
      head.by_page && head.source.format === "pdf" && h("button", { type: "button", id: "as-text", "aria-pressed": String(as_text), onclick: () => { as_text = !as_text; draw(); } }, t("as_text")),
      head.findings.length > 0 && h("button", { type: "button", id: "next-finding", onclick: () => step_finding(1) }, finding_at() >= 0 && [t("finding_of", { n: finding_at() + 1, all: head.findings.length }), " · "], t("next_finding"), " ›"));
  }
  function draw(trouble) {
    move_bar();
    const text = () => printed(part, index, failing, choose_cell);
    replace(shown, trouble && h("p", { class: "quiet" }, t("picture_missing", { why: trouble })), part.cut && h("p", { class: "bad" }, t("cut")),
      as_text || trouble ? text() : sheet(head, part, index, failing, choose_cell, (why) => draw(why)));
    shown.querySelector(".sheet")?.addEventListener("drawn", () => again());
    show_tab(tab);
    again();
  }
  function again() {
    if (!marked) return;
    const one = index.find(marked.record, marked.field);
    if (one) mark(one.record.source.table, one.row, one.column, near_of(marked.record, marked.field));
  }
  function find_failing() {
    failing = new Set();
    for (const finding of part.findings) {
      if (finding.accepted || !finding.field) continue;
      const one = index.find(finding.record_ids[0], finding.field);
      if (one) failing.add(cell_key(one.record.source.table, one.row, one.column));
    }
  }
  async function show_part(number) {
    const wanted = Math.min(Math.max(1, number || 1), head.parts);
    if (head.by_page && head.source.format === "pdf" && !as_text) begin_picture(head, wanted);
    part = await ask("part", { id, part: wanted });
    index = new FigureIndex(part);
    find_failing();
    draw();
    if (!marked) address_says({ p: part.part });
  }
  async function go(record_id, field, page) {
    if (!index.records.has(record_id)) {
      const table = head.by_page ? null : head.tables.find((one) => one.table_id === page);
      await show_part(table?.part ?? page ?? part.part);
    }
    const one = index.find(record_id, field);
    if (one) await choose_figure(one);
  }

  // ---- what is on the right
  const TABS = {
    records: () => records_of(part, failing, choose_figure),
    findings: () => (head.findings.length === 0 ? h("p", { class: "quiet" }, t("no_findings")) : h("div", {}, cut_of("findings"), head.findings.map((finding) => h("div", {},
      finding_box(finding, context), h("button", { type: "button", class: "row", onclick: () => to_finding(finding) }, "→ ", finding.table ? t("table", { id: finding.table }) : "", finding.page ? " · " + t("page_n", { n: finding.page }) : ""))))),
    outline: () => h("div", {}, cut_of("sections"), outline_of(head, show_part)),
    items: () => { const place = h("div", {}, t("loading")); paged(place, "prose", { id }, item_line, t("no_items")); return place; },
    about: () => about_of(head, context),
  };
  // Lists of which only the first are here say so.
  const cut_of = (name) => name in (head.cut ?? {}) && h("p", { class: "bad" }, t("cut_list", { n: Number(head.cut[name]).toLocaleString(), shown: (head[name]?.length ?? 0).toLocaleString() }));
  function show_tab(name) {
    tab = name;
    replace(tabs, Object.keys(TABS).map((one) => h("button", { type: "button", role: "tab", id: "tab-" + one, "aria-controls": "tabpanel", "aria-selected": String(one === tab), onclick: () => { show_tab(one); again(); } },
      t(one), one === "findings" ? " " + (head.cut?.findings ?? head.findings.length).toLocaleString() : "")));
    replace(below, TABS[tab]());
    below.setAttribute("aria-labelledby", "tab-" + tab);
  }
  // Of formats without pages a finding's table tells the part.
  const place_of_finding = (finding) => ({ p: finding.page ?? head.tables.find((one) => one.table_id === finding.table)?.part ?? 1, r: finding.record_ids[0], f: finding.field });
  async function to_finding(finding) {
    looked_at = finding.finding_id;
    if (!(await moved(place_of_finding(finding)))) replace(panel, finding_box(finding, context));
    move_bar();
  }
  // From one finding to the next, which is what one comes here for; after the last the first comes again. One that has been mended is gone,
  // and the next stands in its place.
  let last_at = 0;
  function finding_at() {
    const at = head.findings.findIndex((one) => one.finding_id === looked_at);
    if (at >= 0) last_at = at;
    return at;
  }
  function step_finding(by) {
    const all = head.findings.length, at = finding_at();
    if (all > 0) to_finding(head.findings[((at < 0 ? last_at - (by < 0 ? 1 : 0) : at + by) + all) % all]).catch((error) => say(why(error)));
  }

  // ---- coming, and coming back
  async function moved(now) {
    if (!part || Number(now.p ?? part.part) !== part.part) await show_part(Number(now.p ?? 1));
    if (!now.r) return false;
    const record = index.records.get(now.r);
    const one = index.find(now.r, now.f ?? Object.keys(record?.cells ?? {})[0]);
    if (one) await choose_figure(one);
    else replace(panel, h("p", {}, record ? record.name : t("choose_figure")));
    return Boolean(one);
  }
  async function refresh() {
    const kept = marked, number = part.part;
    head = await ask("document", { id });
    await show_part(number);
    const one = kept && index.find(kept.record, kept.field);
    if (one) await choose_figure(one);
  }

  below.id = "tabpanel";
  below.setAttribute("role", "tabpanel");
  left.append(bar, shown);
  replace(panel, h("p", { class: "quiet" }, t("choose_figure")));
  replace(element, h("h1", {}, head.title ?? head.source.path),
    h("p", { class: "quiet" }, [head.organization, head.report_date, head.source.path].filter(Boolean).join(" · "), " ", downloads(() => ({ what: "everything", id }), t("about"))),
    h("div", { class: "document" }, left, h("div", {}, panel, h("div", { class: "card" }, tabs, below))));
  const asked = head.findings.find((one) => one.finding_id === values.x);
  const found = await moved({ ...(asked ? place_of_finding(asked) : { p: 1 }), ...values });
  if (asked && !found) replace(panel, finding_box(asked, context));
  return {
    moved, refresh,
    keys: (event) => { if (event.key === "]") step_finding(1); else if (event.key === "[") step_finding(-1); else if (event.key === "n" && part.part < head.parts) show_part(part.part + 1); else if (event.key === "p" && part.part > 1) show_part(part.part - 1); },
  };
}
