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
  return text.replace(/\{(\w+)(?::([가-힣]+)\/([가-힣]+))?\}/g, (all, name, closed, open) => (!(name in values) ? all : closed ? particle(String(values[name]), closed, open) : values[name]));
}

// The particle that fits the sound of the last letter: 과를, 관을, 길로. What is no Hangul is taken for open, but digits by how they are read.
function particle(text, closed, open) {
  const last = /[가-힣\d](?=[^가-힣\d]*$)/.exec(text)?.[0] ?? "";
  const end = last === "" ? 0 : /\d/.test(last) ? { 0: 1, 1: 8, 3: 1, 6: 1, 7: 8, 8: 8 }[last] ?? 0 : (last.charCodeAt(0) - 0xac00) % 28;
  return end === 0 || (closed === "으로" && end === 8) ? open : closed;
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
    if (known ?? fields[field]?.korean) return known ?? fields[field].korean;
  }
  if (has_word(field)) return t(field);
  return field.replaceAll("_", " ");
}
// Without a type (a finding tells none), as the first type that has the field says.
export const measure_of = (type, field) => (fields[type] ?? Object.values(fields).find((one) => one.fields?.[field]))?.fields?.[field]?.measure ?? "amount";
export const type_name = (type) => (language === "ko" ? fields[type]?.korean : undefined) ?? ({ item: t("items"), duty: t("duty") }[type] ?? type.replaceAll("_", " "));
export const phase_name = (phase) => (phase && has_word("phase_" + phase) ? t("phase_" + phase) : phase);
// A row that prints no name of its own is known by what it belongs to.
export const record_name = (record) => record.name || record.project || t("nameless");
export const kind_name = (kind) => (has_word("kind_" + kind) ? t("kind_" + kind) : kind);
