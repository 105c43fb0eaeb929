import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import sparticuz from "@sparticuz/chromium";
import { chromium } from "playwright-core";

/** Draws assets/icons/*.png from tenken.svg: `node tests/manifest/render-icons.mjs`, on Linux x64. */
const folder = fileURLToPath(new URL("../../assets/icons/", import.meta.url));
const source = readFileSync(`${folder}tenken.svg`, "utf8");

/** The check mark is the product's icon; its large sizes appear in lists of add-ins. */
const icons = { check: [16, 32, 64, 80, 128], marks: [16, 32, 80], summary: [16, 32, 80], pane: [16, 32, 80] };

const args = sparticuz.args.filter((arg) => arg !== "--single-process" && arg !== "--no-zygote");
const browser = await chromium.launch({ executablePath: await sparticuz.executablePath(), args, headless: true });
const page = await browser.newPage();
for (const [name, sizes] of Object.entries(icons)) for (const size of sizes) await render(name, size);
await browser.close();

async function render(name, size) {
  await page.setViewportSize({ width: size, height: size });
  const picture = source.replace('href="#check"', `href="#${name}"`).replace("<svg ", `<svg width="${size}" height="${size}" `);
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${picture}`);
  writeFileSync(`${folder}${name}-${size}.png`, await page.screenshot({ omitBackground: true }));
}
