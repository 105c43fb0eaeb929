import { createContext, useContext } from "react";
import type { Language } from "../../core/wording/language.ts";
import { japanese } from "./words-ja.ts";
import type { Texts } from "./words.ts";

export type { Texts } from "./words.ts";

const loaded = new Map<Language, Texts>([["ja", japanese]]);

/** Loads the pane's words in a language, once. @returns the language, or Japanese, which is there from the start, where the words do not arrive */
export async function loadTexts(language: Language): Promise<Language> {
  try {
    if (!loaded.has(language)) loaded.set(language, (await import("./words-en.ts")).english);
    return language;
  } catch {
    return "ja";
  }
}

/** The pane's words in a language that was loaded, else in Japanese. */
export function textsIn(language: Language): Texts {
  return loaded.get(language) ?? japanese;
}

/** The reader's language for everything below; its words are loaded. */
export const LanguageContext = createContext<Language>("ja");

/** The pane's words in the reader's language. */
export function useTexts(): Texts {
  return textsIn(useContext(LanguageContext));
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}
