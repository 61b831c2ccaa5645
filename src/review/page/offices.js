// The filter by office: a list to choose from; where there are more offices than one list can hold, a field that takes any name.
import { h } from "./dom.js";
import { t } from "./words.js";

export function office_filter(overview, now, chosen) {
  const names = overview.organizations.map((one) => one.name);
  if (overview.organizations_total <= names.length) {
    return h("label", {}, t("organization"), h("select", { id: "filter-organization", onchange: (event) => chosen(event.target.value) },
      h("option", { value: "" }, t("all")), names.map((name) => h("option", { value: name, selected: name === now }, name))));
  }
  return h("label", {}, t("organization_of", { n: overview.organizations_total.toLocaleString() }),
    h("input", { id: "filter-organization", type: "search", list: "offices", value: now, placeholder: t("all"), onchange: (event) => chosen(event.target.value.trim()) }),
    h("datalist", { id: "offices" }, names.map((name) => h("option", { value: name }))));
}
