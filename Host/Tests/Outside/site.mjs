// Drives the static site: site.mjs ADDRESS NATIVE.XML SHARE. The twin is in the page; nothing but the site's own files is fetched, and after the start nothing.
// Then the library runs in the page's engine: each case has to have the words, the verdict and the frames that the program gave it.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { launch, problemsOf } from "./browser.mjs";

const [address, native, share] = process.argv.slice(2);
const problems = [];
const began = Date.now();
const note = (what) => console.log(`${((Date.now() - began) / 1000).toFixed(1)} s: ${what}`);
const check = (isSo, sentence) => { if (!isSo) { problems.push(sentence); } };
const browser = await launch();

/** A page in a context of its own, and so in a process of its own. */
async function open() {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.route("**/*", (route) => {
    const isOwn = route.request().url().startsWith(address);
    check(isOwn, `the page asks for ${route.request().url()}`);
    return isOwn ? route.continue() : route.abort();
  });
  const page = await context.newPage();
  await page.addInitScript(() => {
    globalThis.violations = [];
    document.addEventListener("securitypolicyviolation", (event) => globalThis.violations.push(`${event.violatedDirective}: ${event.blockedURI}`));
  });
  // The page looks once for a server beside it; a static one has no such file. The report's script is blocked, as it is meant to be.
  page.on("console", (message) => check(message.type() !== "error" || /404|Blocked script execution/.test(message.text()), `console: ${message.text()}`));
  page.on("pageerror", (error) => problems.push(`page: ${error.message}`));
  await page.goto(address);
  await page.waitForSelector(".front", { timeout: 60000 });
  return page;
}

/** Runs the cases of a scenario in the page's engine. */
const run = (page, path) => page.evaluate(async (one) => {
  const exports = await globalThis.getDotnetRuntime(0).getAssemblyExports("BatterySim.Host.Panel.Wasm.dll");
  return one === "" ? exports.BatterySim.Host.Panel.Wasm.LibraryExports.Paths() : exports.BatterySim.Host.Panel.Wasm.LibraryExports.Run(one);
}, path);

/** What the program said of each case: its words without the place of the trace, and the hash of the trace. */
function casesOf(xml) {
  const text = (one) => one.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, "\"").replace(/&#x([0-9A-F]+);/gi, (_, code) => String.fromCodePoint(parseInt(code, 16))).replace(/&amp;/g, "&");
  return [...xml.matchAll(/<system-out>([^]*?)<\/system-out>/g)].map((match) => {
    const lines = text(match[1]).replace(/\r/g, "").split("\n");
    const trace = lines.find((line) => line.startsWith("Trace: ")).slice(7);
    const frames = createHash("sha256").update(readFileSync(trace)).digest("hex");
    return [...lines.filter((line) => line !== "" && !line.startsWith("Trace: ")), `Frames: ${frames}`].join("\n");
  });
}

