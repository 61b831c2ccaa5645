// What just happened, said below and read aloud; it goes by itself, but for what asks for something.
import { h } from "./dom.js";

// What a person has just done is told by what did it; that the folder has changed by it is no news.
let told = 0;
export const has_told = () => { told = Date.now(); };
export const is_news = () => Date.now() - told > 4_000;

const MOST = 2;
export function say(...content) {
  const box = h("div", { class: "toast" }, ...content);
  const news = document.getElementById("news");
  for (const old of [...news.children]) if (old.textContent === box.textContent) old.remove();
  news.append(box);
  while (news.children.length > MOST) news.firstElementChild.remove();
  setTimeout(() => box.remove(), box.querySelector(".undo") ? 30_000 : 6_000);
  return box;
}
