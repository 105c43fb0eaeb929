import { a1 } from "../model/address.ts";
import type { MarkLevel, ReviewMark } from "../model/finding.ts";
import type { Form } from "../form/schema.ts";
import type { Language, Wording } from "../wording/language.ts";
import { columnName, quote } from "../wording/phrase.ts";

const levelNames: Readonly<Record<MarkLevel, Wording>> = {
  required: { ja: "要見直し", en: "review required" },
  attention: { ja: "要注意", en: "attention" },
};

/** The mark's word, since colour alone says too little. */
export function describeMarkLevel(level: MarkLevel, language: Language): string {
  return levelNames[level][language];
}

/** The reasons for the mark, a sentence for each status. */
export function describeReasons(mark: ReviewMark, form: Form, language: Language): readonly string[] {
  return mark.reasons.map(({ column, text }) => {
    const name = columnName(column, form, language);
    const found = quote(text, language);
    return language === "ja" ? `「${name}」が${found}です。` : `“${name}” says ${found}.`;
  });
}

/** The rows of a mark, "16:18"; on a card the cell that names its item. */
export function rowsOf({ at, firstRow, lastRow }: Pick<ReviewMark, "at" | "firstRow" | "lastRow">): string {
  return at.sheet ? a1(at) : `${firstRow + 1}:${lastRow + 1}`;
}
