// Opens the pages of a report in headless Chromium: axe finds nothing, no page is wider than its window, search and filters work. Screenshots on the way.
// Arguments: folder of the report, folder for the pictures.
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { launch, problemsOf } from "./browser.mjs";

const [report, pictures] = process.argv.slice(2);
const failed = readdirSync(join(report, "cases")).find((name) => name.startsWith("fails") && name.endsWith(".html"));
const pages = { index: "index.html", case: `cases/${failed}` };
const problems = [];
const browser = await launch();

for (const [name, file] of Object.entries(pages)) {
  for (const width of [1200, 400]) {
    for (const scheme of ["light", "dark"]) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
      await page.goto("file://" + resolve(report, file));
      await page.screenshot({ path: join(pictures, `${name}-${width}-${scheme}.png`), fullPage: true, clip: { x: 0, y: 0, width, height: width === 400 ? 1100 : 1250 } });
      problems.push(...await problemsOf(page, `${file}, ${scheme}`));
      await page.close();
    }
  }
}

const page = await browser.newPage();
await page.goto("file://" + resolve(report, "index.html"));
const shown = () => page.$$eval("tr[data-kind=case]", (rows) => rows.filter((row) => row.getClientRects().length > 0).length);
const all = await shown();
async function narrowed(what, act, undo) {
  await act();
  const count = await shown();
  if (!(count > 0 && count < all)) {
    problems.push(`${what} shows ${count} of ${all} cases`);
  }

  await undo();
}

const text = (value) => page.$eval("#search-text", (field, now) => { field.value = now; field.dispatchEvent(new Event("input")); }, value);
const choose = (id, value) => page.selectOption(id, value);
const firstOf = (id) => page.$eval(id, (field) => field.options[1].value);
await narrowed("search for 'missing key'", () => text("nearly full"), () => text(""));
await narrowed("a folder", async () => choose("#search-folder", await firstOf("#search-folder")), () => choose("#search-folder", ""));
await narrowed("a tag", async () => choose("#search-tag", await firstOf("#search-tag")), () => choose("#search-tag", ""));
await narrowed("the failed ones", () => page.click("label[for=pick-failed]"), () => page.click("label[for=pick-all]"));
await browser.close();
problems.forEach((one) => console.error(one));
console.log(`report: ${Object.keys(pages).length} pages at 2 widths in light and dark, ${all} cases, ${problems.length} problems`);
process.exit(problems.length > 0 || all < 5 ? 1 : 0);
