import sparticuz from "@sparticuz/chromium";
import { chromium, type Browser, type BrowserServer, type LaunchOptions } from "playwright-core";

/** These two would stop Chromium from opening more than one page. */
const unwanted = new Set(["--single-process", "--no-zygote"]);

/** A Chromium for one program. */
export function launchBrowser(): Promise<Browser> {
  return start((options) => chromium.launch(options));
}

/** A Chromium that several programs share. */
export function launchServer(): Promise<BrowserServer> {
  return start((options) => chromium.launchServer(options));
}

/** Starts npm's Chromium on 64-bit Linux, elsewhere an installed Edge or Chrome. */
async function start<Started>(launch: (options: LaunchOptions) => Promise<Started>): Promise<Started> {
  if (process.platform === "linux" && process.arch === "x64") {
    // Drawing without a graphics processor, real or imitated, makes a page a third cheaper.
    const args = [...sparticuz.args.filter((arg) => !unwanted.has(arg)), "--disable-gpu"];
    return launch({ executablePath: await sparticuz.executablePath(), args, headless: true });
  }
  return launch({ channel: "msedge" }).catch(() => launch({ channel: "chrome" }));
}
