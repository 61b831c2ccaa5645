// A list that is asked for page by page: the first page, and a button for the next.
import { ask } from "./ask.js";
import { h, replace } from "./dom.js";
import { t } from "./words.js";

// By place: which question was asked last. An answer that comes after a later question has been asked is not shown.
const asked_last = new WeakMap();

// `from`: makes {rows, total, at_least} or {rows, more, next} of an answer; a list that nobody counts tells only whether there is more.
export async function paged(element, path, values, row, none, from = (answer) => answer) {
  const mine = {};
  asked_last.set(element, mine);
  const list = h("ul", { class: "rows" });
  const state = h("p", { class: "quiet" });
  const more = h("button", { type: "button", onclick: next }, t("more"));
  let shown = 0, offset = 0;
  async function next() {
    const answer = from(await ask(path, { ...values, offset }));
    const first = list.children.length;
    list.append(...answer.rows.map((one) => h("li", {}, row(one))));
    shown += answer.rows.length;
    offset = answer.next ?? shown;
    const { total } = answer;
    const ended = answer.rows.length === 0 || (total !== undefined ? shown >= total : !answer.more);
    state.textContent = shown === 0 ? none : total !== undefined ? t(answer.at_least ? "of_at_least" : "of_total", { total: total.toLocaleString(), shown: shown.toLocaleString() }) : ended ? t("shown_all", { shown: shown.toLocaleString() }) : t("shown_first", { shown: shown.toLocaleString() });
    more.hidden = ended;
    if (first > 0) list.children[first]?.querySelector("a, button, [tabindex]")?.focus();
  }
  await next();
  if (asked_last.get(element) !== mine) return;
  replace(element, list, h("div", { class: "bar" }, state, more));
}
