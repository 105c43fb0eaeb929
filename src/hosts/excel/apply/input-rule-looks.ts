import { a1, maxRows, type Block, type CellPlace } from "../../../core/model/address.ts";
import type { StandingCell } from "../../../core/input-rules/step.ts";
import { readRecord, type InputRulesRecord } from "../../../core/input-rules/record.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import type { Watch } from "../../../core/model/ports.ts";
import { cellValue, isSameValue, rectangle } from "../read/cells.ts";
import { isFormula } from "./edit-cells.ts";
import type { Known } from "./set-marks.ts";
import type { LastReads } from "./last-reads.ts";
import { rangeOf, type RuleSearch, type SheetBlock } from "./rule-search.ts";
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

/** Rows of a block in one request: codes are short. */
const rowsPerTrip = 4000;

/** Looks at the cells of a form before it is changed. */
export class FormLooks {
  constructor(
    private readonly session: ExcelSession,
    private readonly watch: Watch | undefined,
  ) {}

  /**
   * The cells of blocks.
   * @param known the sheet's content as read; undefined where it was not read
   * @throws {Refusal} moved, naming the first cell that differs
   */
  async cells(sheetId: string, blocks: readonly Block[], known: Known | undefined): Promise<(at: CellPlace) => StandingCell> {
    const cells = new Map<string, StandingCell>();
    for (const block of blocks.flatMap(tall)) {
      for (const [at, cell] of await this.#read(sheetId, block)) {
        if (known !== undefined && !isSameValue(cell.value, known(at))) throw new Refusal("moved", a1(at));
        cells.set(a1(at), cell);
      }
    }
    return (at) => cells.get(a1(at)) ?? { value: undefined, isFormula: false, format: "General" };
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

  async #read(sheetId: string, block: Block): Promise<readonly (readonly [CellPlace, StandingCell])[]> {
    const { first, last } = block;
    const [rows, columns] = [last.row - first.row + 1, last.column - first.column + 1];
    return this.session.exchange(
      (context) => {
        const range = rangeOf(context.workbook.worksheets.getItem(sheetId), block).load("values,valueTypes,formulas,numberFormat");
        return () => {
          const [types, formulas, formats] = [range.valueTypes, range.formulas, range.numberFormat].map((given: unknown) => rectangle(given, rows, columns));
          return rectangle(range.values, rows, columns).flatMap((cells, down) =>
            cells.map((given, right): readonly [CellPlace, StandingCell] => {
              const value = cellValue(given, types?.[down]?.[right]);
              const format = formats?.[down]?.[right];
              const at = { row: first.row + down, column: first.column + right };
              return [at, { value, isFormula: isFormula({ formula: formulas?.[down]?.[right], value }), format: typeof format === "string" ? format : "General" }];
            }),
          );
        };
      },
      { watch: this.watch },
    );
  }
}

function tall({ first, last }: Block): readonly Block[] {
  const count = Math.ceil((last.row - first.row + 1) / rowsPerTrip);
  return Array.from({ length: count }, (_, index) => ({
    first: { row: first.row + index * rowsPerTrip, column: first.column },
    last: { row: Math.min(last.row, first.row + (index + 1) * rowsPerTrip - 1), column: last.column },
  }));
}
