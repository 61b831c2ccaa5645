// Walks the review page in a real Chromium over the fixtures, as a person would, and keeps screenshots.
//   node walk.mjs PROGRAM FIXTURES OUT      ends with 77 and a clear word where playwright-core, axe-core or Chromium are missing
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import assert from "node:assert/strict";

const [program, fixtures, shots] = process.argv.slice(2);
const missing = (what) => { console.log("skipped: " + what + " is missing; .ci/install-deps --tests installs it"); process.exit(77); };
const require = createRequire(join(process.env.JANGBU_NODE_MODULES ?? new URL("../../.ci/node", import.meta.url).pathname, "x.js"));
let chromium, axe;
try { ({ chromium } = require("playwright-core")); } catch { missing("playwright-core"); }
try { axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"); } catch { missing("axe-core"); }
const browser_path = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync) ?? missing("chromium");

const work = mkdtempSync(join(tmpdir(), "jangbu-walk-"));
const out = join(work, "out"), corrections = join(work, "corrections"), inbox = join(work, "in");
mkdirSync(corrections);
mkdirSync(shots, { recursive: true });
mkdirSync(inbox);
for (const name of readdirSync(join(fixtures, "inbox"))) if (name.endsWith(".pdf")) cpSync(join(fixtures, "inbox", name), join(inbox, name));
cpSync(join(fixtures, "hangul", "caption.hwpx"), join(inbox, "caption.hwpx"));
writeFileSync(join(inbox, "broken.pdf"), "%PDF-1.4 and no more");
writeFileSync(join(inbox, "empty.hwp"), "");
// What a hostile office would write: tags, turned directions, a name of a megabyte, line ends.
const evil = "<img src=x onerror=\"document.title='pwned'\"><script>document.title='pwned'</script>";
writeFileSync(join(inbox, "evil.txt"), "# " + evil + "\n\n(단위 : 천원)\n사업명 | 예산현액 | 지출액\n합계 | 300 | 150\n" + evil + " | 100 | 50\n\u202Egnp.exe" + "가".repeat(300000) + " | 200 | 100\n");
// One office's programme under two names: the page joins them.
for (const [year, name] of [[2022, "가온누리 운영"], [2023, "가온누리 운영"], [2024, "누리터 실험실"]]) {
  writeFileSync(join(inbox, `가람과 ${year}.txt`), `주요업무보고\n${year}. 12.\n가람과\nⅠ. 예산집행 현황\n(단위: 천원, ’${year % 100}.12.1. 기준)\n\n구분\t예산현액\t원인행위액\t지출액\n합계\t300\t200\t100\n${name}\t100\t90\t60\n시민 제안\t200\t110\t40\n`);
}
const ingest = () => execFileSync(program, ["ingest", inbox, "--out", out, "--corrections", corrections, "--quiet"], { stdio: "ignore" });
try { ingest(); } catch (error) { assert.equal(error.status, 3, "one file is broken, the rest is in"); }

const server = spawn(program, ["review", out, "--corrections", corrections], { stdio: ["ignore", "pipe", "inherit"] });
const address = await new Promise((resolve, reject) => {
  let text = "";
  server.stdout.on("data", (bytes) => { text += bytes; if (text.includes("\n")) resolve(text.trim().split("\n")[0]); });
  server.on("exit", (code) => reject(new Error("review ended with " + code)));
});
const browser = await chromium.launch({ executablePath: browser_path, args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });

