// Drives the bench panel: panel.mjs FOLDER-FOR-PICTURES FILE-FOR-RECORDING PANEL.PY BOARD-ON-PTY.PY. BATTERYSIM is the command that runs the program,
// CPU_SECONDS how long it is measured how busy page and twin are. With QUICK=1 what is the same whatever program serves the page is left out.
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { jumpsOf, launch, rendererOf, unreachable, watchJumps, problemsOf } from "./browser.mjs";

const [pictures, recording, watcher, boardOnPty] = process.argv.slice(2);
const [program, ...first] = process.env.BATTERYSIM.split(" ");
const isQuick = process.env.QUICK === "1";
const problems = [];
const started = [];
const began = Date.now();
const note = (what) => console.log(`${((Date.now() - began) / 1000).toFixed(1)} s: ${what}`);
const check = (isSo, sentence) => { if (!isSo) { problems.push(sentence); } };

/** Starts a process and waits until a line of it matches. */
function start(command, args, pattern) {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
  started.push(child);
  const lines = [];
  const found = new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on("line", (line) => {
        lines.push(line);
        const match = pattern.exec(line);
        if (match) { resolve(match); }
      });
    }
    child.on("exit", () => reject(new Error(`${command} ended: ${lines.join("\n")}`)));
  });
  found.catch(() => {});
  return { child, lines, found };
}

/** Processor time of a process so far, s. */
function processorSeconds(id) {
  const fields = readFileSync(`/proc/${id}/stat`, "utf8").replace(/^.*\) /, "").split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

const twinOf = (web, slcan, ...more) =>
  start(program, [...first, "run", "--web", web, "--serve", `slcan://127.0.0.1:${slcan}`, ...more], /the panel is at (http:\/\/127\.0\.0\.1:\d+)/);
const portOf = (twin) => twin.lines.map((line) => /serving .*slcan.* on .*:(\d+)\.$/.exec(line)).find(Boolean)[1];

