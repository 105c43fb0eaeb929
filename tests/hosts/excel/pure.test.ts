import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { a1, type Block } from "../../../src/core/model/address.ts";
import { Refusal, refusalCodes } from "../../../src/core/model/refusal.ts";
import { BlockPlan, pieces } from "../../../src/hosts/excel/read/blocks.ts";
import { cellValue, holds, rectangle } from "../../../src/hosts/excel/read/cells.ts";
import { needsTextFormat } from "../../../src/core/model/cell-text.ts";
import { isSameValue } from "../../../src/core/model/grid.ts";
import { classOf, ExcelFailure, failureOf, refusing } from "../../../src/hosts/excel/exchange/errors.ts";
import { markGroups, markLevelOf, markFormula } from "../../../src/core/model/mark-look.ts";
import { compareRules, markRules, type MarkRule } from "../../../src/hosts/excel/apply/mark-rules.ts";
import { areasOf, blockAt, ToldPlaces } from "../../../src/hosts/excel/read/place.ts";
import { refusalOf } from "./open-excel.ts";

describe("the table of errors", () => {
  it.each([
    ["InvalidOperationInCellEditMode", "wait", "editing"],
    ["InvalidOperation", "busy", "busy: InvalidOperation"],
    ["ResponsePayloadSizeLimitExceeded", "split", "too-large: ResponsePayloadSizeLimitExceeded"],
    ["connectionFailure", "retry", "interrupted: connectionFailure"],
    ["GeneralException", "unknown", "interrupted: GeneralException"],
    ["NeverHeardOf", "unknown", "interrupted: NeverHeardOf"],
    ["InactiveWorkbook", "user", "not-in-front"],
    ["ItemNotFound", "gone", "sheet-gone"],
    ["ItemAlreadyExists", "exists", "interrupted: ItemAlreadyExists"],
    ["AccessDenied", "protected", "protected"],
    ["MergedRangeConflict", "conflict", "interrupted: MergedRangeConflict"],
    ["ApiNotFound", "bug", "unsupported: ApiNotFound"],
    ["UndoNotSupported", "option", "unsupported: UndoNotSupported"],
  ])("%s is %s and is told as %s", async (code, name, refusal) => {
    expect(classOf(code)).toBe(name);
    expect(await refusalOf(refusing(() => Promise.reject(Object.assign(new Error("次の操作を行えません"), { code }))))).toBe(refusal);
  });

  it("names where it arose, and leaves what is no error of Excel alone", () => {
    expect(failureOf({ code: "GeneralException", debugInfo: { errorLocation: "Range.values" } })?.message).toBe("GeneralException (Range.values)");
    expect([new Error("x"), { code: 5 }, new Refusal("moved", "A1"), null].map(failureOf)).toEqual([undefined, undefined, undefined, undefined]);
    expect(refusalCodes).toContain(new ExcelFailure("Conflict").refusal().code);
  });
});

describe("cells", () => {
  it("D8 only the type tells an error from its text", () => {
    expect([cellValue("#REF!", "Error"), cellValue("#REF!", "String"), cellValue("", "Empty"), cellValue("", "String"), cellValue(0, "Integer"), cellValue(false, "Boolean"), cellValue("公園", "RichValue")]).toEqual([{ error: "#REF!" }, "#REF!", undefined, undefined, 0, false, "公園"]);
  });

  it.each([["#VALUE!", "RichValue"], [{}, "RichValue"], [{ basicValue: 1 }, "Unknown"], [{}, undefined]] as const)("a rich value without a text of its own, %j (%s), is an error and no empty cell", (value, type) => {
    expect(cellValue(value, type)).toEqual({ error: "#VALUE!" });
  });

  it.each([[undefined, "", true], [undefined, 0, false], ["1", 1, false], [{ error: "#N/A" }, { error: "#N/A" }, true], [{ error: "#N/A" }, "#N/A", false], [true, true, true]] as const)("%j and %j are the same: %s", (one, other, same) => {
    expect([isSameValue(one, other), isSameValue(other, one)]).toEqual([same, same]);
  });

  it("a number or a truth value that Excel made of a text is what was written", () => {
    expect([holds(12, "12"), holds(true, "true"), holds("12", 12), holds(46_023, "1-1"), holds(undefined, ""), holds("", "x")]).toEqual([true, true, true, false, true, false]);
  });

  it("texts that need the text format", () => {
    expect(["=", "＝1", "'a", "-", "\r"].every(needsTextFormat)).toBe(true);
    expect(["順調", "1-1", "p.3", " =1", ""].some(needsTextFormat)).toBe(false);
  });

  it.each([null, undefined, [], [["a"]], [["a", "b", "c"]], [["a", "b"], null]])("H6 %j is no answer for one row of two cells", (given) => {
    expect(() => rectangle(given, 1, 2)).toThrow("ResponsePayloadSizeLimitExceeded");
  });
});