const problems = [];
async function fresh(options = {}) {
  const context = await browser.newContext({ locale: "ko-KR", viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.on("pageerror", (error) => problems.push("script: " + error.message));
  page.on("console", (message) => { if (message.type() === "error" && !/40[49]|Failed to load resource/.test(message.text())) problems.push("console: " + message.text()); });
  page.on("request", (request) => { if (!request.url().startsWith(new URL(address).origin)) problems.push("a request left: " + request.url()); });
  await page.goto(address);
  await page.waitForSelector("#findings .row");
  return page;
}
const shot = (page, name) => page.screenshot({ path: join(shots, name + ".png") });
async function no_serious(page, where) {
  await page.evaluate(axe + ";0").catch(() => null);
  if (!(await page.evaluate(() => typeof window.axe === "object"))) throw new Error("axe-core did not start");
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  for (const one of violations.filter((v) => v.impact === "serious" || v.impact === "critical")) {
    problems.push(`axe, ${where}: ${one.id}: ${one.help}: ${one.nodes.slice(0, 3).map((n) => n.html.slice(0, 160) + " " + (n.failureSummary ?? "").slice(0, 200)).join(" | ")}`);
  }
}
const step = (words) => console.log("· " + words);

try {
  step("the start: what came in, what failed, findings worst first");
  let page = await fresh();
  assert.ok(!page.url().includes("token"), "the token stays in no address");
  assert.match(await page.textContent("main"), /읽지 못한 파일/);
  assert.match(await page.textContent("#findings .row .tag"), /오류/, "worst first");
  await no_serious(page, "start");
  await shot(page, "start");

  step("filter to errors, by the number of them; failures by their reason");
  await page.locator(".counts button", { hasText: /^3$/ }).click();
  assert.equal(await page.inputValue("#filter-severity"), "error");
  await page.waitForFunction(() => [...document.querySelectorAll("#findings .row .tag:first-child")].every((tag) => tag.classList.contains("error")));
  assert.equal(await page.locator("main .row", { hasText: /broken.pdf|empty.hwp/ }).count(), 2);
  await page.selectOption("#filter-failure", "file_empty");
  await page.waitForFunction(() => ![...document.querySelectorAll("main .row")].some((row) => row.textContent.includes("broken.pdf")));
  assert.equal(await page.locator("main .row", { hasText: "empty.hwp" }).count(), 1);
  await page.selectOption("#filter-failure", "");
  await page.click("#clear-filters");
  assert.equal(await page.inputValue("#filter-severity"), "");
  assert.ok(await page.locator("#clear-filters").isHidden(), "nothing is chosen any more");
  await page.selectOption("#filter-kind", "sum");
  await page.waitForFunction(() => [...document.querySelectorAll("#findings .row .tag:nth-child(2)")].every((tag) => tag.textContent === "합계"));

  const [listed] = await Promise.all([page.waitForEvent("download"), page.locator("#findings button.file").nth(1).click()]);
  const csv = readFileSync(await listed.path(), "utf8").trim().split("\r\n");
  assert.equal(csv.length - 1, Number(/(\d+)건 중/.exec(await page.textContent("#findings .bar"))[1]), "the file has what the list shows");
  assert.ok(csv.slice(1).every((line) => line.split(",")[1] === "합계"), "with its filters");

  step("keys: j walks, Enter opens, ? helps");
  await page.keyboard.press("?");
  await page.waitForSelector("dialog[open]");
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  assert.ok(await page.evaluate(() => document.activeElement.classList.contains("row")));
  const row = page.locator("#findings .row", { hasText: "65,419,160" }).first();
  await row.focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector(".sheet button.on");

  step("the figure's box stands on the picture, where the picture has the figure");
  const box = page.locator(".sheet button.on");
  await box.scrollIntoViewIfNeeded();
  const place = await box.boundingBox();
  const clip = { x: place.x - 2, y: place.y - 2, width: place.width + 4, height: place.height + 4 };
  const marked = await page.screenshot({ clip });
  await page.evaluate(() => document.querySelector(".sheet button.on").style.setProperty("visibility", "hidden"));
  const bare = await page.screenshot({ clip });
  await page.evaluate(() => document.querySelector(".sheet button.on").style.removeProperty("visibility"));
  assert.ok(!marked.equals(bare), "pixels differ with and without the box");
  assert.ok(bare.length > 400, "something is printed below it");
  await no_serious(page, "document");
  await shot(page, "document");

  step("from one finding to the next, and back");
  const at_first = await page.textContent("#panel h2"), [, nth, all] = /지적 (\d+) \/ (\d+)/.exec(await page.textContent("#next-finding"));
  await page.click("#next-finding");
  await page.waitForFunction((n) => document.getElementById("next-finding").textContent.includes(`지적 ${n} /`), Number(nth) % Number(all) + 1);
  await page.keyboard.press("[");
  await page.waitForFunction((words) => document.querySelector("#panel h2")?.textContent === words, at_first);
  await page.waitForSelector(".sheet button.on");

  step("the total opens as a tree that tells where it fails");
  assert.match(await page.textContent("#panel .sum"), /65,410,160,000/);
  assert.match(await page.textContent("#panel .sum"), /맞지 않음/);
  await page.click("#panel .tree button.open");
  await page.waitForSelector("#panel .tree .tree");
  await shot(page, "tree");

  step("a cell of the page marks its record, and a record its cell");
  await page.click("#tab-records");
  await page.waitForSelector("#tabpanel td.on");
  const other = page.locator("#tabpanel td[data-field=commitment] button").first();
  await other.click();
  await page.waitForFunction(() => document.querySelector("#panel h2").textContent.includes("원인행위액"));
  const key = await page.locator("#tabpanel td.on").getAttribute("data-key");
  assert.equal(await page.locator(".sheet button.on").getAttribute("data-key"), key);
  await page.locator("#tabpanel td[data-field=payment_rate] button").first().click();
  await page.waitForFunction(() => /÷/.test(document.querySelector("#panel").textContent));
  await shot(page, "identity");

  step("correct the figure: the finding goes, the file is there");
  await page.goto(address);
  await page.waitForSelector("#findings .row");
  await page.locator("#findings .row", { hasText: "65,419,160" }).first().click();
  await page.waitForSelector("#correct");
  await page.waitForSelector(".sheet button.on");
  await page.waitForSelector("#panel .sum");
  await page.click("#correct");
  assert.equal(await page.evaluate(() => document.querySelector("dialog input[name=value]").validity.customError), true, "what changes nothing is not sent");
  await page.fill("dialog input[name=value]", "65,410,160");
  await page.fill("dialog input[name=reason]", "다섯 부서를 더하면 65,410,160");
  await page.fill("dialog input[name=author]", "홍길동");
  await shot(page, "correcting");
  await page.click("dialog button[type=submit]");
  await page.waitForSelector(".toast .undo", { timeout: 60000 });
  assert.match(await page.locator(".toast", { has: page.locator(".undo") }).textContent(), /사라진 지적 [1-9]/);
  await page.waitForFunction(() => /✓/.test(document.querySelector("#panel .sum")?.textContent ?? ""));
  assert.equal(await page.locator("#panel .sum").count(), 1, "the arithmetic stands there once, whoever asked for it twice");
  await shot(page, "corrected");
  const files = readdirSync(corrections).filter((name) => name.endsWith(".json"));
  assert.equal(files.length, 1);
  assert.match(files[0], /^\d{4}-\d\d-\d\d-홍길동\.json$/);
  assert.equal(JSON.parse(readFileSync(join(corrections, files[0]), "utf8"))[0].value, "65,410,160");

  step("undo takes it back");
  await page.locator(".toast .undo").first().click();
  await page.waitForFunction(() => [...document.querySelectorAll(".toast")].some((one) => one.textContent.includes("되돌렸습니다")), null, { timeout: 60000 });
  assert.equal(readdirSync(corrections).filter((name) => name.endsWith(".json")).length, 0);

  step("accept a finding with a reason");
  await page.click("#tab-findings");
  await page.locator("#tabpanel .accept").first().click();
  await page.fill("dialog input[name=reason]", "원문이 그러하다");
  await page.click("dialog button[type=submit]");
  await page.waitForSelector(".toast .undo", { timeout: 60000 });
  const accepted = JSON.parse(readFileSync(join(corrections, readdirSync(corrections).find((name) => name.endsWith(".json"))), "utf8"));
  assert.equal(accepted[0].accept, true);
  assert.deepEqual(Object.keys(accepted[0].target), ["finding_id"]);
  await page.goto(new URL("/#/corrections", address).href);
  await page.waitForSelector("main .row");
  assert.match(await page.textContent("main"), /원문이 그러하다/);
  await no_serious(page, "corrections");

  step("coming back one goes on where one was");
  await page.goto(new URL("/#/", address).href);
  await page.waitForSelector("#documents .row");
  const second = await page.locator("#findings .row").nth(1).getAttribute("href");
  await page.locator("#findings .row").nth(1).click();
  await page.waitForSelector("#next-finding");
  await page.goBack();
  await page.waitForFunction((href) => document.activeElement?.getAttribute("href") === href, second);

  step("a change from outside shows up without a reload");
  cpSync(join(fixtures, "hangul", "nested.hwpx"), join(inbox, "later.hwpx"));
  const before = await page.locator("#documents .row").count();
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("href")), second);
  try { ingest(); } catch (error) { assert.equal(error.status, 3); }
  await page.waitForFunction((n) => document.querySelectorAll("#documents .row").length > n, before, { timeout: 20000 });
  await page.waitForFunction((href) => document.activeElement?.getAttribute("href") === href, second);

  step("search a programme; compare");
  await page.keyboard.press("/");
  await page.keyboard.type("도시 전환랩");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => /찾은 결과/.test(document.querySelector("h1")?.textContent ?? ""));
  assert.ok((await page.locator("main .row").count()) > 0);
  await shot(page, "search");
  await page.click("nav a[data-part=look]");
  await page.waitForSelector(".chart rect");

  step("where the money goes opens into its parts, and its figures stand in a table too");
  await page.selectOption("#look-year", "2021");
  await page.waitForFunction(() => [...document.querySelectorAll(".budget h3")].every((one) => one.textContent.includes("2021")));
  const card = page.locator(".budget", { has: page.locator(".money button.open") }).first();
  const top = await card.locator(".money > li").count();
  await card.locator(".money button.open").first().click();
  assert.ok((await card.locator(".money .money li").count()) > 0, "programmes below a department");
  assert.equal(await card.locator("tbody tr").count(), top + 1, "a row a bar, and the total");
  const [workbook] = await Promise.all([page.waitForEvent("download"), page.locator("#main .head button.file").first().click()]);
  assert.equal(workbook.suggestedFilename(), "jangbu-budgets.xlsx");
  await shot(page, "money");
  await card.locator(".money a").first().click();
  await page.waitForSelector(".sheet button.on");
  await page.click("nav a[data-part=look]");
  await page.waitForSelector(".chart rect");
  assert.equal(await page.inputValue("#look-year"), "2021", "what was chosen stays");
  await page.selectOption("#look-year", "");
  await page.locator(".columns .row").first().click();
  await page.waitForSelector(".columns .chart rect");
  await no_serious(page, "compare");
  await shot(page, "compare");

  step("join two names of one programme, and part them again");
  const years_of = (name) => page.locator(".columns li", { hasText: name }).first();
  await page.fill(".columns input[type=search]", "가람과");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => [...document.querySelectorAll(".columns li")].some((one) => one.textContent.includes("누리터 실험실")) && [...document.querySelectorAll(".columns li")].every((one) => one.textContent.includes("가람과")));
  assert.match(await years_of("가온누리 운영").textContent(), /2개 연도/);
  await years_of("가온누리 운영").locator("button.pick").click();
  await years_of("시민 제안").locator("button.pick").click();
  await page.click("#join");
  await page.waitForSelector("#join-said .bad");
  assert.match(await page.textContent("#join-said"), /서로 다른 사업/);
  await page.keyboard.press("Escape");
  await years_of("시민 제안").locator("button.pick").click();
  await years_of("누리터 실험실").locator("button.pick").click();
  await page.click("#join");
  await page.waitForSelector("dialog #join-stays");
  assert.match(await page.textContent("#join-said"), /보고서 2건에서 「가온누리 운영」/);
  await no_serious(page, "joining");
  await page.selectOption("#join-stays", { label: "가온누리 운영" });
  await page.waitForFunction(() => /보고서 1건에서 「누리터 실험실」/.test(document.querySelector("#join-said").textContent));
  await page.selectOption("#join-stays", { label: "누리터 실험실" });
  await page.waitForFunction(() => /보고서 2건에서 「가온누리 운영」/.test(document.querySelector("#join-said").textContent));
  await page.fill("dialog input[name=reason]", "2024년에 이름이 바뀜");
  await page.fill("dialog input[name=author]", "홍길동");
  await shot(page, "joining");
  await page.click("dialog button[type=submit]");
  await page.waitForFunction(() => [...document.querySelectorAll(".toast")].some((one) => one.textContent.includes("한 사업으로 이어졌습니다")), null, { timeout: 60000 });
  assert.match(await years_of("누리터 실험실").textContent(), /3개 연도/);
  assert.equal(await page.locator(".columns li", { hasText: "가온누리 운영" }).count(), 0);
  assert.ok((await page.locator(".columns .chart text", { hasText: "2022" }).count()) > 0, "the years of both names stand in one chart");
  const terms = readdirSync(corrections).filter((name) => name.endsWith(".json")).flatMap((name) => JSON.parse(readFileSync(join(corrections, name), "utf8"))).filter((one) => one.target.term);
  assert.deepEqual(terms.map((one) => [one.target.term, one.value]), [["가온누리 운영", "누리터 실험실"]]);
  await shot(page, "joined");
  await page.locator(".toast .undo").first().click();
  await page.waitForFunction(() => [...document.querySelectorAll(".columns li")].some((one) => /가온누리 운영/.test(one.textContent) && /2개 연도/.test(one.textContent)), null, { timeout: 60000 });

  step("hostile text stays text");
  const known = await page.evaluate(async () => (await (await fetch("/api/documents")).json()).rows);
  const hostile = known.find((one) => one.path === "evil.txt");
  await page.goto(new URL("/#/d/" + encodeURIComponent(hostile.document_id), address).href);
  await page.waitForSelector(".prose table");
  assert.match(await page.textContent(".prose"), /<script>/);
  assert.match(await page.textContent(".prose"), /‹U\+202E›/);
  assert.equal(await page.evaluate(() => document.querySelectorAll("main img, main script").length), 0);
  assert.ok(!(await page.title()).startsWith("pwned"));
  await shot(page, "hostile");

  step("HWPX as tables");
  const hwpx = known.find((one) => one.path === "caption.hwpx");
  await page.goto(new URL("/#/d/" + encodeURIComponent(hwpx.document_id), address).href);
  await page.waitForSelector(".prose table");
  await no_serious(page, "hwpx");
  await shot(page, "hwpx");

  step("English, dark");
  await page.goto(new URL("/#/", address).href);
  await page.waitForSelector("#findings .row");
  await page.locator(".settings select").nth(0).selectOption("en");
  await page.waitForFunction(() => /Findings, worst first/.test(document.body.textContent));
  await page.locator(".settings select").nth(1).selectOption("dark");
  await no_serious(page, "start, dark");
  await shot(page, "start-dark-en");
  await page.locator("#findings .row").first().click();
  await page.waitForSelector(".sheet button.on, .prose");
  await no_serious(page, "document, dark");
  await shot(page, "document-dark-en");

  step("390 pixels");
  const narrow = await fresh({ viewport: { width: 390, height: 844 }, colorScheme: "light" });
  assert.ok(await narrow.evaluate(() => document.documentElement.scrollWidth <= innerWidth + 1), "nothing sticks out at the side");
  await shot(narrow, "start-390");
  await narrow.locator("#findings .row").first().click();
  await narrow.waitForSelector(".sheet button.on");
  assert.ok(await narrow.evaluate(() => document.documentElement.scrollWidth <= innerWidth + 1), "nothing sticks out at the side of a document");
  await no_serious(narrow, "document, 390");
  await shot(narrow, "document-390");

  step("a stranger's page is refused");
  const stranger = await (await browser.newContext()).newPage();
  assert.equal((await stranger.goto(new URL("/", address).href)).status(), 401);

  assert.deepEqual(problems, []);
  console.log("walked; screenshots in " + shots);
} catch (error) {
  console.error(error);
  console.error(problems.join("\n"));
  process.exitCode = 1;
} finally {
  await browser.close();
  server.removeAllListeners("exit");
  server.kill("SIGTERM");
  rmSync(work, { recursive: true, force: true });
}
