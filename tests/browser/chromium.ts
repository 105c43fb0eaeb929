import sparticuz from "@sparticuz/chromium";
import { chromium, type Browser } from "playwright-core";

const isNpmsOwn = process.platform === "linux" && process.arch === "x64";

/** These two would stop Chromium from opening more than one page. */
const unwanted = new Set(["--single-process", "--no-zygote"]);

/** Starts npm's Chromium on 64-bit Linux, elsewhere an installed Edge or Chrome. It ends with this process. */
export async function launchBrowser(): Promise<Browser> {
  if (isNpmsOwn) {
    // Drawing without a graphics processor, real or imitated, makes a page a third cheaper.
    const args = [...sparticuz.args.filter((arg) => !unwanted.has(arg)), "--disable-gpu"];
    return chromium.launch({ executablePath: await sparticuz.executablePath(), args, headless: true });
  }
  return chromium.launch({ channel: "msedge" }).catch(() => chromium.launch({ channel: "chrome" }));
}

/** Unpacks npm's Chromium where it is used, before several processes start it at once. */
export async function unpack(): Promise<void> {
  if (isNpmsOwn) await sparticuz.executablePath();
}
