import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { sharedBrowser } from "../browser/shared.ts";
import { helpFolder } from "./read-page.ts";
import { fingerprint, manualScenes, seeManual } from "./pictures.ts";

const taken = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(manualScenes, "utf8")));

test("the manual's pictures show the pages of today (`node tests/tools/make-pictures.mjs manual` takes them anew)", { timeout: 120_000 }, async () => {
  const seen: string[] = [];
  const older: string[] = [];
  await seeManual(await sharedBrowser(), async (name, page, shown) => {
    seen.push(name);
    await page.mouse.move(0, 0);
    // Colours take a moment to change.
    const isSame = await expect.poll(() => fingerprint(shown), { timeout: 2000 }).toBe(taken[name]).then(() => true, () => false);
    if (!isSame) older.push(name);
  });
  expect(older).toEqual([]);
  expect([Object.keys(taken).sort(), seen.filter((name) => !existsSync(`${helpFolder}images/${name}.png`))]).toEqual([seen.sort(), []]);
});
