import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Frame, Page } from "playwright-core";
import { z } from "zod";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const violations = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

/** What axe finds wrong in a page, or in a frame alone. Their policy must be off. */
export async function axeFindings(page: Page | Frame): Promise<string[]> {
  await page.evaluate(axe);
  const found = violations.parse(await page.evaluate("axe.run({ exclude: [['[data-tabster-dummy]']] }).then(({ violations }) => violations)"));
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
