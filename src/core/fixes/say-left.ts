import { describeRefusal } from "../wording/refusals.ts";
import type { Language } from "../wording/language.ts";
import type { LeftFix } from "./write-fixes.ts";

/** Why fixes were left out: one sentence for each reason, with some of the cells. */
export function wordLeft(left: readonly Pick<LeftFix, "refusal">[], language: Language): readonly string[] {
  const codes = [...new Set(left.map(({ refusal }) => refusal.code))];
  return codes.map((code) => describeRefusal({ code, detail: left.flatMap(({ refusal }) => (refusal.code === code ? [refusal.detail] : [])).join(" ") }, language));
}
