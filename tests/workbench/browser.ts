import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import sparticuz from "@sparticuz/chromium";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The built page, and its address when it is opened from disk. */
export const dist = `${root}dist`;
export const pageOnDisk = pathToFileURL(`${dist}/workbench.html`).href;

/** Builds dist/ where it is missing or older than what it is made of. */
export function buildOnce(): void {
  const built = newest(`${dist}/workbench.html`);
  if (["src", "assets/samples", "webpack.config.js"].every((source) => newest(root + source) <= built)) return;
  const build = spawnSync(process.execPath, ["node_modules/webpack/bin/webpack.js"], { cwd: root, encoding: "utf8" });
  if (build.status !== 0) throw new Error(`the build failed:\n${build.stdout.slice(0, 4000)}${build.stderr}`);
}

/** A browser: the one from the package on Linux x64, else an installed Chrome or Edge. */
export async function launch(): Promise<Browser> {
  if (process.platform === "linux" && process.arch === "x64") {
    // With these two a second page fails.
    const args = sparticuz.args.filter((arg) => arg !== "--single-process" && arg !== "--no-zygote");
    return chromium.launch({ executablePath: await sparticuz.executablePath(), args, headless: true });
  }
  return chromium.launch({ channel: "chrome" }).catch(() => chromium.launch({ channel: "msedge" }));
}

export interface OpenPage {
  readonly page: Page;
  /** Everything the page asked for, itself included. */
  readonly requests: readonly string[];
  /** What went wrong on it: errors and refusals of the policy. */
  readonly complaints: readonly string[];
}

/** Opens the workbench in a window of its own, in Japanese unless told otherwise, and waits for the checked sample. */
export async function openWorkbench(browser: Browser, address = pageOnDisk, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const context = await browser.newContext({ locale: "ja-JP", viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  await page.goto(address);
  await page.getByRole("list").getByRole("button").first().waitFor();
  return { page, requests, complaints };
}

function newest(path: string): number {
  if (!existsSync(path)) return -1;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(...readdirSync(path).map((name) => newest(`${path}/${name}`)));
}
