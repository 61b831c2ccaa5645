// What the page says, in Korean and English: strings.json, and the names of fields as the ledger has them.

let strings = {};
let fields = {};
let language = "ko";

export async function load() {
  strings = await (await fetch("/strings.json")).json();
  const kept = localStorage.getItem("jangbu.language");
  set_language(kept ?? (navigator.language.startsWith("ko") ? "ko" : "en"));
}

export function set_language(chosen, keep = false) {
  language = chosen === "en" ? "en" : "ko";
  document.documentElement.lang = language;
  if (keep) localStorage.setItem("jangbu.language", language);
}

export const lang = () => language;

// t("page_of", {n: 3, all: 18}). A key without words is shown itself, so that it is noticed.
export function t(key, values = {}) {
  const words = strings[key];
  const text = words ? words[language === "ko" ? 0 : 1] : key;
  return text.replace(/\{(\w+)\}/g, (all, name) => (name in values ? values[name] : all));
}
export const has_word = (key) => key in strings;

// What went wrong, in the page's language as far as the kind of it is known; what exactly, which the program says in English, in brackets.
export function why(error) {
  const { meaning_ko, advice } = error.said ?? {};
  return language === "ko" && meaning_ko ? meaning_ko + " [" + error.message + "]" : [error.message, advice].filter(Boolean).join("; ");
}

export function set_fields(known) { fields = known ?? {}; }

export function field_name(type, field) {
  if (language === "ko") {
    const known = fields[type]?.fields?.[field]?.korean ?? Object.values(fields).map((one) => one.fields?.[field]?.korean).find(Boolean);
    if (known) return known;
  }
  if (has_word(field)) return t(field);
  return field.replaceAll("_", " ");
}
export const measure_of = (type, field) => fields[type]?.fields?.[field]?.measure ?? (/_rate(_|$)/.test(field) ? "rate" : "amount");
export const type_name = (type) => (language === "ko" ? fields[type]?.korean : undefined) ?? ({ item: t("items"), duty: t("duty") }[type] ?? type.replaceAll("_", " "));
export const kind_name = (kind) => (has_word("kind_" + kind) ? t("kind_" + kind) : kind);