try {
  const twin = twinOf("0", "0", "--profile", "powersync-lfp-lv-8bit", "--followers", "15");
  const address = (await twin.found)[1];
  const python = start("/usr/bin/python3", [watcher, portOf(twin), "351"], /ready/);
  await python.found;
  const browser = await launch();
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  // The page asks /bench whether there is a server, which a plain request is told with 426; and a lost connection is an error to a browser.
  page.on("console", (message) => check(message.type() !== "error" || /ERR_CONNECTION|WebSocket|426|Blocked script execution/.test(message.text()), `console: ${message.text()}`));
  page.on("pageerror", (error) => problems.push(`page: ${error.message}`));
  await watchJumps(page);
  await page.goto(`${address}/`);
  await page.waitForSelector("[data-stale=false] .front", { timeout: 40000 });
  note("the page shows the bank");
  check(await page.locator(".front").count() === 16, "there are not 16 fronts");
  check((await page.locator(".warning").innerText()).includes("not a real battery"), "the page does not say what it is");
  const go = async (tab) => { await page.click(`nav a[href='#${tab}']`); await page.waitForSelector(`nav a[href='#${tab}'][aria-current=page]`); };

  // How busy they are: processor time of the page's process and of the twin's against the clock, ten updates a second, sixteen batteries.
  await page.waitForTimeout(1500);
  const seconds = Number(process.env.CPU_SECONDS ?? 4);
  const processes = [["page", await rendererOf(browser)], ["twin", twin.child.pid]];
  const before = [Date.now(), ...processes.map(([, id]) => processorSeconds(id))];
  await page.waitForTimeout(1000 * seconds);
  const shares = processes.map(([name, id], place) => `${name} ${(100000 * (processorSeconds(id) - before[place + 1]) / (Date.now() - before[0])).toFixed(1)} %`);
  console.log(`panel: of one core, over ${seconds} s with 16 batteries at ten updates a second: ${shares.join(", ")}`);

  // Record: breaker off by keyboard, a fault, breaker on.
  await go("scenarios");
  await page.click("text=Record >> nth=-1");
  await page.waitForSelector("text=recording");
  await go("bank");
  await page.focus("[aria-label='Battery 2 breaker']");
  await page.keyboard.press("Space");
  await page.waitForSelector("[aria-label='Battery 2 breaker'][aria-checked=false]");
  check((await page.locator("[data-battery='2'] .state").innerText()).includes("breaker off"), "battery 2 does not say that its breaker is off");
  note("the breaker is off");
  await go("faults");
  const seen = python.lines.at(-1);
  const form = page.locator("[data-row='FAULt:VALue:CVL']");
  await form.locator("input[type=number]").first().fill("51.2");
  check(await form.locator(".scpi").innerText() === "FAUL:VAL:CVL 51.2 V", "the SCPI line is not shown");
  await form.getByRole("button", { name: /^Inject/ }).click();
  await page.waitForSelector(".active-faults li");
  for (let turn = 0; turn < 50 && !python.lines.at(-1).startsWith("0002"); turn++) { await page.waitForTimeout(100); }
  check(python.lines.at(-1).startsWith("0002"), `python-can did not see CVL 51.2 V: ${seen}, then ${python.lines.at(-1)}`);
  note("python-can sees the fault");
  await page.getByRole("button", { name: "Clear all" }).click();
  await page.waitForFunction(() => document.querySelectorAll(".active-faults li").length === 0);
  await go("bank");
  await page.click("[aria-label='Battery 2 breaker']");
  await page.waitForSelector("[aria-label='Battery 2 breaker'][aria-checked=true]");
  await go("scenarios");
  await page.click("text=Stop and save");
  writeFileSync(recording, await page.locator("[data-recorded]").innerText() + "\n");
  note("recorded");

  // A scenario of the library.
  await page.fill("input[type=search]", "f58");
  await page.locator("tr[data-scenario] button").first().click();
  await page.waitForSelector(".verdict", { timeout: 30000 });
  check(await page.locator(".verdict").innerText() === "passed", `the scenario ended with ${await page.locator(".verdict").innerText()}`);
  await page.waitForSelector("[data-watched]");
  await page.screenshot({ path: join(pictures, "scenarios-run.png") });
  await page.click("text=Show the report");
  const report = page.frameLocator("iframe.report");
  await report.locator("h1").first().waitFor();
  check(await report.locator("body").evaluate((body) => getComputedStyle(body).maxWidth) !== "none", "the report has no style");
  await page.click("text=Show the report");
  await page.click("text=Back to the bench");
  await page.waitForFunction(() => !document.querySelector("[data-watched]"));
  note("a scenario ran");

  // Every part at three widths, light and dark; axe looks at all of them light and wide, and dark and narrow.
  for (const [width, scheme, isAll] of isQuick ? [[1280, "light", false]] : [[1280, "light", true], [1280, "dark", false], [800, "light", false], [800, "dark", true], [400, "light", false], [400, "dark", true]]) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    for (const tab of isAll ? ["bank", "bus", "inverter", "time", "faults", "scenarios", "logs"] : ["bank", "time"]) {
      await go(tab);
      await page.waitForTimeout(tab === "time" ? 600 : 100);
      await page.screenshot({ path: join(pictures, `${tab}-${width}-${scheme}.png`) });
      if (isAll && width !== 800) { problems.push(...await problemsOf(page, `${tab}, ${scheme}`)); }
    }
  }
  note("looked at");

  // Values change ten times a second, and sentences come and go above them; nothing jumps.
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const tab of isQuick ? [] : ["bank", "bus", "inverter", "time", "faults"]) {
    await go(tab);
    await page.waitForTimeout(300);
    await jumpsOf(page);
    await page.evaluate(() => document.querySelector("[aria-label='Battery 3 breaker']")?.click());
    await page.waitForTimeout(1200);
    const jumps = await jumpsOf(page);
    check(jumps.sum < 0.01, `${tab} jumps by ${jumps.sum.toFixed(3)}: ${jumps.what}`);
  }
  if (!isQuick) { note("nothing jumps"); }

  // A log is read in the page.
  await go("logs");
  await page.setInputFiles("#log-file", { name: "bus.log", mimeType: "text/plain", buffer: Buffer.from(
    Array.from({ length: 30 }, (_, second) => `(${1000 + second}.000000) can0 351#3002E803B004B801\n(${1000 + second}.020000) can0 355#370064000000\n`).join("")) });
  await page.waitForSelector("text=60 frames, 60 decoded");
  note("a log is decoded");

  // Killed: said, dimmed; started again on the same port: reconnected.
  await go("bank");
  twin.child.kill("SIGKILL");
  await page.waitForSelector("[role=alert] >> text=last seen", { timeout: 10000 });
  await page.waitForSelector("[data-stale=true]");
  await page.screenshot({ path: join(pictures, "lost-400-dark.png") });
  note("the loss is said");
  const again = twinOf(new URL(address).port, "0", "--profile", "powersync-lfp-lv-6bit", "--followers", "63");
  await again.found;
  await page.waitForSelector("[data-stale=false]", { timeout: 15000 });
  await page.waitForFunction(() => document.querySelectorAll(".compact-list tbody tr").length === 64);
  note("reconnected");

  // Sixty-four batteries are a list; the front of the one that is chosen is above it, and does what it does.
  const chosen = page.locator(".compact-list tr[data-battery='40'] button");
  await chosen.focus();
  await page.keyboard.press("Enter");
  await page.click("[aria-label='Battery 40 breaker']");
  await page.waitForFunction(() => /breaker off/.test(document.querySelector(".compact-list tr[data-battery='40']").innerText));
  check(await page.locator(".front").count() === 1, "more than the chosen front is drawn");
  await page.screenshot({ path: join(pictures, "sixty-four.png") });

  // By keyboard: every control of every part is reached with Tab, and shows that it is; switches and RST do what a mouse has them do.
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const tab of isQuick ? [] : ["bank", "bus", "inverter", "time", "faults", "scenarios", "logs"]) {
    await go(tab);
    await page.waitForTimeout(300);
    problems.push(...(await unreachable(page)).map((one) => `${tab}: ${one}`));
  }
  if (!isQuick) { note("everything is reached with Tab"); }
  await go("bank");
  await page.click(".compact-list tr[data-battery='2'] button");
  const dip = page.locator("[aria-label='Battery 2, DIP switch 3']");
  const isOn = await dip.getAttribute("aria-checked");
  await dip.focus();
  await page.keyboard.press("Space");
  await page.waitForSelector(`[aria-label='Battery 2, DIP switch 3'][aria-checked=${isOn !== "true"}]`);
  await page.locator("[data-battery='2'] [aria-label$='RST button'] button").nth(1).focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => /asleep|RST/.test(document.querySelector("[data-battery='2'] .state").innerText));
  await page.waitForFunction(() => /asleep/.test(document.querySelector("[data-battery='2'] .state").innerText), null, { timeout: 10000 });
  note("DIP and RST by keyboard");

  // The same page with the twin inside it.
  await page.goto(`${address}/?local#bank`);
  await page.waitForSelector("[data-kind=Local]", { timeout: 40000 });
  await page.waitForSelector("[data-stale=false] .front");
  await page.click("[aria-label='Battery 4 breaker']");
  await page.waitForSelector("[aria-label='Battery 4 breaker'][aria-checked=false]");
  note("the twin in the page is driven");
  again.child.kill("SIGKILL");

  // A board at a serial port: the board's firmware behind a pseudo terminal, as behind a USB adapter.
  const board = start("/usr/bin/python3", [boardOnPty, program, ...first], /^pty (.*)$/);
  const bench = start(program, [...first, "console", "--to", `serial://${(await board.found)[1]}`, "--web", "0"], /the panel is at (http:\/\/127\.0\.0\.1:\d+)/);
  await page.goto(`${(await bench.found)[1]}/`);
  await page.waitForSelector("[data-kind=Board]", { timeout: 40000 });
  await page.waitForFunction(() => /standing by|running|discharging|charging|idle|ready/.test(document.querySelector("[data-battery='1'] .state")?.innerText ?? ""), null, { timeout: 40000 });
  await page.focus("[aria-label='Battery 2 breaker']");
  await page.keyboard.press("Space");
  await page.waitForSelector("[aria-label='Battery 2 breaker'][aria-checked=false]");
  await go("faults");
  const soc = page.locator("[data-row='FAULt:VALue:SOC']");
  await soc.locator("input[type=number]").first().fill("3");
  await soc.getByRole("button", { name: /^Inject/ }).click();
  await page.waitForSelector(".active-faults li >> text=SOC", { timeout: 10000 });
  await go("bus");
  await page.waitForFunction(() => /03 00/.test([...document.querySelectorAll(".frames tr")].find((row) => /355/.test(row.innerText))?.innerText ?? ""), null, { timeout: 10000 });
  await page.screenshot({ path: join(pictures, "board.png") });
  note("a board at a serial port is driven");
  await browser.close();
} catch (error) {
  problems.push(error.stack);
} finally {
  started.forEach((child) => child.kill("SIGKILL"));
}

problems.forEach((one) => console.error(one));
console.log(`panel: ${problems.length} problems`);
process.exit(problems.length > 0 ? 1 : 0);
