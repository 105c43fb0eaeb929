import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Frame, Page } from "playwright-core";
import { z } from "zod";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const violations = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

/** Colours are examined once for each set of colours, all other rules once for each state and width, since together they cost most. */
export type AxeRules = "all" | "colours" | "all but colours";

const options: Readonly<Record<AxeRules, object>> = {
  all: {},
  colours: { runOnly: ["color-contrast", "link-in-text-block"] },
  "all but colours": { rules: { "color-contrast": { enabled: false } } },
};

/** Of what axe could tell beside the rules and elements, such as what is right and where, nothing is read. */
const told = { selectors: false, resultTypes: ["violations"] };

/** axe's findings in a page or frame once it is drawn, so that colours in transition do not count. Its policy must be off. */
export async function axeFindings(page: Page | Frame, rules: AxeRules = "all"): Promise<string[]> {
  await drawn(page);
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe);
  const call = `axe.run(document, ${JSON.stringify({ ...told, ...options[rules] })}).then(({ violations }) => violations)`;
  const found = violations.parse(await page.evaluate(call));
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

/** Resolves when the page is drawn and nothing in it moves. */
async function drawn(page: Page | Frame): Promise<void> {
  await page.evaluate(async () => {
    for (let pictures = 0; pictures < 2; pictures++) await new Promise(requestAnimationFrame);
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined)));
  });
}
