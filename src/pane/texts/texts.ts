import { createContext, useContext } from "react";
import type { Language } from "../../core/wording/language.ts";
import { english } from "./words-en.ts";
import { japanese } from "./words-ja.ts";
import type { Texts } from "./words.ts";

export type { Texts } from "./words.ts";

export const paneTexts: Readonly<Record<Language, Texts>> = { ja: japanese, en: english };

/** The reader's language for everything below. */
export const LanguageContext = createContext<Language>("ja");

/** The pane's words in the reader's language. */
export function useTexts(): Texts {
  return paneTexts[useContext(LanguageContext)];
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}
