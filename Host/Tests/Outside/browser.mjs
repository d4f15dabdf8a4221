// Debian's Chromium for the checks that look at pages, and what all of them look at: axe, and no page wider than its window.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
  "--disable-sync", "--force-color-profile=srgb"];

/** Starts the browser; every launch has a user folder of its own. */
export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags });
}

/** What is wrong with a page: axe's violations, and a page that is wider than its window. axe is run past the page's content security policy. */
export async function problemsOf(page, title) {
  const width = page.viewportSize().width;
  const wide = await page.evaluate(() => document.scrollingElement.scrollWidth);
  await page.evaluate(axe);
  const found = await page.evaluate(async () =>
    (await axe.run()).violations.map((one) => `${one.id}: ${one.help}: ${one.nodes.length} of ${one.nodes[0].html.slice(0, 160)}`));
  return [...(wide > width ? [`${title} at ${width}: ${wide} pixels wide`] : []), ...found.map((one) => `${title} at ${width}: ${one}`)];
}
