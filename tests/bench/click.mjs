// How long a person waits in a real Chromium: from the click to the page with its boxes on the screen.
//   node click.mjs ADDRESS DOCUMENT PAGES     pages (1,5,9) that have tables; ends with 77 where playwright-core or Chromium are missing
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [address, id, wanted] = process.argv.slice(2);
const pages = wanted.split(",").map(Number);
const missing = (what) => { console.log("  (" + what + " is missing: no clicks in a browser)"); process.exit(77); };
const require = createRequire(join(process.env.JANGBU_NODE_MODULES ?? new URL("../../.ci/node", import.meta.url).pathname, "x.js"));
let chromium;
try { ({ chromium } = require("playwright-core")); } catch { missing("playwright-core"); }
const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync) ?? missing("chromium");

const browser = await chromium.launch({ executablePath, args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
try {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await page.goto(address);
  await page.waitForSelector("#documents .row");
  await page.waitForTimeout(1000);
  // Measured inside of the page, so that what drives the browser does not count: until the picture has come, its boxes stand over it, and the screen
  // was drawn once more.
  const clicked = (number) => page.evaluate(async ([hash, number]) => {
    const shown = () => {
      const picture = document.querySelector(".sheet img");
      return picture?.complete && picture.naturalWidth > 0 && new URL(picture.src).searchParams.get("page") === String(number) && document.querySelector(".sheet .box");
    };
    const begin = performance.now();
    location.hash = hash;
    while (!shown()) {
      if (performance.now() - begin > 30_000) throw new Error("page " + number + " is not shown, or has no boxes");
      await new Promise((done) => setTimeout(done, 2));
    }
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return performance.now() - begin;
  }, ["#/d/" + encodeURIComponent(id) + "?p=" + number, number]);
  console.log(`  in Chromium, the document is opened at page ${pages[0]}: ${((await clicked(pages[0])) / 1000).toFixed(3)} s`);
  const times = [];
  for (const number of pages.slice(1)) {
    await page.waitForTimeout(300);
    times.push(await clicked(number));
  }
  times.sort((a, b) => a - b);
  if (times.length > 0) console.log(`  in Chromium, another of its pages, ${times.length} times: ${(times[Math.floor(times.length / 2)] / 1000).toFixed(3)} s, at worst ${(times.at(-1) / 1000).toFixed(3)} s`);
} finally {
  await browser.close();
}
