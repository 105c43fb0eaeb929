import chromium from "@sparticuz/chromium";
import { chromium as playwright, type Browser } from "playwright-core";

/** Without these two Chromium opens more than one page. */
const unwanted = new Set(["--single-process", "--no-zygote"]);

/** Starts Chromium: the one of npm on 64-bit Linux, elsewhere an installed Edge or Chrome. */
export async function launchBrowser(): Promise<Browser> {
  if (process.platform === "linux" && process.arch === "x64") {
    const args = chromium.args.filter((arg) => !unwanted.has(arg));
    return playwright.launch({ executablePath: await chromium.executablePath(), args, headless: true });
  }
  return playwright.launch({ channel: "msedge" }).catch(() => playwright.launch({ channel: "chrome" }));
}
