// Figures as a person writes them.
import { lang, t } from "./words.js";

const UNITS = [[1e12, "조"], [1e8, "억"], [1e4, "만"]];

// 65410160000 → 654억 1,016만원; in English ₩65,410,160,000.
export function won(value) {
  if (value === null || value === undefined) return "–";
  if (lang() === "en") return (value < 0 ? "−" : "") + "₩" + Math.abs(value).toLocaleString("en");
  let rest = Math.abs(Math.round(value));
  const parts = [];
  for (const [size, name] of UNITS) {
    const count = Math.floor(rest / size);
    if (count > 0) parts.push(count.toLocaleString("ko") + name);
    rest -= count * size;
    if (parts.length === 2) break;
  }
  if (parts.length === 0 || (parts.length < 2 && rest > 0)) parts.push(rest.toLocaleString("ko"));
  return (value < 0 ? "−" : "") + parts.join(" ") + t("won");
}

export const percent = (value, digits = 2) =>
  value === null || value === undefined ? "–" : (value * 100).toLocaleString(lang(), { minimumFractionDigits: digits === 1 ? 1 : 0, maximumFractionDigits: digits }).replace("-", "−") + "%";
export const plain = (value) => (value === null || value === undefined ? "–" : value.toLocaleString(lang()));

export function figure(value, measure) {
  if (measure === "rate") return percent(value);
  if (measure === "amount") return won(value);
  return plain(value);
}
// To the last digit, for sums.
export function exact(value, measure) {
  if (measure === "rate") return percent(value, 4);
  return plain(value) + (measure === "amount" ? " " + t("won") : "");
}
