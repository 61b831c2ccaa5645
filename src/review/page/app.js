// The frame: menu, search, language, theme, keys; and which view an address means. Views stand in files of their own.
import { ask, on_change } from "./ask.js";
import { h, replace } from "./dom.js";
import { open_dialog } from "./dialog.js";
import { corrections_view } from "./corrections.js";
import { document_view } from "./document.js";
import { keys_of_list } from "./keys.js";
import { looking_view } from "./looking.js";
import { search_view } from "./found.js";
import { start_view } from "./start.js";
import { lang, load, set_fields, set_language, t, why } from "./words.js";
import { is_news, say } from "./news.js";

const main = document.getElementById("main");
let view = null;      // {refresh, keys} of what is shown
let overview = null;  // what is known of the folder, until it changes: a document need not wait for it again

// "#/d/ID?p=3" → ["d", "ID"], {p: "3"}
export function place() {
  const [path, query] = location.hash.replace(/^#\/?/, "").split("?");
  return { parts: path.split("/").filter(Boolean).map(decodeURIComponent), values: Object.fromEntries(new URLSearchParams(query ?? "")) };
}

const VIEWS = { d: document_view, look: looking_view, corrections: corrections_view, search: search_view };

let shown_path = null;
async function show() {
  const { parts, values } = place();
  const path = parts.join("/");
  // Within one document an address only moves the mark.
  if (view?.moved && path === shown_path) return view.moved(values);
  shown_path = path;
  document.querySelectorAll("nav a").forEach((a) => a.setAttribute("aria-current", a.dataset.part === (parts[0] ?? "") ? "page" : "false"));
  view = null;
  const mine = h("div", {}, h("p", { class: "quiet" }, t("loading")));
  replace(main, mine);
  try {
    overview ??= await ask("overview");
    set_fields(overview.fields);
    const made = await (VIEWS[parts[0]] ?? start_view)(mine, { parts, values, overview });
    if (main.contains(mine)) view = made;
  } catch (error) {
    replace(mine, h("div", { class: "card" }, h("p", { class: "bad" }, t("failed_to_load", { why: why(error) }))));
  }
  document.title = (mine.querySelector("h1")?.textContent ?? "") + " — " + t("app");
}

function theme(chosen) {
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
  else delete document.documentElement.dataset.theme;
  localStorage.setItem("jangbu.theme", chosen);
}

function choice(label, options, now, chosen) {
  return h("select", { "aria-label": label, onchange: (event) => chosen(event.target.value) }, options.map(([value, words]) => h("option", { value, selected: value === now }, words)));
}

function frame() {
  const { parts, values } = place();
  document.getElementById("skip").textContent = t("skip");
  const link = (part, words) => h("a", { href: "#/" + part, data: { part }, "aria-current": (parts[0] ?? "") === part ? "page" : "false" }, words);
  const input = h("input", { type: "search", id: "search", placeholder: t("search_hint"), "aria-label": t("search"), value: parts[0] === "search" ? (values.q ?? "") : "" });
  replace(
    document.getElementById("top"),
    h("a", { class: "brand", href: "#/" }, t("app")),
    h("nav", { "aria-label": t("nav") }, link("", t("start")), link("look", t("looking")), link("corrections", t("corrections"))),
    h("form", { class: "search", role: "search", onsubmit: (event) => {
      event.preventDefault();
      if (input.value.trim()) location.hash = "#/search?q=" + encodeURIComponent(input.value.trim());
    } }, input),
    h("div", { class: "settings" },
      choice(t("language"), [["ko", "한국어"], ["en", "English"]], lang(), (value) => { set_language(value, true); frame(); shown_path = null; show(); }),
      choice(t("theme"), [["auto", t("theme_auto")], ["light", t("theme_light")], ["dark", t("theme_dark")]], localStorage.getItem("jangbu.theme") ?? "auto", theme),
      h("button", { type: "button", "aria-label": t("help"), onclick: help }, "?")));
}

function help() {
  const line = (keys, words) => [h("dt", {}, keys.map((key) => [h("kbd", {}, key), " "])), h("dd", {}, words)];
  open_dialog(t("help_title"), (close) => [
    h("dl", { class: "facts" }, line(["j", "k"], t("help_jk")), line(["Enter"], t("help_enter")), line(["n", "p"], t("help_np")), line(["]", "["], t("help_finding")), line(["/"], t("help_slash")), line(["Esc"], t("help_esc")), line(["?"], t("help_q"))),
    h("div", { class: "buttons" }, h("button", { type: "button", class: "main", onclick: close }, t("close")))]);
}

addEventListener("keydown", (event) => {
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
  if (event.key === "Escape" && typing) return event.target.blur();
  if (typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.key === "/") { event.preventDefault(); document.getElementById("search").focus(); }
  else if (event.key === "?") help();
  else if (keys_of_list(event, main)) event.preventDefault();
  else view?.keys?.(event);
});
addEventListener("hashchange", show);

await load();
theme(localStorage.getItem("jangbu.theme") ?? "auto");
frame();
await show();
on_change(async () => {
  overview = null;
  if (document.querySelector("dialog[open]")) return;
  if (view?.refresh) await view.refresh();
  if (is_news()) say(t("changed"));
}, () => { overview = null; });
