import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WrittenCell } from "../../../src/core/model/changes.ts";
import { finish, plannedEntries, rekeyed, undoFixes, withEntries, withoutEntries, writeJournal, type Journal } from "../../../src/core/fixes/journal.ts";
import { readJournal } from "../../../src/core/fixes/read-journal.ts";
import type { CellValue } from "../../../src/core/model/grid.ts";

const sheet = { id: "s1", name: "評価表", hidden: false };
const cell = (row: number, from: CellValue, to: string, formerFormat = "General"): WrittenCell => ({ at: { row, column: 0 }, from, to, formerFormat });

/** A column of cells in which fixes are written and undone. */
class Column {
  journal: Journal = [];
  constructor(readonly cells: CellValue[]) {}

  readonly read = (row: number): CellValue => this.cells[row];

  write(edits: readonly Pick<WrittenCell, "at" | "from" | "to">[]): void {
    for (const { at, from, to } of edits) {
      expect(this.cells[at.row]).toEqual(from);
      this.cells[at.row] = to === "" ? undefined : to;
    }
  }

  fix(...fixGroups: (readonly WrittenCell[])[]): void {
    const planned = fixGroups.map((cells) => ({ rules: ["status-spelling"], cells: cells.length }));
    this.journal = withEntries(this.journal, plannedEntries(this.journal, sheet, planned, fixGroups.flat()));
    this.write(fixGroups.flat());
  }

  undoFixes(...indexes: readonly number[]) {
    const result = undoFixes(indexes.length === 0 ? this.journal : this.journal.filter((_, index) => indexes.includes(index)), this.read);
    this.write(result.edits);
    this.journal = withoutEntries(this.journal, result.done);
    return [result.done.length, result.changed.length];
  }
}

describe("the journal of fixes", () => {
  it("takes a single fix back, and the others later", () => {
    const column = new Column(["順調 ", 46_024, "x"]);
    column.fix([cell(0, "順調 ", "順調")], [cell(1, 46_024, "1-2", "m/d")]);
    expect([column.undoFixes(1), column.cells]).toEqual([[1, 0], ["順調", 46_024, "x"]]);
    expect([column.undoFixes(), column.cells]).toEqual([[1, 0], ["順調 ", 46_024, "x"]]);
  });

  it("brings back the number format that the cell had", () => {
    const [entry] = plannedEntries([], sheet, [{ rules: [], cells: 1 }], [cell(0, 46_024, "1-2", "m/d")]);
    expect(undoFixes(entry ? [entry] : [], () => "1-2").edits).toEqual([{ at: { row: 0, column: 0 }, from: "1-2", to: 46_024, numberFormat: "m/d" }]);
  });

  it("takes fixes of one cell back from the last to the first", () => {
    const column = new Column(["a"]);
    column.fix([cell(0, "a", "b")]);
    column.fix([cell(0, "b", "c")]);
    expect(column.undoFixes(0)).toEqual([0, 1]);
    expect([column.undoFixes(), column.cells]).toEqual([[2, 0], ["a"]]);
  });

  it("leaves alone what was changed since, as a whole", () => {
    const column = new Column(["3 水辺", undefined, "順調 "]);
    column.fix([cell(0, "3 水辺", ""), cell(1, undefined, "3 水辺")], [cell(2, "順調 ", "順調")]);
    column.cells[1] = "4 水辺";
    expect([column.undoFixes(), column.cells]).toEqual([[1, 1], [undefined, "4 水辺", "順調 "]]);
  });

  it("finishes, or takes back, what was broken off in the middle", () => {
    const begun = () => {
      const column = new Column(["a ", "b ", "c "]);
      column.fix([cell(0, "a ", "a"), cell(1, "b ", "b")], [cell(2, "c ", "c")]);
      column.cells.splice(1, 2, "b ", "c ");
      return column;
    };
    const finished = begun();
    finished.write(finish(finished.journal, finished.read).edits);
    expect(finished.cells).toEqual(["a", "b", "c"]);
    const undone = begun();
    expect([undone.undoFixes(), undone.cells]).toEqual([[2, 0], ["a ", "b ", "c "]]);
  });

  it("taken back in any order, fixes of different cells leave everything as it was", () => {
    const orders = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 });
    fc.assert(
      fc.property(orders, (order) => {
        const column = new Column(["a ", "b ", "c ", "d ", "e "]);
        column.fix(...["a", "b", "c", "d", "e"].map((letter, row) => [cell(row, `${letter} `, letter)]));
        const ids = column.journal.map(({ id }) => id);
        for (const index of order) {
          const result = undoFixes(column.journal.filter(({ id }) => id === ids[index]), column.read);
          column.write(result.edits);
          column.journal = withoutEntries(column.journal, result.done);
        }
        expect([column.cells, column.journal]).toEqual([["a ", "b ", "c ", "d ", "e "], []]);
      }),
    );
  });

  it("is read again as it was written; an empty one is not kept", () => {
    const column = new Column(["a ", true]);
    column.fix([cell(0, "a ", "a"), { ...cell(1, true, "TRUE"), numberFormat: "@" }]);
    expect(readJournal(writeJournal(column.journal))).toEqual(column.journal);
    const many = [...column.journal].flatMap((entry) => Array.from({ length: 500 }, (_, index) => ({ ...entry, id: index })));
    expect([readJournal(JSON.stringify({ version: 1, entries: many })), readJournal(writeJournal(many))]).toEqual([many, many]);
    expect(writeJournal(many)?.length).toBeLessThan(JSON.stringify(many).length / 3);
    expect(writeJournal([])).toBe(undefined);
  });

  it.each([undefined, "", "{", "null", "[]", '{"version":2,"entries":[]}', '{"version":1,"entries":[{"id":-1}]}', '{"version":1,"entries":[{"__proto__":{}}]}'])(
    "is empty where the document's text is %j",
    (text) => {
      expect(readJournal(text)).toEqual([]);
    },
  );

  it("knows a sheet by its name where its id is gone", () => {
    const column = new Column(["a "]);
    column.fix([cell(0, "a ", "a")]);
    const ids = (sheets: Parameters<typeof rekeyed>[1]) => rekeyed(column.journal, sheets).map((entry) => entry.sheet);
    expect([ids([{ ...sheet, id: "s7" }]), ids([{ ...sheet, name: "別名" }]), ids([])]).toEqual([["s7"], ["s1"], ["s1"]]);
  });
});
