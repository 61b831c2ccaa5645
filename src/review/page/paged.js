// A list that is asked for page by page: the first page, and a button for the next.
import { ask } from "./ask.js";
import { h, replace } from "./dom.js";
import { t } from "./words.js";

// By place: which question was asked last, and how many rows of it are shown. An answer that comes after a later question has been asked is
// not shown; the same question asked again (the folder has changed) shows as many rows as there were, up to what one answer may have.
const asked_last = new WeakMap();
const PAGE = 50, MOST = 200;  // rows of an answer that asks for none, and at most

// `from`: makes {rows, total, at_least} or {rows, more, next} of an answer; a list that nobody counts tells only whether there is more.
export async function paged(element, path, values, row, none, from = (answer) => answer) {
  const before = asked_last.get(element), mine = { question: path + JSON.stringify(values), shown: 0 };
  let limit = before?.question === mine.question && before.shown > PAGE ? Math.min(MOST, before.shown) : undefined;
  asked_last.set(element, mine);
  const list = h("ul", { class: "rows" });
  const state = h("p", { class: "quiet" });
  const more = h("button", { type: "button", onclick: next }, t("more"));
  let shown = 0, offset = 0;
  async function next() {
    const answer = from(await ask(path, { ...values, offset, limit }));
    const first = list.children.length;
    list.append(...answer.rows.map((one) => h("li", {}, row(one))));
    limit = undefined;
    mine.shown = shown += answer.rows.length;
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
