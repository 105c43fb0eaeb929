import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Applied, Change } from "../../src/core/model/changes.ts";
import type { FixGroup } from "../../src/core/fixes/fix-groups.ts";
import { readJournal } from "../../src/core/fixes/read-journal.ts";
import { a1, type CellPlace } from "../../src/core/model/address.ts";
import type { ApplyWatch, ChangeApplier, DocumentStore, SheetReader } from "../../src/core/model/ports.ts";
import type { CellValue, Grid } from "../../src/core/model/grid.ts";
import { Refusal } from "../../src/core/model/refusal.ts";
import { journalName } from "../../src/core/settings/kept-name.ts";
import { outcomeOn } from "../../src/pane/state/fix-state.ts";
import { Fixer } from "../../src/pane/state/fixer.ts";
import { english } from "../../src/pane/texts/words-en.ts";
import { japanese } from "../../src/pane/texts/words-ja.ts";
import { stays } from "../../src/pane/state/stay.ts";

type Cells = (readonly CellValue[])[];

/** Two sheets of one column each, in memory. Fixes are compared as in a real workbook. */
class TwoSheets implements SheetReader, ChangeApplier, DocumentStore {
  readonly cells = new Map<string, Cells>([["a", [["順調 "], ["順調 "]]], ["b", [["順調"], ["順調"]]]]);
  readonly texts = new Map<string, string>();
  /** The cells that were read, by request. */
  readonly asked: string[] = [];

  sheets() {
    return Promise.resolve([...this.cells.keys()].map((id) => ({ id, name: `シート${id}`, hidden: false })));
  }

  /** Not needed: the journal of fixes names the cells, so no grid is read for them. */
  read(): Promise<Grid> {
    return Promise.reject(new Error("a whole grid was read"));
  }

  readCells(id: string, places: readonly CellPlace[]) {
    this.asked.push([id, ...places.map(a1)].join(" "));
    return Promise.resolve(places.map(({ row }) => this.cells.get(id)?.[row]?.[0]));
  }

  async apply(changes: readonly Change[], watch: ApplyWatch = {}): Promise<Applied> {
    const edits = changes.flatMap((change) => (change.kind === "edit-cells" ? change.edits.map((edit) => ({ sheet: change.sheet, edit })) : []));
    for (const { sheet, edit } of edits) if (this.cells.get(sheet)?.[edit.at.row]?.[0] !== edit.from) throw new Error("moved");
    const written = edits.map(({ edit }) => ({ ...edit, formerFormat: "General" }));
    await watch.beforeWriting?.(written);
    for (const { sheet, edit } of edits) this.cells.get(sheet)?.splice(edit.at.row, 1, [edit.to]);
    return { written, clashes: [], made: [] };
  }

  ownSheets() {
    return Promise.resolve([]);
  }

  recall(name: string) {
    return Promise.resolve(this.texts.get(name));
  }

  remember(name: string, text = "") {
    this.texts.set(name, text);
    return Promise.resolve();
  }
}

const place = (row: number): CellPlace => ({ row, column: 0 });
const trimmed = (row: number): FixGroup => ({ findings: [], edits: [{ at: place(row), from: "順調 ", to: "順調" }], safety: "safe" });
const fixGroups = [trimmed(0), trimmed(1)];

async function fixed() {
  const book = new TwoSheets();
  const checked: string[] = [];
  const fixer = new Fixer(book, { sheetsWith: (sheet) => [sheet], checkAgain: (sheet) => Promise.resolve(checked.push(sheet)), tell: () => undefined });
  await fixer.fix({ id: "a", name: "シートa" }, fixGroups);
  return { book, fixer, checked };
}

describe("the journal of earlier sessions", () => {
  const opened = (book: DocumentStore & SheetReader & ChangeApplier) => new Fixer(book, { sheetsWith: (sheet) => [sheet], checkAgain: () => Promise.resolve(), tell: () => undefined });
  const kept = (book: TwoSheets) => readJournal(book.texts.get(journalName)).map(({ cells }) => cells.map(({ at }) => a1(at)));

  it("stands where a fix is written before it was read", async () => {
    const book = new TwoSheets();
    await opened(book).fix({ id: "a", name: "シートa" }, [trimmed(0)]);
    const fixer = opened(book);
    await fixer.fix({ id: "a", name: "シートa" }, [trimmed(1)]);
    expect([kept(book), fixer.get().journal.length]).toEqual([[["A1"], ["A2"]], 2]);
  });

  it("stands where it cannot be read: nothing is fixed then, and a later fix reads it", async () => {
    const book = new TwoSheets();
    await opened(book).fix({ id: "a", name: "シートa" }, [trimmed(0)]);
    const reading = vi.spyOn(book, "sheets").mockRejectedValue(new Refusal("editing"));
    const fixer = opened(book);
    await expect(fixer.recall()).rejects.toThrow("editing");
    await fixer.fix({ id: "a", name: "シートa" }, [trimmed(1)]);
    expect([fixer.get().outcome, kept(book), book.cells.get("a")]).toMatchObject([{ kind: "refused", code: "editing" }, [["A1"]], [["順調"], ["順調 "]]]);
    reading.mockRestore();
    await fixer.fix({ id: "a", name: "シートa" }, [trimmed(1)]);
    expect([fixer.get().outcome?.kind, kept(book)]).toEqual(["fixed", [["A1"], ["A2"]]]);
  });
});

