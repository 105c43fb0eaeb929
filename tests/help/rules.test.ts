import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { root } from "../../src/tools/build-if-old.mjs";
import { parseForm } from "../../src/core/form/parse.ts";
import { examples, formsPage } from "./forms-page.ts";
import { links } from "./page.ts";
import { helpFolder } from "./read-page.ts";
import { rulesPage, rulesTable } from "./rules-page.ts";

// `npm run rules` runs only these, and writes the files instead of comparing them.
test("the manual's page of rules says what the rules say", async () => {
  await expect(rulesPage("ja")).toMatchFileSnapshot(`${helpFolder}rules.html`);
  await expect(rulesPage("en")).toMatchFileSnapshot(`${helpFolder}english-rules.html`);
});

test("the table of rules says what the rules say", async () => {
  await expect(rulesTable()).toMatchFileSnapshot(`${root}src/core/rules/list.md`);
});

test("the manual's page of forms says what the schema's entries are for", async () => {
  await expect(formsPage()).toMatchFileSnapshot(`${helpFolder}forms.html`);
});

test.each(examples)("the page's form $id is read without a fault", ({ form }) => {
  expect(parseForm(JSON.stringify(form))).toEqual(form);
});

test.each([
  ["ja", "index.html"],
  ["ja", "rules.html"],
  ["ja", "forms.html"],
  ["ja", "admin.html"],
  ["en", "english.html"],
  ["en", "english-rules.html"],
] as const)("%s %s leads to all pages of its language", (language, name) => {
  expect(readFileSync(`${helpFolder}${name}`, "utf8")).toContain(links(name, language));
});
