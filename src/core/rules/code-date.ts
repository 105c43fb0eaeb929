import type { Fact } from "../model/finding.ts";
import { sameCode, type Code } from "../form/code.ts";
import type { CodeCell, Evaluation } from "../tree/evaluation.ts";
import { mayHaveLostYear } from "../form/typed-dates.ts";
import { tidy } from "../wording/hidden.ts";
import { cellText } from "../wording/phrase.ts";
import { fixOf } from "./fix-of.ts";
import { codeFact, defineRule, expectedFact } from "./rule.ts";

export const codeDate = defineRule({
  id: "code-date",
  severity: "error",
  looksAt: ["code", "label"],
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
      const expected = evaluation.expectedCode(node);
      const lost = expected && (isSerial ? isDecimal(expected, value) : mayHaveLostYear(expected, cellText(value))) ? expected : undefined;
      const code = reading.codes.find((one) => sameCode(one, expected)) ?? reading.codes[0] ?? lost;
      const title = cell.column.holds === "label" && reading.title !== "" ? ` ${tidy(reading.title)}` : "";
      const fix = code ? fixOf(evaluation, cell, evaluation.write(node, code) + title, isCertain(evaluation, cell) ? "safe" : "suggested") : null;
      const day: Fact = isSerial ? { serial: value, date1904 } : { text: value };
      report(reading.kind, { at, node, facts: () => ({ code: code ? codeFact(evaluation, node, code) : expectedFact(evaluation, node), day }), fix });
    }
  },
});

/** True for the number that is left of two numbers with a point: 1.1 of 1.1, and of 1.10. */
function isDecimal(code: Code, value: number): boolean {
  return code.length === 2 && Number(code.join(".")) === value;
}

/** Certain where only one of the possible codes is under the expected parent. */
function isCertain(evaluation: Evaluation, { node, reading }: CodeCell): boolean {
  const { codes } = evaluation.tree;
  return reading.codes.filter((code) => codes.parent(codes.of(code)) === evaluation.parentKey(node)).length === 1;
}
