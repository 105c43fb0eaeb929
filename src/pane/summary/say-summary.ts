import type { RemakeDoubt } from "../../core/summary/remake.ts";
import { describeAlike } from "../../core/summary/alike.ts";
import type { Language, Wording } from "../../core/wording/language.ts";
import { sayRefusal } from "../../core/wording/refused-acts.ts";
import type { SummaryState } from "../state/summarizer.ts";
import { summaryWords } from "./summary-words.ts";

const doubts: Readonly<Record<RemakeDoubt, Wording>> = {
  evaluation: { ja: "総括シートの印がありますが、評価の表です（このシートは残します）", en: "is signed as a summary sheet but holds an evaluation table (it is kept)" },
  unproven: { ja: "前に作った総括シートと見られますが、この画面で作ったものではありません", en: "looks like an earlier summary sheet, but was not made in this session" },
  edited: { ja: "作ったあとで書き換えられています", en: "was changed after it was made" },
  additions: { ja: "図やコメントなどが加えられています", en: "bears a picture, a comment or the like" },
  "other-office": { ja: "別の評価表のものです", en: "was made for another evaluation" },
  "notes-not-found": { ja: "記入欄の見出しが見つかりません（このシートは残します）", en: "lacks the headers of the columns to write in (it is kept)" },
};

/** The state of summing up as a sentence; "" before the start. `isUndoable`: undo removes the sheets. */
export function describeSummary(summary: SummaryState, isUndoable: boolean, language: Language): string {
  const words = summaryWords[language];
  switch (summary.phase) {
    case "idle":
      return "";
    case "busy":
      return words.summarizing;
    case "asking":
      return words.changed(summary.doubts.map(({ found, doubts: reasons }) => words.doubted(found.name, reasons.map((reason) => doubts[reason][language]))));
    case "made": {
      const { all, read } = summary.counted;
      return [
        words.made(summary.made.map(({ name }) => name), summary.book),
        ...(read < all ? [words.counted(all, read)] : []),
        ...describeAlike(summary.alike, language),
        ...(isUndoable ? [] : [words.stays]),
        ...(summary.leftovers.length === 0 ? [] : [words.leftovers(summary.leftovers)]),
        ...(summary.refusal ? [sayRefusal("select", summary.refusal, language).said] : []),
      ].join(" ");
    }
    case "deleted":
      return words.deleted(summary.count);
    case "elsewhere":
      return words.elsewhere;
    case "refused":
      return sayRefusal("build", summary, language).said;
  }
}
