import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { buildIfOld } from "../../src/tools/build-if-old.mjs";
import { launchBrowser } from "../excel-host/route-a/browser.ts";
import { frameWords, openReadmeScene, readmeWords } from "./pictures.ts";

test("the picture in README shows the workbench of today (`node tests/tools/make-pictures.mjs readme` takes it anew)", async () => {
  buildIfOld();
  const browser = await launchBrowser();
  try {
    expect(await frameWords(await openReadmeScene(browser))).toBe(readFileSync(readmeWords, "utf8"));
  } finally {
    await browser.close();
  }
});