/** Numbers from 0 to 1 that a seed repeats (mulberry32). */
function random(seed) {
  return () => {
    seed = (seed + 0x6D2B79F5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

try {
  const page = await open();
  note("the twin in the page runs");
  check(await page.locator("[data-kind=Local]").innerText() === "twin in this page", "the badge does not say where the twin is");
  check((await page.locator(".warning").innerText()).includes("not a real battery"), "the page does not say what it is");
  check(await page.locator("meta[http-equiv=Content-Security-Policy]").count() === 1, "the page has no policy");
  await page.context().setOffline(true);
  const go = async (tab) => { await page.click(`nav a[href='#${tab}']`); await page.waitForSelector(`nav a[href='#${tab}'][aria-current=page]`); };

  await go("scenarios");
  await page.click("text=Record >> nth=-1");
  await page.waitForSelector("text=recording");
  await go("bank");
  await page.focus("[aria-label='Battery 2 breaker']");
  await page.keyboard.press("Space");
  await page.waitForSelector("[aria-label='Battery 2 breaker'][aria-checked=false]");
  await go("faults");
  const form = page.locator("[data-row='FAULt:VALue:CVL']");
  await form.locator("input[type=number]").first().fill("51.2");
  await form.getByRole("button", { name: /^Inject/ }).click();
  await page.waitForSelector(".active-faults li");
  await go("inverter");
  await page.waitForSelector(".bms-values tr.differs >> text=51.2 V");
  note("the inverter in the page sees the fault");
  await go("scenarios");
  await page.click("text=Stop and save");
  check((await page.locator("[data-recorded]").innerText()).includes("FAUL:VAL:CVL 51.2"), "the recording in the page does not have the fault");
  await page.fill("input[type=search]", "f58");
  await page.locator("tr[data-scenario] button").first().click();
  await page.waitForSelector(".verdict", { timeout: 30000 });
  check(await page.locator(".verdict").innerText() === "passed", `the scenario ended with ${await page.locator(".verdict").innerText()}`);
  await page.click("text=Show the report");
  const report = page.frameLocator("iframe.report");
  await report.locator("h1").first().waitFor();
  check(await report.locator("body").evaluate((body) => getComputedStyle(body).maxWidth) !== "none", "the report has no style");
  problems.push(...await problemsOf(page, "site, scenarios"));
  note("recorded, and a scenario ran, without any network");
  const violations = (await page.evaluate(() => globalThis.violations)).filter((one) => !/script/.test(one));
  check(violations.length === 0, `against the policy: ${violations.join(", ")}`);
  await page.context().close();

  // Local equals remote.
  const seed = Number(process.env.SEED ?? Date.now() % 100000);
  const draw = random(seed);
  const expected = casesOf(readFileSync(native, "utf8"));
  const pages = await Promise.all([open(), open()]);
  const all = (await run(pages[0], "")).split("\n");
  const paths = all.map((path) => [draw(), path]).sort((one, other) => one[0] - other[0]).slice(0, Math.ceil(all.length * Number(share))).map((pair) => pair[1]);
  let count = 0;
  const times = [];
  const cases = new Set(expected);
  const chosen = paths.slice();
  await Promise.all(pages.map(async (one) => {
    for (let path = chosen.pop(); path; path = chosen.pop()) {
      const start = Date.now();
      const here = (await run(one, path)).split("----\n").filter((text) => text !== "").map((text) => text.trimEnd());
      const there = expected.filter((text) => text.split("\n")[1] === `File: ${path}`);
      check(here.length > 0 && here.length === there.length, `${path}: ${here.length} cases in the page, ${there.length} in the program`);
      for (const text of here) {
        count++;
        if (!cases.has(text)) {
          const other = there.find((words) => words.split("\n")[0].replace(/: [^:]*$/, "") === text.split("\n")[0].replace(/: [^:]*$/, "")) ?? "nothing";
          const lines = other.split("\n");
          problems.push(`${path} differs: ${text.split("\n").filter((line, index) => line !== lines[index]).slice(0, 3).join(" | ")}, not ${lines.filter((line, index) => line !== text.split("\n")[index]).slice(0, 3).join(" | ")}`);
        }
      }
      times.push([Date.now() - start, path]);
    }
  }));
  check(share !== "1" || count === expected.length, `${count} cases in the page, ${expected.length} in the program`);
  times.sort((one, other) => other[0] - one[0]);
  note(`${count} of ${expected.length} cases have the same words, verdict and frames in the page as in the program (${paths.length} of ${all.length} files, SEED=${seed}); longest ${times.slice(0, 3).map(([time, path]) => `${path} ${time} ms`).join(", ")}`);
} catch (error) {
  problems.push(error.stack);
} finally {
  await browser.close();
}

problems.forEach((one) => console.error(one));
console.log(`site: ${problems.length} problems`);
process.exit(problems.length > 0 ? 1 : 0);
