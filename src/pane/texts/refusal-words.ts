import type { Language } from "../../core/wording/language.ts";
import { useLanguage } from "./texts.ts";

/** The words around a refusal; its sentence is the core's. */
interface RefusalWords {
  readonly tryAgain: string;
  readonly technical: string;
  readonly sheetNotRead: string;
  readonly sheetNotReadHelp: string;
}

const refusalWords: Readonly<Record<Language, RefusalWords>> = {
  ja: {
    tryAgain: "もう一度試す",
    technical: "詳細",
    sheetNotRead: "シートを読み取れていません",
    sheetNotReadHelp: "評価シートを前面にして、「もう一度試す」を押してください。グラフだけのシートは点検できません。",
  },
  en: {
    tryAgain: "Try again",
    technical: "Details",
    sheetNotRead: "No sheet has been read",
    sheetNotReadHelp: "Bring the evaluation sheet to the front, then press “Try again”. A sheet that is only a chart cannot be checked.",
  },
};

export function useRefusalWords(): RefusalWords {
  return refusalWords[useLanguage()];
}
