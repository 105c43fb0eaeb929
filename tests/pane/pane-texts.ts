import { english } from "../../src/pane/texts/words-en.ts";
import { japanese } from "../../src/pane/texts/words-ja.ts";

/** The pane's words in both languages. */
export const paneTexts = { ja: japanese, en: english };