describe("a fix belongs to its sheet", () => {
  it("its outcome is said with that sheet alone, and its sheet is checked again", async () => {
    const { book, fixer, checked } = await fixed();
    expect(["a", "b"].map((sheet) => outcomeOn(fixer.get(), sheet)?.kind)).toEqual(["fixed", undefined]);
    expect([fixer.get().outcome, checked, book.cells.get("a")]).toMatchObject([{ sheet: "a", kind: "fixed" }, ["a"], [["順調"], ["順調"]]]);
    expect(fixer.get().journal.map(({ sheet, name }) => [sheet, name])).toEqual([["a", "シートa"], ["a", "シートa"]]);
  });

  it("while it is written, its number is told, and that of the entries taken back", async () => {
    const { fixer } = await fixed();
    const told: number[] = [];
    fixer.subscribe(() => void (fixer.get().busy && told.push(fixer.get().all)));
    await fixer.undoFixes("a", fixer.get().journal.slice(0, 1));
    await fixer.fix({ id: "a", name: "シートa" }, [trimmed(0)]);
    expect([new Set(told), japanese.numberOf(2250, 5000), english.numberOf(2250, 5000)]).toEqual([new Set([1]), "2,250／5,000件", "2,250 of 5,000"]);
    await fixer.undoFixes("a", fixer.get().journal);
    expect(told.at(-1)).toBe(2);
  });

  it("taking it back writes there alone, whatever holds the same cells elsewhere", async () => {
    const { book, fixer } = await fixed();
    const { journal } = fixer.get();
    // Presses the button of the notice after another sheet became active.
    await fixer.undoFixes("b", journal);
    expect([book.cells.get("b"), book.cells.get("a"), fixer.get().outcome]).toMatchObject([[["順調"], ["順調"]], [["順調"], ["順調"]], { sheet: "b", kind: "undone", count: 0 }]);
    await fixer.undoFixes("a", journal);
    expect([book.cells.get("b"), book.cells.get("a"), fixer.get().outcome]).toMatchObject([[["順調"], ["順調"]], [["順調 "], ["順調 "]], { sheet: "a", kind: "undone", count: 2 }]);
  });

  it("taking it back and finishing it read the cells of its entries alone, each once", async () => {
    const { book, fixer } = await fixed();
    const [first, ...more] = fixer.get().journal;
    if (!first) throw new Error("nothing was fixed");
    await fixer.undoFixes("a", [first]);
    await fixer.finish("a", [...more, ...more]);
    expect([book.asked, fixer.get().outcome?.kind]).toEqual([["a A1", "a A2"], "fixed"]);
  });

  it("so does finishing what was broken off, which a document can claim of any cell", async () => {
    const { book, fixer } = await fixed();
    const claimed = fixer.get().journal.map((entry) => ({ ...entry, done: false, cells: entry.cells.map((cell) => ({ ...cell, from: "順調", to: "未達成" })) }));
    await fixer.finish("b", claimed);
    expect([book.cells.get("a"), book.cells.get("b")]).toEqual([[["順調"], ["順調"]], [["順調"], ["順調"]]]);
  });
});

describe("what came of a fix is told for a few seconds", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const told = ({ fixer }: Awaited<ReturnType<typeof fixed>>) => fixer.get().outcome?.kind;
  /** What is told one tick before the time is over, and with it. */
  const toldAround = async (opened: Awaited<ReturnType<typeof fixed>>) => {
    await vi.advanceTimersByTimeAsync(stays - 1);
    const before = told(opened);
    await vi.advanceTimersByTimeAsync(1);
    return [before, told(opened)];
  };

  it("and the way back stays in the history", async () => {
    const opened = await fixed();
    expect([await toldAround(opened), opened.fixer.get().journal.length]).toEqual([["fixed", undefined], 2]);
    await opened.fixer.undoFixes("a", opened.fixer.get().journal);
    expect([await toldAround(opened), opened.book.cells.get("a")]).toEqual([["undone", undefined], [["順調 "], ["順調 "]]]);
  });

  it("not while the user is at it, and anew once they have left", async () => {
    const opened = await fixed();
    await vi.advanceTimersByTimeAsync(stays - 1);
    opened.fixer.hold(true);
    expect(await toldAround(opened)).toEqual(["fixed", "fixed"]);
    opened.fixer.hold(false);
    expect(await toldAround(opened)).toEqual(["fixed", undefined]);
  });

  it("anew with each act; what somebody has to do something about stays", async () => {
    const opened = await fixed();
    const { fixer, book } = opened;
    const [first, ...more] = fixer.get().journal;
    if (!first) throw new Error("nothing was fixed");
    await vi.advanceTimersByTimeAsync(stays - 1);
    await fixer.undoFixes("a", [first]);
    expect(await toldAround(opened)).toEqual(["undone", undefined]);
    book.cells.set("a", [["順調"], ["別の語"]]);
    await fixer.undoFixes("a", more);
    expect(await toldAround(opened)).toEqual(["undone", "undone"]);
    expect(fixer.get().outcome).toMatchObject({ count: 0, changed: 1 });
    await fixer.fix({ id: "a", name: "シートa" }, [trimmed(0)]);
    expect([await toldAround(opened), vi.getTimerCount()]).toEqual([["refused", "refused"], 0]);
  });
});
