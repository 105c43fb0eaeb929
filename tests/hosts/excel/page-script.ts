import type { Applied, Change, WrittenCell } from "../../../src/core/changes.ts";
import type { CellPlace } from "../../../src/core/grid/address.ts";
import type { CellValue, SheetInfo } from "../../../src/core/grid/grid.ts";
import { Refusal } from "../../../src/core/refusal.ts";
import type { FoundOwnSheet } from "../../../src/core/sheet-plan.ts";
import type { Watch } from "../../../src/core/workbook.ts";
import { openExcelWorkbook } from "../../../src/hosts/excel/excel-workbook.ts";

/** A grid as data that may leave the page. */
export interface PlainGrid {
  readonly sheet: SheetInfo;
  readonly date1904: boolean;
  readonly hiddenRows: readonly number[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Of cells that hold a number. */
  readonly formats: readonly (readonly (string | undefined)[])[];
}

/** What a call ended with. */
export type Outcome<T> = { readonly value: T } | { readonly refusal: readonly [code: Refusal["code"], detail: string] } | { readonly error: string };

const listening: (() => void)[] = [];
const aborts = new Map<number, AbortController>();
const told = untold();
let workbook = openWorkbook();

function untold() {
  return {
    edits: new Array<string>(),
    selections: new Array<readonly [string, CellPlace]>(),
    waits: new Array<boolean>(),
    progress: new Array<number>(),
    /** The longest time in milliseconds for which the page answered to nothing. */
    longestTurn: 0,
  };
}

function openWorkbook() {
  return openExcelWorkbook({ onEditing: (waiting) => told.waits.push(waiting), editingPause: 40, editingLimit: 600, retryPause: 5 });
}

async function outcome<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await work() };
  } catch (error) {
    return error instanceof Refusal ? { refusal: [error.code, error.detail] } : { error: String(error) };
  }
}

function watchOf(signal: number | undefined): Watch {
  const onProgress = (done: number) => told.progress.push(done);
  if (signal === undefined) return { onProgress };
  const controller = aborts.get(signal) ?? new AbortController();
  aborts.set(signal, controller);
  return { onProgress, signal: controller.signal };
}

async function read(sheetId: string, signal?: number): Promise<PlainGrid> {
  const grid = await (await workbook).read(sheetId, watchOf(signal));
  const rows = Array.from({ length: grid.rowCount }, (_, row) => [...grid.row(row)]);
  const formats = rows.map((cells, row) => cells.map((value, column) => (typeof value === "number" ? grid.numberFormat(row, column) : undefined)));
  return { sheet: grid.sheet, date1904: grid.date1904, hiddenRows: [...grid.hiddenRows], rows, formats };
}

const calls = {
  told,
  opened: () =>
    outcome(async () => {
      await workbook;
    }),
  /** Begins anew, as a pane that was loaded again, without the time that takes. */
  renew: async () => {
    Object.assign(told, untold());
    aborts.clear();
    workbook = openWorkbook();
    await workbook;
  },
  sheets: () => outcome(async () => (await workbook).sheets()),
  read: (sheetId: string, signal?: number) => outcome(() => read(sheetId, signal)),
  /** Reads without handing the cells out, which takes longer than reading them. */
  count: (sheetId: string) => outcome(async () => (await (await workbook).read(sheetId)).rowCount),
  apply: (changes: readonly Change[], signal?: number): Promise<Outcome<Applied>> =>
    outcome(async () => (await workbook).apply(changes, watchOf(signal))),
  ownSheets: (): Promise<Outcome<readonly FoundOwnSheet[]>> => outcome(async () => (await workbook).ownSheets()),
  /** Applies a plan whose cells are remembered before they are written, or refused. */
  applyAfter: (changes: readonly Change[], what: "remember" | "refuse"): Promise<Outcome<Applied>> =>
    outcome(async () => {
      const book = await workbook;
      const beforeWriting = (cells: readonly WrittenCell[]) => {
        if (what === "refuse") throw new Refusal("read-only");
        return book.remember("told", JSON.stringify(cells.map(({ to }) => to)));
      };
      return book.apply(changes, { beforeWriting });
    }),
  select: (sheetId: string, place: CellPlace) => outcome(async () => (await workbook).select(sheetId, place)),
  recall: (name: string) => outcome(async () => (await workbook).recall(name)),
  remember: (name: string, text: string | undefined) => outcome(async () => (await workbook).remember(name, text)),
  /** Listens until `endListening`. */
  listen: async () => {
    const book = await workbook;
    const ends = [book.onEdit((sheetId) => told.edits.push(sheetId)), book.onSelect((sheetId, place) => told.selections.push([sheetId, place]))];
    listening.push(...ends);
  },
  endListening: () => {
    for (const end of listening.splice(0)) end();
  },
  abort: (signal: number) => {
    watchOf(signal);
    aborts.get(signal)?.abort();
  },
  /** Begins to watch for how long the page stands still. */
  watchTurns: () => {
    let last = performance.now();
    told.longestTurn = 0;
    setInterval(() => {
      const now = performance.now();
      told.longestTurn = Math.max(told.longestTurn, now - last);
      last = now;
    }, 1);
  },
};

declare global {
  var calls: PageCalls;
}

export type PageCalls = typeof calls;

globalThis.calls = calls;
