// A list that is asked for page by page: the first page, and a button for the next.
import { ask } from "./ask.js";
import { h, replace } from "./dom.js";
import { t } from "./words.js";

// By place: which question was asked last. An answer that comes after a later question has been asked is not shown.
const asked_last = new WeakMap();

export async function paged(element, path, values, row, none) {
  const mine = {};
  asked_last.set(element, mine);
  const list = h("ul", { class: "rows" });
  const state = h("p", { class: "quiet" });
  const more = h("button", { type: "button", onclick: next }, t("more"));
  let shown = 0;
  async function next() {
    const { rows, total } = await ask(path, { ...values, offset: shown });
    const first = list.children.length;
    list.append(...rows.map((one) => h("li", {}, row(one))));
    shown += rows.length;
    state.textContent = total === 0 ? none : t("of_total", { total: total.toLocaleString(), shown: shown.toLocaleString() });
    more.hidden = shown >= total || rows.length === 0;
    if (first > 0) list.children[first]?.firstElementChild?.focus();
  }
  await next();
  if (asked_last.get(element) !== mine) return;
  replace(element, list, state, more);
}
