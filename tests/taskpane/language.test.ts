import { afterEach, expect, it, vi } from "vitest";
import { displayLanguage } from "../../src/hosts/excel/page.ts";
import { languageOf } from "../../src/taskpane/page/texts.ts";

afterEach(() => void vi.unstubAllGlobals());

it.each([
  ["ja-JP", "ja"],
  ["en-US", "en"],
  ["en_gb", "en"],
  ["EN", "en"],
  ["de-DE", "ja"],
  ["", "ja"],
  [undefined, "ja"],
])("where Excel tells %j as the language of its menus, the pane speaks %s", (told, language) => {
  vi.stubGlobal("Office", { context: told === undefined ? {} : { displayLanguage: told } });
  expect(languageOf(displayLanguage())).toBe(language);
});
