import { wordDoubt } from "../../core/infer/say.ts";
import type { Language } from "../../core/wording/language.ts";
import { wordRefusal } from "../../core/wording/refusals.ts";
import type { Answered, LearnState } from "../state/inference.ts";
import { texts } from "../texts/texts.ts";

/** What has just happened while a form is learned, for those who do not see it; "" where nothing has. */
export function sayLearning(state: LearnState, language: Language): string {
  const words = texts[language].learn;
  switch (state.phase) {
    case "idle":
      return "";
    case "reading":
      return words.reading;
    case "nothing":
      return words.nothing;
    case "refused":
      return wordRefusal(state.code, state.detail, language);
    case "proposed": {
      if (state.refused) return wordRefusal(state.refused.code, state.refused.detail, language);
      const result = state.inspection ? words.findings(state.inspection.findings.length) : words.noTable;
      return [state.answered ? sayAnswer(state.answered, language) : words.read(state.proposal.asked.length), result].join(language === "ja" ? "" : " ");
    }
  }
}

function sayAnswer({ doubt, choice, raised, gone }: Answered, language: Language): string {
  const words = texts[language].learn;
  const said = wordDoubt(doubt, language).choices.find((one) => one.choice === choice)?.text ?? choice;
  const parts = [words.said(said), ...(raised > 0 ? [words.raised(raised)] : []), ...(gone > 0 ? [words.gone(gone)] : [])];
  return parts.join(language === "ja" ? "" : " ");
}
