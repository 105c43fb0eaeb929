import { describeDoubt } from "../../core/learn/say.ts";
import type { Language } from "../../core/wording/language.ts";
import { describeRefusal } from "../../core/wording/refusals.ts";
import type { Answered, InferenceState } from "../state/inference.ts";
import { texts } from "../texts/texts.ts";

/** What has just happened while a form is learned, for those who do not see it; "" where nothing has. */
export function describeInference(state: InferenceState, language: Language): string {
  const words = texts[language].infer;
  switch (state.phase) {
    case "idle":
      return "";
    case "reading":
      return words.reading;
    case "nothing":
      return words.nothing;
    case "refused":
      return describeRefusal(state.code, state.detail, language);
    case "proposed": {
      if (state.refused) return describeRefusal(state.refused.code, state.refused.detail, language);
      const result = state.inspection ? words.findings(state.inspection.findings.length) : words.noTable;
      return [state.answered ? describeAnswer(state.answered, language) : words.read(state.proposal.asked.length), result].join(language === "ja" ? "" : " ");
    }
  }
}

function describeAnswer({ doubt, choice, raised, gone }: Answered, language: Language): string {
  const words = texts[language].infer;
  const said = describeDoubt(doubt, language).choices.find((one) => one.choice === choice)?.text ?? choice;
  const parts = [words.said(said), ...(raised > 0 ? [words.raised(raised)] : []), ...(gone > 0 ? [words.gone(gone)] : [])];
  return parts.join(language === "ja" ? "" : " ");
}
