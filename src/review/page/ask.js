// Asking the desk. Every failure is an Error with what the desk said: status, and the whole answer in `said`.

async function answered(response) {
  if (response.ok) return response.json();
  const said = await response.json().catch(() => ({}));
  const error = new Error(said.message ?? response.statusText);
  error.status = response.status;
  error.said = said;
  throw error;
}

export function address(path, values = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== undefined && value !== null && value !== "") query.set(name, value);
  return "/api/" + path + (query.size > 0 ? "?" + query : "");
}
export const ask = async (path, values) => answered(await fetch(address(path, values)));
export const tell = async (path, body) =>
  answered(await fetch("/api/" + path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }));

// Calls back when the folder has changed; `lost`: when that cannot be told for a while. The browser connects again by itself.
export function on_change(call, lost) {
  const events = new EventSource("/api/events");
  let seen = null;
  events.addEventListener("changed", (event) => {
    if (seen !== null && seen !== event.data) call();
    seen = event.data;
  });
  events.addEventListener("error", lost);
}
