// Files of what is shown. They are fetched here, so that what is too much, or gone, is said on the page and not in a file.
import { address } from "./ask.js";
import { h } from "./dom.js";
import { say } from "./news.js";
import { lang, t, why } from "./words.js";

async function fetched(values) {
  const working = say(t("making_file"));
  const response = await fetch(address("export", { ...values, lang: lang() }));
  working.remove();
  if (!response.ok) {
    const said = await response.json().catch(() => ({}));
    return say(h("span", { class: "bad" }, why({ message: said.message ?? response.statusText, said })));
  }
  const name = /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition") ?? "")?.[1] ?? "jangbu";
  const link = h("a", { href: URL.createObjectURL(await response.blob()), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  say(t("file_made", { name }));
}

// `values`: of the question (list or what, and filters), or what gives them when a file is asked for. `name`: of what it is a file.
export function downloads(values, name) {
  const now = () => (typeof values === "function" ? values() : values);
  const one = (format, words) => h("button", { type: "button", class: "file", "aria-label": t("download_as", { name, format: words }), onclick: () => fetched({ ...now(), format }).catch((error) => say(error.message)) }, words);
  return h("span", { class: "files" }, one("xlsx", t("excel")), " ", one("csv", "CSV"));
}
