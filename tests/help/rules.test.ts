import { expect, test } from "vitest";
import { root } from "../../src/tools/build-if-old.mjs";
import { helpFolder } from "./read-page.ts";
import { rulesPage, rulesTable } from "./rules-page.ts";

// `npm run rules` runs these two alone, and writes the files instead of comparing them.
test("the manual's page of rules says what the rules say", async () => {
  await expect(rulesPage()).toMatchFileSnapshot(`${helpFolder}rules.html`);
});

test("the table of rules says what the rules say", async () => {
  await expect(rulesTable()).toMatchFileSnapshot(`${root}src/core/rules/list.md`);
});
