// The filter by office: a list to choose from; where there are more offices than one list can hold, a field that takes any name and
// proposes those that hold what has been typed.
import { ask } from "./ask.js";
import { h, replace } from "./dom.js";
import { t } from "./words.js";

export function office_filter(overview, now, chosen) {
  const names = overview.organizations.map((one) => one.name);
  if (overview.organizations_total <= names.length) {
    return h("label", {}, t("organization"), h("select", { id: "filter-organization", onchange: (event) => chosen(event.target.value) },
      h("option", { value: "" }, t("all")), names.map((name) => h("option", { value: name, selected: name === now }, name))));
  }
  const proposed = h("datalist", { id: "offices" }), propose = (all) => replace(proposed, all.map((name) => h("option", { value: name })));
  propose(names);
  let typed = "";
  async function type(text) {
    typed = text;
    const { rows } = await ask("offices", { q: text });
    if (text === typed) propose(rows.map((one) => one.name));
  }
  return h("label", {}, t("organization_of", { n: overview.organizations_total.toLocaleString() }),
    h("input", { id: "filter-organization", type: "search", list: "offices", value: now, placeholder: t("office_hint"), oninput: (event) => type(event.target.value.trim()).catch(() => {}), onchange: (event) => chosen(event.target.value.trim()) }),
    proposed);
}
