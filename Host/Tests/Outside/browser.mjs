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

/** The id of the process that draws the page. */
export async function rendererOf(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  return processInfo.filter((one) => one.type === "renderer").sort((one, other) => other.cpuTime - one.cpuTime)[0].id;
}

/** Has the page take down what moves without anybody having asked for it, from its start on. */
export function watchJumps(page) {
  return page.addInitScript(() => {
    globalThis.jumps = [];
    new PerformanceObserver((list) => globalThis.jumps.push(...list.getEntries().map((entry) => ({
      value: entry.value,
      what: entry.sources.map((source) => (source.node?.outerHTML ?? source.node?.textContent ?? "").slice(0, 80)),
    })))).observe({ type: "layout-shift", buffered: true });
  });
}

/** Cumulative layout shift since the last call, and what moved. */
export function jumpsOf(page) {
  return page.evaluate(() => {
    const jumps = globalThis.jumps.splice(0);
    return { sum: jumps.reduce((sum, one) => sum + one.value, 0), what: jumps.flatMap((one) => one.what).slice(0, 4).join(" | ") };
  });
}

/** Presses Tab through the page: the controls that it does not reach, and those that do not show that they have the focus. */
export async function unreachable(page) {
  const count = await page.evaluate(() => {
    const wanted = [...document.querySelectorAll("a[href], button, input, select, textarea, [tabindex='0']")]
      .filter((one) => !one.disabled && one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true }));
    wanted.forEach((one, place) => one.setAttribute("data-tab-stop", place));
    document.activeElement?.blur();
    globalThis.reached = new Set();
    globalThis.hidden = new Set();
    document.addEventListener("focusin", globalThis.onReached = (event) => {
      globalThis.reached.add(event.target.getAttribute("data-tab-stop"));
      const style = getComputedStyle(event.target);
      if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) { globalThis.hidden.add(event.target.outerHTML.slice(0, 100)); }
    });
    return wanted.length;
  });
  for (let press = 0; press < count + 20; press++) { await page.keyboard.press("Tab"); }
  return page.evaluate(() => {
    document.removeEventListener("focusin", globalThis.onReached);
    const left = [...document.querySelectorAll("[data-tab-stop]")].filter((one) => !globalThis.reached.has(one.getAttribute("data-tab-stop")));
    return [...left.map((one) => `Tab does not reach ${one.outerHTML.slice(0, 120)}`), ...[...globalThis.hidden].map((one) => `no sign of the focus on ${one}`)];
  });
}
