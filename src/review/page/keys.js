// j and k walk through the rows of what is shown; Enter is the browser's own, for the row that has the focus.

export function keys_of_list(event, within) {
  if (event.key !== "j" && event.key !== "k") return false;
  const rows = [...within.querySelectorAll(".row")].filter((row) => row.offsetParent !== null);
  if (rows.length === 0) return false;
  const at = rows.indexOf(document.activeElement);
  const next = event.key === "j" ? Math.min(rows.length - 1, at + 1) : Math.max(0, at < 0 ? 0 : at - 1);
  rows[next].focus();
  rows[next].scrollIntoView({ block: "nearest" });
  return true;
}
