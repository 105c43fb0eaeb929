import { sayCount } from "./counts.ts";
import type { Language } from "./language.ts";

/** What decides whether a sheet may be handed in. */
export interface VerdictFacts {
  readonly errors: number;
  /** Of the errors those with a safe fix. */
  readonly fixable: number;
  readonly warnings: number;
  /** Open questions about the form. */
  readonly questions: number;
}

/** Whether a sheet may be handed in, in one line. Errors alone forbid it. */
export function describeVerdict(facts: VerdictFacts, language: Language): string {
  return language === "ja" ? japanese(facts) : english(facts);
}

function japanese({ errors, fixable, warnings, questions }: VerdictFacts): string {
  const number = (count: number) => `${sayCount(count)}件`;
  if (errors > 0) return `このままでは提出できません：誤り${number(errors)}${fixable > 0 ? `（うち1クリックで直るもの${number(fixable)}）` : ""}`;
  const open = [...(warnings > 0 ? [`注意${number(warnings)}`] : []), ...(questions > 0 ? [`質問${number(questions)}`] : [])];
  return open.length > 0 ? `提出できます（${open.join("・")}を確かめてください）` : "提出できます";
}

function english({ errors, fixable, warnings, questions }: VerdictFacts): string {
  const counted = (count: number, word: string) => `${sayCount(count)} ${word}${count === 1 ? "" : "s"}`;
  if (errors > 0) return `Not ready to hand in: ${counted(errors, "error")}${fixable > 0 ? ` (${sayCount(fixable)} of them fixed by one click)` : ""}`;
  const open = [...(warnings > 0 ? [counted(warnings, "warning")] : []), ...(questions > 0 ? [counted(questions, "question")] : [])];
  return open.length > 0 ? `Ready to hand in (look at ${open.join(" and ")})` : "Ready to hand in";
}
