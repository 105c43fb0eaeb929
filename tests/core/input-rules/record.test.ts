import fc from "fast-check";
import { expect, test } from "vitest";
import { listFormula, readRecord, readSource, sourceAddress, textFormula } from "../../../src/core/input-rules/record.ts";

const place = fc.record({ row: fc.nat(1_048_575), column: fc.nat(16_383) });
const block = fc.tuple(place, place).map(([one, other]) => ({
  first: { row: Math.min(one.row, other.row), column: Math.min(one.column, other.column) },
  last: { row: Math.max(one.row, other.row), column: Math.max(one.column, other.column) },
}));
const few = fc.tuple(place, fc.nat(200), fc.nat(20)).map(([first, rows, columns]) => ({ first, last: { row: first.row + rows, column: Math.min(16_383, first.column + columns) } }));
const name = fc.oneof(fc.constantFrom("総括表", "Mayor's '26", "a!b (2)", "1-1", "A1", "#REF", "x,y"), fc.string({ minLength: 1, maxLength: 31 }).filter((text) => !/[[\]:*?/\\\p{Cc}]|^'|'$/u.test(text)));
const format = fc.oneof(fc.constantFrom("General", 'yyyy"年"m"月"', "0.0%", '"A"";""B"', "@"), fc.string());

test("what is remembered as formulas is read again, with or without their equals sign", () => {
  fc.assert(
    fc.property(name, fc.array(block, { minLength: 1, maxLength: 4 }), fc.array(fc.record({ block: few, format }), { maxLength: 4 }), fc.constantFrom("", "="), (sheet, lists, texts, tag) => {
      const formulas = [...lists.map((each) => listFormula(sheet, each)), ...texts.map((each) => textFormula(sheet, each))].map((formula) => `${tag}${formula}`);
      expect(readRecord(["選択肢", ...formulas, "=SUM(A1:A2)"])).toEqual({ sheets: [sheet], lists: lists.map((each) => ({ sheet, block: each })), texts: texts.map((each) => ({ sheet, ...each })) });
    }),
  );
});

test("a record names its sheets, each once, and no more text cells than a form has", () => {
  const record = readRecord(["=ROWS(個票1!$D$6:$D$22)", '=IF(ROWS(個票2!$A$1:$A$9)>0,";;;")', "=ROWS(個票2!$B$1)"]);
  expect([record?.sheets, record?.lists.map(({ sheet }) => sheet), record?.texts.map(({ sheet }) => sheet)]).toEqual([["個票1", "個票2"], ["個票1", "個票2"], ["個票2"]]);
  for (const cells of ["$A$1:$XFD$1048576", "$A$1048576:$XFD$1", `$A$1:$A$${"9".repeat(400)}`]) expect(readRecord(["=ROWS(総括表!$D$6)", `=IF(ROWS(総括表!${cells})>0,"0")`])).toBeUndefined();
});

test("the address of terms is read again", () => {
  fc.assert(
    fc.property(name, block, (sheet, cells) => {
      expect(readSource(`=${sourceAddress(sheet, cells)}`)).toEqual({ sheet, block: cells });
    }),
  );
});

test("Excel's and LibreOffice's own ways of writing them are understood, and nothing else", () => {
  expect(readRecord(["=ROWS(総括表!$D$6:$D$22)", '=IF(ROWS(総括表!$A$6)>0,"General")'])).toEqual({
    sheets: ["総括表"],
    lists: [{ sheet: "総括表", block: { first: { row: 5, column: 3 }, last: { row: 21, column: 3 } } }],
    texts: [{ sheet: "総括表", block: { first: { row: 5, column: 0 }, last: { row: 5, column: 0 } }, format: "General" }],
  });
  // Deleted cells leave no trace, and the rest of the record still counts.
  expect(readRecord(["=ROWS(#REF!)", '=IF(ROWS(#REF!)>0,"0")', "=ROWS('x'!A2:A3)"])?.lists).toHaveLength(1);
  expect([readRecord([]), readRecord(["=ROWS(#REF!)", "terms"])]).toEqual([undefined, undefined]);
  expect(["順調,順調でない", "=INDIRECT(\"a\")", "=$A$1:$A$4", "=terms", "=OFFSET(x!$A$1,0,0)", "#REF!"].map(readSource)).toEqual(Array.from({ length: 6 }));
});
