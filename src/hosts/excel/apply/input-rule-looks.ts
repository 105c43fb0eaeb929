import { a1, maxRows, type Block, type CellPlace } from "../../../core/model/address.ts";
import type { StandingCell } from "../../../core/input-rules/step.ts";
import { readRecord, type InputRulesRecord } from "../../../core/input-rules/record.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import type { Watch } from "../../../core/model/ports.ts";
import { cellValue, rectangle } from "../read/cells.ts";
import { isSameValue } from "../../../core/model/grid.ts";
import { isFormula } from "./edit-cells.ts";
import type { Known } from "./set-marks.ts";
import type { LastReads } from "./last-reads.ts";
import { rangeOf, sheetsOf } from "../exchange/ranges.ts";
import type { RuleSearch, SheetBlock } from "./rule-search.ts";
import type { ExcelSession } from "../exchange/exchange.ts";
import { listFormulas, listSheets } from "../own-sheets/sheet-tags.ts";

/** What looking at a form needs. */
export interface Looking {
  readonly session: ExcelSession;
  readonly lastReads: LastReads;
  readonly watch: Watch | undefined;
  readonly looks: FormLooks;
  readonly search: RuleSearch;
}

/** The present state of a cell. */
interface StandingOn {
  readonly sheet: string;
  readonly at: CellPlace;
  readonly cell: StandingCell;
}

/** Rows in one request: codes are short. */
const rowsPerTrip = 4000;

/** Looks at the cells of a form before it is changed. */
export class FormLooks {
  constructor(
    private readonly session: ExcelSession,
    private readonly watch: Watch | undefined,
  ) {}

  /**
   * The cells of blocks, by the ids of their sheets. One round trip for some thousand rows.
   * @param knownOf a sheet's content as read; undefined where it was not read
   * @throws {Refusal} moved, naming the first cell that differs
   */
  async cells(blocks: readonly SheetBlock[], knownOf: (sheetId: string) => Known | undefined): Promise<(sheetId: string, at: CellPlace) => StandingCell> {
    const cells = new Map<string, StandingCell>();
    const key = (sheetId: string, { row, column }: CellPlace) => `${sheetId} ${row} ${column}`;
    for (const trip of trips(blocks)) {
      for (const { sheet, at, cell } of await this.#read(trip)) {
        const known = knownOf(sheet);
        if (known !== undefined && !isSameValue(cell.value, known(at))) throw new Refusal("moved", a1(at));
        cells.set(key(sheet, at), cell);
      }
    }
    return (sheetId, at) => cells.get(key(sheetId, at)) ?? { value: undefined, isFormula: false, format: "General" };
  }

  /** The record of a choices sheet. */
  async record(choices: string): Promise<InputRulesRecord | undefined> {
    return this.session.exchange(
      (context) => {
        const formulas = listFormulas(context.workbook.worksheets.getItem(choices));
        return () => readRecord(formulas());
      },
      { watch: this.watch },
    );
  }

  /** The columns of all sheets, from the first to the last used one. */
  async columns(): Promise<readonly SheetBlock[]> {
    const sheets = await this.session.exchange((context) => listSheets(context), { watch: this.watch });
    return this.session.exchange(
      (context) => {
        const asked = sheets.map(({ id }) => ({ id, used: context.workbook.worksheets.getItem(id).getUsedRangeOrNullObject().load("columnIndex,columnCount") }));
        return () =>
          asked.flatMap(({ id, used }) => {
            const count = used.isNullObject ? 0 : used.columnIndex + used.columnCount;
            return Array.from({ length: count }, (_, column) => ({ sheet: id, block: { first: { row: 0, column }, last: { row: maxRows - 1, column } } }));
          });
      },
      { watch: this.watch },
    );
  }

  #read(blocks: readonly SheetBlock[]): Promise<readonly StandingOn[]> {
    return this.session.exchange(
      (context) => {
        const sheetOf = sheetsOf(context);
        const asked = blocks.map(({ sheet, block }) => ({ sheet, block, range: rangeOf(sheetOf(sheet), block).load("values,valueTypes,formulas,numberFormat") }));
        return () => asked.flatMap(({ sheet, block, range }) => standingIn(block, range).map(([at, cell]) => ({ sheet, at, cell })));
      },
      { watch: this.watch },
    );
  }
}

function standingIn({ first, last }: Block, range: Excel.Range): readonly (readonly [CellPlace, StandingCell])[] {
  const [rows, columns] = [last.row - first.row + 1, last.column - first.column + 1];
  const [types, formulas, formats] = [range.valueTypes, range.formulas, range.numberFormat].map((given: unknown) => rectangle(given, rows, columns));
  return rectangle(range.values, rows, columns).flatMap((cells, down) =>
    cells.map((given, right): readonly [CellPlace, StandingCell] => {
      const value = cellValue(given, types?.[down]?.[right]);
      const format = formats?.[down]?.[right];
      const at = { row: first.row + down, column: first.column + right };
      return [at, { value, isFormula: isFormula({ formula: formulas?.[down]?.[right], value }), format: typeof format === "string" ? format : "General" }];
    }),
  );
}

/** Blocks in pieces of one request each. */
function trips(blocks: readonly SheetBlock[]): readonly (readonly SheetBlock[])[] {
  const all: SheetBlock[][] = [];
  let rows = rowsPerTrip;
  for (const { sheet, block } of blocks) {
    for (const part of tall(block)) {
      const own = part.last.row - part.first.row + 1;
      rows += own;
      if (rows > rowsPerTrip) rows = own;
      if (rows === own) all.push([]);
      all.at(-1)?.push({ sheet, block: part });
    }
  }
  return all;
}

function tall({ first, last }: Block): readonly Block[] {
  const count = Math.ceil((last.row - first.row + 1) / rowsPerTrip);
  return Array.from({ length: count }, (_, index) => ({
    first: { row: first.row + index * rowsPerTrip, column: first.column },
    last: { row: Math.min(last.row, first.row + (index + 1) * rowsPerTrip - 1), column: last.column },
  }));
}
