import { useEffect, useState } from "react";
import type { Language } from "../../core/wording/language.ts";
import { loadTexts } from "./texts.ts";

/** A language as soon as its words are there, until then the one before; Japanese where they do not arrive. @param first one that is loaded */
export function useLoadedLanguage(language: Language, first: Language): Language {
  const [shown, setShown] = useState(first);
  useEffect(() => {
    let isWanted = true;
    void loadTexts(language).then((there) => {
      if (isWanted) setShown(there);
    });
    return () => {
      isWanted = false;
    };
  }, [language]);
  return shown;
}
