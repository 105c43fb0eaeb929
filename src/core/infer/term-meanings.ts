import { callsForReview } from "../form/default-marks.ts";
import type { Term } from "../form/schema.ts";
import type { Meaning } from "../model/tally.ts";
import { withoutRing } from "./rings.ts";
import { foldTerm, meaningOf, meaningsBySize } from "./scales.ts";

/** A term before its meaning is known; its words tell it. */
export interface TermDraft {
  readonly text: string;
  readonly meant: string;
  readonly sign?: string;
  readonly number?: number;
}

/** The terms with their meaning, by their words, otherwise by their place. If several are bad, the worst asks for a review. @param by what tells the meaning */
export function judged(drafts: readonly TermDraft[], isSure: boolean, by: "words" | "place" | "nothing"): readonly Term[] {
  const own = distinct(drafts);
  const meanings = by === "nothing" ? own.map(() => "none" as const) : meaningsOf(own, isSure, by === "place");
  const isRising = meanings[0] === "bad" && meanings.at(-1) === "good";
  const bads = own.flatMap((draft, place) => (meanings[place] === "bad" ? [draft] : []));
  const calling = bads.filter(({ meant, text }) => callsForReview(meant || text));
  const worst = isRising ? bads[0] : bads.at(-1);
  const worstMeant = worst?.meant ?? "";
  return own.map((draft, place): Term => {
    const { text, meant, sign, number } = draft;
    const isWorst = calling.length === 0 && bads.length > 1 && (draft === worst || (meant !== "" && meant === worstMeant));
    const mark = meanings[place] === "bad" ? (calling.includes(draft) || isWorst ? "required" : "attention") : undefined;
    const words = meant !== "" && meant !== text && sign === undefined && meant.length <= 30 ? { words: [meant] } : {};
    return { text, ...(number === undefined ? {} : { number }), meaning: meanings[place] ?? "none", ...(sign === undefined ? {} : { aliases: [sign] }), ...words, ...(mark === undefined ? {} : { mark }) };
  });
}

/** The first of each text, in any spelling. */
function distinct(drafts: readonly TermDraft[]): readonly TermDraft[] {
  const byText = new Map<string, TermDraft>();
  for (const draft of drafts) {
    const folded = foldTerm(draft.text);
    if (folded !== "" && !byText.has(folded)) byText.set(folded, draft);
  }
  return [...byText.values()];
}

function meaningsOf(drafts: readonly TermDraft[], isSure: boolean, byPlace: boolean): readonly Meaning[] {
  // What judges nothing, －：未公表, has no place on the scale.
  const placed = drafts.filter(({ text, meant }) => meaningOf(meant).meaning !== "none" && meaningOf(text).meaning !== "none");
  // A+ and A- mean what A means.
  const grades = [...new Set(placed.map(({ text }) => withoutRing(text)))];
  const bySize = new Map(meaningsBySize(grades.length).map((meaning, place) => [grades[place], meaning]));
  const onScale = (draft: TermDraft) => (placed.includes(draft) ? (bySize.get(withoutRing(draft.text)) ?? "none") : "none");
  if (byPlace) return drafts.map(onScale);
  const guesses = drafts.map((draft) => (isSure || draft.meant !== "" ? meaningOf(draft.meant).meaning : onScale(draft)));
  return drafts.map(({ meant }, place) => {
    const guess = guesses[place] ?? "none";
    if (guess !== "good" || meant === "" || meaningOf(meant).known) return guess;
    // 変わらない, between two bad ones, is bad itself.
    return guesses.slice(0, place).includes("bad") && guesses.slice(place + 1).includes("bad") ? "bad" : guess;
  });
}
