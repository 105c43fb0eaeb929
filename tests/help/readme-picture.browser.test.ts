import { readFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { sharedBrowser } from "../browser/shared.ts";
import { frameWords, openReadmeScene, readmeWords } from "./pictures.ts";

test("the picture in README shows the workbench of today (`node tests/tools/make-pictures.mjs readme` takes it anew)", async () => {
  const page = await openReadmeScene(await sharedBrowser());
  onTestFinished(() => page.context().close());
  expect(await frameWords(page)).toBe(readFileSync(readmeWords, "utf8"));
});
