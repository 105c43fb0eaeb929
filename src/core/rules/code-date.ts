import type { Fact } from "../model/finding.ts";
import { isUnder, sameCode, type Code } from "../form/code.ts";
import { mayHaveLostYear } from "../form/typed-dates.ts";
import type { CodeCell } from "../tree/evaluation.ts";
import { tidy } from "../wording/hidden.ts";
import { plainLetters } from "../wording/letters.ts";
import { cellText } from "../wording/phrase.ts";
import { fixOf } from "./mend.ts";
import { codeFact, defineRule } from "./rule.ts";

export const codeDate = defineRule({
  id: "code-date",
  severity: "error",
  about: {
    ja: {
      title: "日付や数値になった番号",
      why: "表計算ソフトは 1-1 のような番号を日付に変えてしまいます。見た目が似ていても中身は別の数値です。",
      how: "セルの表示形式を「文字列」にしてから、番号を入れ直してください。",
      example: "「1-1」と入力したセルが「1月1日」になっています。",
    },
    en: {
      title: "A code that became a date or a number",
      why: "Spreadsheets turn a code such as 1-1 into a date. It may look alike, yet the cell holds another number.",
      how: "Set the cell's number format to Text, then enter the code again.",
      example: "1-1 was typed, and the cell became 1 January.",
    },
  },
  messages: {
    date: {
      ja: "番号{code}が日付（{day}）になっています。",
      en: "The code {code} became a date ({day}).",
    },
    number: {
      ja: "番号が数値（{found}）になっています。ここは{code}のはずです。",
      en: "The code became a number ({found}); {code} is expected here.",
    },
  },
  check(evaluation, report) {
    const { date1904 } = evaluation.grid;
    for (const cell of evaluation.oddCodes()) {
      const { node, at, value, reading } = cell;
      if (reading.kind !== "date" && reading.kind !== "number") continue;
      const isSerial = typeof value === "number";
      const lost = !isSerial && mayHaveLostYear(node.expectedCode, cellText(value)) ? node.expectedCode : undefined;
      const code = reading.codes.find((one) => sameCode(one, node.expectedCode)) ?? reading.codes[0] ?? lost;
      const written = code && evaluation.reader.codes.write(code);
      const title = plainLetters(tidy(reading.title));
      const to = written !== undefined && cell.column.holds === "label" && title !== "" ? `${written} ${title}` : written;
      const fix = to === undefined ? null : fixOf(evaluation, cell, to, isCertain(cell) ? "safe" : "suggested");
      const day: Fact = isSerial ? { serial: value, date1904 } : { text: value };
      report(reading.kind, { at, node, facts: { code: codeFact(evaluation, code ?? node.expectedCode), day }, fix });
    }
  },
});

/** Certain where exactly one of the codes that can have been typed stands under the expected parent. */
function isCertain({ node, reading }: CodeCell): boolean {
  const parent: Code = node.level === "issue" ? [] : node.level === "strategy" ? node.issue.expectedCode : node.strategy.expectedCode;
  return reading.codes.filter((code) => isUnder(code, parent)).length === 1;
}
