import type { SetMarks } from "../../../core/model/changes.ts";
import { a1, type Block, type CellPlace } from "../../../core/model/address.ts";
import type { CellValue } from "../../../core/model/grid.ts";
import { markLevelOf, markColors, markFormula } from "../../../core/model/mark-look.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import type { Watch } from "../../../core/model/ports.ts";
import { cellValue, isSameValue, rectangle } from "../read/cells.ts";
import { isSameMarks, markRules, type MarkRule } from "./mark-rules.ts";
import type { ExcelSession } from "../exchange/exchange.ts";

/** A conditional format of ours on the sheet. */
interface FoundRule extends MarkRule {
  readonly id: string;
  readonly hasColors: boolean;
}

type OurRule = Pick<FoundRule, "id" | "level">;

/** A cell's content when the sheet was read. */
export type Known = (at: CellPlace) => CellValue;

/** The changes that set the marks of one sheet. */
export interface MarkPlan {
  readonly sheet: string;
  /** Ids of rules. */
  readonly remove: readonly string[];
  readonly add: readonly MarkRule[];
}

/** Marked blocks whose cells are compared with what was read; each is a range in the request. */
const comparedBlocks = 1000;

/** Finds the changes that set the marks of one sheet. */
export class MarkPlanner {
  constructor(
    private readonly session: ExcelSession,
    private readonly watch: Watch | undefined,
  ) {}

  /**
   * Compares the marks on the sheet with those wanted. Only the sign in their formula identifies ours: ids change when the
   * workbook is reopened or the sheet copied. Other kinds of rules are never looked at (OfficeDev/office-js#6827).
   * @param known undefined where the sheet was not read, or its cells were already compared
   * @returns undefined where the marks are right
   * @throws {Refusal} moved, where marked cells differ from what was read: other rows would get the colour
   */
  async plan({ sheet, blocks }: SetMarks, known: Known | undefined): Promise<MarkPlan | undefined> {
    const all = [...blocks.required, ...blocks.attention].slice(0, comparedBlocks);
    const custom = await this.#customRules(sheet, known === undefined ? [] : all, known);
    const found = await this.#areas(sheet, await this.#ours(sheet, custom));
    const add = markRules(blocks);
    if (isSameMarks(add, found) && found.every(({ hasColors }) => hasColors)) return undefined;
    return { sheet, remove: found.map(({ id }) => id), add };
  }

  /** The ids of all rules with a formula; the same trip compares the marked cells. */
  async #customRules(sheetId: string, blocks: readonly Block[], known: Known | undefined): Promise<readonly string[]> {
    return this.#exchange((context) => {
      const rules = rulesOf(context, sheetId).load("items/id,items/type");
      const ranges = blocks.map((block) => [block, rangeOf(context, sheetId, block).load("values,valueTypes")] as const);
      return () => {
        if (known !== undefined) for (const [block, range] of ranges) refuseMoved(block, range.values, range.valueTypes, known);
        return rules.items.filter(({ type }) => type === "Custom").map(({ id }) => id);
      };
    });
  }

  async #ours(sheetId: string, custom: readonly string[]): Promise<readonly OurRule[]> {
    if (custom.length === 0) return [];
    return this.#exchange((context) => {
      const rules = custom.map((id) => ({ id, rule: rulesOf(context, sheetId).getItem(id).custom.rule.load("formula") }));
      return () =>
        rules.flatMap(({ id, rule }) => {
          const level = markLevelOf(rule.formula);
          return level === undefined ? [] : [{ id, level }];
        });
    });
  }

  async #areas(sheetId: string, ours: readonly OurRule[]): Promise<readonly FoundRule[]> {
    if (ours.length === 0) return [];
    return this.#exchange((context) => {
      const asked = ours.map((rule) => {
        const format = rulesOf(context, sheetId).getItem(rule.id);
        const { fill, font } = format.custom.format;
        return { rule, areas: format.getRanges().load("address"), fill: fill.load("color"), font: font.load("color") };
      });
      return () =>
        asked.map(({ rule, areas, fill, font }) => {
          const colors = markColors[rule.level];
          const hasColors = fill.color.toUpperCase() === colors.fill && font.color.toUpperCase() === colors.font;
          return { ...rule, address: areas.address, hasColors };
        });
    });
  }

  #exchange<T>(queue: (context: Excel.RequestContext) => () => T): Promise<T> {
    return this.session.exchange(queue, { watch: this.watch });
  }
}

/** Queues the change. A new rule goes on top, so the most important one comes last. */
export function queueMarks(context: Excel.RequestContext, { sheet: id, remove, add }: MarkPlan): void {
  for (const rule of remove) rulesOf(context, id).getItem(rule).delete();
  for (const { level, address } of [...add].reverse()) {
    const rule = context.workbook.worksheets.getItem(id).getRanges(address).conditionalFormats.add("Custom");
    rule.custom.rule.formula = markFormula(level);
    rule.custom.format.fill.color = markColors[level].fill;
    rule.custom.format.font.color = markColors[level].font;
    rule.stopIfTrue = false;
  }
}

/** The conditional formats of a sheet. */
function rulesOf(context: Excel.RequestContext, sheetId: string): Excel.ConditionalFormatCollection {
  return context.workbook.worksheets.getItem(sheetId).getRange().conditionalFormats;
}

function rangeOf(context: Excel.RequestContext, sheetId: string, { first, last }: Block): Excel.Range {
  const sheet = context.workbook.worksheets.getItem(sheetId);
  return sheet.getRangeByIndexes(first.row, first.column, last.row - first.row + 1, last.column - first.column + 1);
}

function refuseMoved({ first, last }: Block, values: unknown, types: unknown, known: Known): void {
  const rows = last.row - first.row + 1;
  const columns = last.column - first.column + 1;
  const ofTypes = rectangle(types, rows, columns);
  for (const [down, cells] of rectangle(values, rows, columns).entries()) {
    for (const [right, cell] of cells.entries()) {
      const at = { row: first.row + down, column: first.column + right };
      if (!isSameValue(cellValue(cell, ofTypes[down]?.[right]), known(at))) throw new Refusal("moved", a1(at));
    }
  }
}
