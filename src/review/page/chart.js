// Bars: what is drawn stands in a table too, and each bar leads to where its figure is printed.
import { h, s } from "./dom.js";

// rows: [{name, value, words, href, other}]; value and other (drawn as a line) from 0. `NAME`: the room that names take.
export function bars(title, rows, NAME = 200) {
  const LINE = 30, WIDTH = 440 + NAME, ROOM = 110;
  const most = Math.max(...rows.map((row) => Math.max(row.value ?? 0, row.other ?? 0)), 1e-9);
  const wide = (value) => ((WIDTH - NAME - ROOM) * Math.max(0, value)) / most;
  const short = (name) => (name.length > 15 ? name.slice(0, 14) + "…" : name);
  return s("svg", { class: "chart", viewBox: "0 0 " + WIDTH + " " + (rows.length * LINE + 8), role: "group", "aria-label": title }, rows.map((row, i) => {
    const y = i * LINE + 4;
    return s("a", { href: row.href },
      s("title", {}, row.name + " " + row.words),
      s("text", { x: NAME - 8, y: y + 18, "text-anchor": "end" }, short(row.name)),
      s("rect", { class: "bar-shape", x: NAME, y: y + 4, width: Math.max(1, wide(row.value ?? 0)), height: LINE - 12 }),
      row.other !== undefined && row.other !== null ? s("rect", { class: "other", x: NAME + wide(row.other), y: y + 1, width: 2, height: LINE - 6 }) : null,
      s("text", { x: NAME + wide(row.value ?? 0) + 6, y: y + 18 }, row.words));
  }));
}

// columns: [[heading, row => content, is number]]
export function table(title, rows, columns) {
  return h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": title }, h("table", {}, h("caption", {}, title),
    h("thead", {}, h("tr", {}, columns.map(([words]) => h("th", { scope: "col" }, words)))),
    h("tbody", {}, rows.map((row) => h("tr", {}, columns.map(([, content, number]) => h("td", { class: number ? "num" : null }, content(row))))))));
}
