import { cleanRows } from "../sheet.ts";
import { checkRule } from "./check-rule.ts";

/** Serial numbers of the 1900 system; 2026-01-01 is 46023. */
const day = (year: number, month: number, date: number) => ({ date: Date.UTC(year, month - 1, date) / 86_400_000 + 25_569 });
const day1904 = (year: number, month: number, date: number) => ({ date: day(year, month, date).date - 1462 });

/** The text of a code that Excel takes for a date, in a file without formats. */
const asDate = (text: string) => text.replace(/^(\d)-(\d)$/, "$1月$2日").replace(/^(\d)-(\d)-(\d)$/, "200$1/$2/$3");

/** The clean sheet with 13 issues of one strategy each. */
const manyIssues = [
  ...cleanRows.slice(0, 3),
  ...Array.from({ length: 13 }, (_, index) => {
    const n = index + 1;
    const row = [...(cleanRows[5] ?? [])];
    return [`${n} 課題その${n}`, `${n}-1`, ...row.slice(2, 5), `p.${2 * n}`, `${n}-1-1`, ...row.slice(7, 11), `p.${2 * n - 1}`];
  }),
];

checkRule("code-date", [
  { when: "1-2 typed this year", put: { B6: day(2026, 1, 2) }, finds: ["B6 safe 1-2"] },
  { when: "1-2 typed in another year", put: { B6: day(1998, 1, 2) }, finds: ["B6 safe 1-2"] },
  { when: "1-1-2 typed", put: { G5: day(2001, 1, 2) }, finds: ["G5 safe 1-1-2"] },
  { when: "the date lost its format", put: { G5: day(2001, 1, 2).date }, finds: ["G5 safe 1-1-2"] },
  { when: "13-1 typed: January 2013", rows: manyIssues, put: { B16: day(2013, 1, 1) }, finds: ["B16 safe 13-1"] },
  { when: "2-2 or 2-1 of 2002: both fit issue 2", put: { B10: day(2002, 2, 1) }, finds: ["B10 suggested 2-2"] },
  { when: "a workbook with the 1904 dates", put: { B6: day1904(2026, 1, 2) }, date1904: true, finds: ["B6 safe 1-2"] },
  { when: "an initiative in a workbook with the 1904 dates", put: { G5: day1904(2001, 1, 2) }, date1904: true, finds: ["G5 safe 1-1-2"] },
  { when: "a number too small for a date that lost its format", put: { B6: 12 }, finds: ["B6"] },
  { when: "a number with a point that has the expected numbers", put: { B6: 1.2 }, finds: ["B6 suggested 1-2"] },
  { when: "a number that was no date", put: { B6: 1.3 }, finds: ["B6"] },
  { when: "the text of a date, as a csv file has it", put: { G5: "2001-01-02" }, finds: ["G5 safe 1-1-2"] },
  { when: "the text of a date for a strategy", put: { B6: "2026/1/2" }, finds: ["B6 safe 1-2"] },
  { when: "the text of a date on every row of an issue", put: { G4: "2001-01-01", G5: "２００１ー０１ー０２", G6: "H13.2.1" }, finds: ["G4 safe 1-1-1", "G5 safe 1-1-2", "G6 safe 1-2-1"] },
  { when: "the text of a date where no code becomes one", put: { A7: "2001-01-01" }, finds: ["code-format A7"] },
  { when: "a label that is a number", put: { A7: 2 }, finds: ["A7 safe 2"] },
  { when: "what Excel shows for dates, pasted as values", put: { B4: "1月1日", B6: "１月２日（金）", B7: "02/01" }, finds: ["B4 safe 1-1", "B6 safe 1-2", "B7 safe 2-1"] },
  { when: "what an English Excel shows", put: { B4: "1-Jan", G4: "1/1/2001", G5: "2-Jan-01", G6: "2/1/2001" }, finds: ["B4 safe 1-1", "G4 safe 1-1-1", "G5 safe 1-1-2", "G6 safe 1-2-1"] },
  { when: "a month and a number, which may be its day or its year", put: { B6: "Jan-02", B7: "Feb-01" }, finds: ["B6 suggested 1-2", "B7 safe 2-1"] },
  { when: "two digits three times", put: { G9: "02/01/03" }, finds: ["G9 safe 2-1-3"] },
  { when: "a serial number as text", put: { B6: "46024", G5: "36893" }, finds: ["G5 safe 1-1-2", "B6 safe 1-2"] },
  { when: "a day that lost its year", put: { G4: "1月1日" }, finds: ["G4 suggested 1-1-1"] },
  { when: "a day that lost its year and fits nothing", put: { G4: "3月1日" }, finds: ["G4"] },
  { when: "every code of the sheet a date, as a csv file has them", rows: cleanRows.map((row) => row.map((cell) => asDate(cell))), finds: ["B4 safe 1-1", "G4 safe 1-1-1", "G5 safe 1-1-2", "B6 safe 1-2", "G6 safe 1-2-1", "B7 safe 2-1", "G7 safe 2-1-1", "G8 safe 2-1-2", "G9 safe 2-1-3", "B10 safe 2-2", "G10 safe 2-2-1", "G11 safe 2-2-2"] },
  { when: "numbers that show codes by their format", put: { B4: { number: 1, format: '0"-1"' }, G4: { number: 111, format: "0\\-0\\-0" }, G5: { number: 112, format: "0-0-0" } }, finds: ["B4 safe 1-1", "G4 safe 1-1-1", "G5 safe 1-1-2"] },
  { when: "a number that shows a label by its format keeps the title", put: { A7: { number: 2, format: '0" 学びのまち"' } }, finds: ["A7 safe 2 学びのまち"] },
  { when: "a number that shows more than can be told", put: { A7: { number: 2, format: '0.0" 学びのまち"' } }, finds: ["A7"] },
]);
