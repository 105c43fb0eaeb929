import type { LeftFix } from "../../core/fixes/write-fixes.ts";
import type { Language, Wording } from "../../core/wording/language.ts";
import { notLoaded } from "../../core/wording/not-loaded.ts";
import type { sayRefusal } from "../../core/wording/refused-acts.ts";

/** The sentences of refusals. */
export interface Refusals {
  readonly sayRefusal: typeof sayRefusal;
  /** Why fixes were left out. */
  readonly wordLeft: (left: readonly Pick<LeftFix, "refusal">[], language: Language) => readonly string[];
}

const notExplained: Wording = {
  ja: "できませんでした。理由の説明を読み込めません。ネットワークにつながっているか確かめて、もう一度試してください。",
  en: "This could not be done. The explanation did not load: see whether the network is there, then try again.",
};
const leftOut: Wording = {
  ja: "見送った修正があります。理由の説明を読み込めません。",
  en: "Some fixes were left out. The explanation did not load.",
};

/** Nothing is said while the sentences are on their way, so that nothing is announced twice. */
export const comingRefusals: Refusals = { sayRefusal: () => ({ said: "", technical: "" }), wordLeft: () => [] };

/** What is said where the sentences do not arrive; the code is for those who maintain the program. */
const short: Refusals = {
  sayRefusal: (_act, { code, detail }, language) =>
    code === "not-loaded" ? { said: notLoaded[language], technical: "" } : { said: notExplained[language], technical: detail === "" ? code : `${code}: ${detail}` },
  wordLeft: (left, language) => (left.length === 0 ? [] : [leftOut[language]]),
};

let arrived: Refusals | undefined;

/** The sentences, once they have arrived. */
export function arrivedRefusals(): Refusals | undefined {
  return arrived;
}

/** Loads the sentences of refusals, once. @returns them, or short ones in their place where they do not arrive */
export async function loadRefusals(): Promise<Refusals> {
  try {
    if (arrived) return arrived;
    const [acts, left] = await Promise.all([import("../../core/wording/refused-acts.ts"), import("../../core/fixes/say-left.ts")]);
    arrived = { sayRefusal: acts.sayRefusal, wordLeft: left.wordLeft };
    return arrived;
  } catch {
    return short;
  }
}