describe("H6 blocks", () => {
  it("every row is read once, in order, whatever the bytes and however many blocks are too large", () => {
    const sizes = fc.array(fc.record({ bytes: fc.integer({ min: 1, max: 4_000_000 }), tooLarge: fc.boolean() }), { minLength: 1 });
    fc.assert(
      fc.property(fc.nat(50), fc.integer({ min: 1, max: 30_000 }), fc.integer({ min: 1, max: 200 }), sizes, (first, rows, columns, answers) => {
        const plan = new BlockPlan(first, rows, columns);
        let next = first;
        let asked = 0;
        for (let block = plan.next(); block !== undefined; block = plan.next()) {
          const answer = answers[asked++ % answers.length];
          // An `expect` for each of some hundred thousand blocks would take a minute.
          if (block.row !== next || block.rows <= 0) throw new Error(`${block.rows} rows from ${block.row} where ${next} was due`);
          if (answer?.tooLarge === true && asked < 50 && plan.halve(block)) continue;
          plan.done(block, Math.min(answer?.bytes ?? 0, block.rows * 5000));
          next += block.rows;
        }
        expect(next).toBe(first + rows);
      }),
      { numRuns: 100 },
    );
  });

  it("pieces cover their blocks, become smaller, and stay few", () => {
    const blocks = fc.array(fc.integer({ min: 1, max: 40_000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(blocks, (sizes) => {
        const all = sizes.map((rows, index) => ({ row: index * 50_000, rows }));
        const cut = pieces(all, 500);
        expect(cut.reduce((sum, { rows }) => sum + rows, 0)).toBe(sizes.reduce((sum, rows) => sum + rows, 0));
        expect(cut.length).toBeLessThanOrEqual(500 + 2 * sizes.length);
        for (const { row, rows } of all) if (rows > 1) expect(cut.find((piece) => piece.row === row)?.rows).toBeLessThan(rows);
      }),
    );
  });
});

describe("marks", () => {
  const block = (row: number, last: number, column = 0, right = column): Block => ({ first: { row, column }, last: { row: last, column: right } });

  it("W7 only formulas with our sign are ours", () => {
    expect([markFormula("required"), '= "tenken:attention" <> ""', '"tenken:required"<>""'].map(markLevelOf)).toEqual(["required", "attention", "required"]);
    // A later version's sign, and formulas of people that name ours.
    const others = ['="tenken:later"<>""', '=$A1="tenken"', '=$A1="tenken:required"', '=AND("tenken:required"<>"",$A1>1)', "=TRUE", ""];
    expect(others.map(markLevelOf)).toEqual(others.map(() => undefined));
  });

  it("blocks side by side and below each other become one", () => {
    const blocks = { required: [block(3, 3, 6, 7), block(4, 5, 6, 7), block(3, 5, 4, 5), block(9, 9)], attention: [] };
    expect(markRules(markGroups({ blocks }, () => undefined))).toEqual([{ level: "required", numberFormat: undefined, address: "E4:H6,A10" }]);
  });

  it("a cell with a word stands in a rule of its own, and in no other", () => {
    const blocks = { required: [block(3, 5, 1, 3), block(8, 8, 0, 1)], attention: [] };
    const cells = [{ row: 4, column: 2 }, { row: 8, column: 0 }, { row: 3, column: 1 }];
    const words = { required: { word: "要見直し", cells }, attention: { word: "要注意", cells: [] } };
    const rules = markRules(markGroups({ blocks, words }, (_, word, { column }) => (column === 1 ? undefined : word)));
    expect(rules).toEqual([
      { level: "required", numberFormat: "要見直し", address: "C5,A9" },
      { level: "required", numberFormat: undefined, address: "B4:D4,B5,D5,B6:D6,B9" },
    ]);
  });

  it("addresses stay below 8,000 characters and hold every cell", () => {
    const blocks = fc.array(fc.tuple(fc.nat(1_000_000), fc.nat(3), fc.nat(100), fc.nat(5)).map(([row, high, column, wide]) => block(row, row + high, column, column + wide)), { maxLength: 1500 });
    fc.assert(
      fc.property(blocks, (attention) => {
        const rules = markRules(markGroups({ blocks: { required: [], attention } }, () => undefined));
        for (const { address } of rules) expect(address.length).toBeLessThanOrEqual(8000);
        const marked = rules.flatMap(({ address }) => address.split(",").map((area) => blockAt(area)));
        const holdsAll = attention.every(({ first, last }) => {
          const overlapping = marked.filter((one) => one && one.first.row <= last.row && one.last.row >= first.row);
          return [first, last].every((at) => overlapping.some((one) => one && one.first.row <= at.row && one.last.row >= at.row && one.first.column <= at.column && one.last.column >= at.column));
        });
        expect(holdsAll).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it("are the same in any order, with or without the sheet's name", () => {
    const wanted = [{ level: "required", numberFormat: '"⚑要見直し "@', address: "A1:B2,C4" }] as const;
    const [right] = wanted;
    const added = (found: Partial<MarkRule>) => compareRules(wanted, [{ ...right, ...found }]).add.length;
    for (const address of ["'2025, 評価'!C4,'2025, 評価'!$A$1:$B$2", "評価!R4C3,評価!R1C1:R2C2", "'2025; 評価'!C4;'2025; 評価'!A1:B2"]) expect(added({ address })).toBe(0);
    expect(added({ numberFormat: "⚑要見直し\\ @" })).toBe(0);
    expect([added({ level: "attention" }), added({ numberFormat: undefined }), added({ address: "" }), compareRules(wanted, []).add.length]).toEqual([1, 1, 1, 1]);
    expect(compareRules(wanted, [{ ...right, address: "A1" }, right, right])).toEqual({ remove: [{ ...right, address: "A1" }, right], add: [] });
  });
});

describe("W10 H14 addresses as Excel tells them", () => {
  it.each([
    ["D4", { row: 3, column: 3 }],
    ["'評価, 2025''年'!$B$2:C5", { row: 1, column: 1 }],
    ["A1:B2,D4", { row: 0, column: 0 }],
    ["4:5", { row: 3, column: 0 }],
    ["$C:$D", { row: 0, column: 2 }],
    ["XFD1048576", { row: 1_048_575, column: 16_383 }],
    ["?", undefined],
  ])("%s begins at %j", (address, place) => {
    expect(new ToldPlaces().first(address)).toEqual(place);
  });

  it("whole rows and columns where these are numbered are known from the other addresses, and are cells where these have letters", () => {
    const told = new ToldPlaces();
    const places = ["評価!R4", "C3", "R9C9", "R4", "R4:R5", "C3:C4", "R2C2:R3C3", "D4", "R4", "C3"].map((address) => told.first(address));
    expect(places.map((place) => place && a1(place))).toEqual(["R4", "C3", "I9", "A4", "A4", "C1", "B2", "D4", "R4", "C3"]);
  });

  it("whole rows are no block", () => {
    expect([blockAt("4:5"), blockAt("B2:C3"), areasOf("評価!A1,'a!,b'!B2:C3")]).toEqual([undefined, { first: { row: 1, column: 1 }, last: { row: 2, column: 2 } }, ["A1", "B2:C3"]]);
  });
});
