import sparticuz from "@sparticuz/chromium";
import { chromium, type Browser, type BrowserServer, type LaunchOptions } from "playwright-core";

/** Without these two Chromium opens more than one page. */
const unwanted = new Set(["--single-process", "--no-zygote"]);

/** Chromium for one program alone. */
export function launchBrowser(): Promise<Browser> {
  return start((options) => chromium.launch(options));
}

/** Chromium that several programs share. */
export function launchServer(): Promise<BrowserServer> {
  return start((options) => chromium.launchServer(options));
}

/** The Chromium of npm on 64-bit Linux, elsewhere an installed Edge or Chrome. */
async function start<Started>(launch: (options: LaunchOptions) => Promise<Started>): Promise<Started> {
  if (process.platform === "linux" && process.arch === "x64") {
    // Drawn without a graphics processor, real or imitated, a page costs a third less.
    const args = [...sparticuz.args.filter((arg) => !unwanted.has(arg)), "--disable-gpu"];
    return launch({ executablePath: await sparticuz.executablePath(), args, headless: true });
  }
  return launch({ channel: "msedge" }).catch(() => launch({ channel: "chrome" }));
}
