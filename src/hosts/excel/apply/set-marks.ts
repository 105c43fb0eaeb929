import type { SetMarks } from "../../../core/model/changes.ts";
import { a1, type Block, type CellPlace } from "../../../core/model/address.ts";
import { isSameValue, type CellValue } from "../../../core/model/grid.ts";
import type { MarkLevel } from "../../../core/model/finding.ts";
import { markGroups, markLevelOf, markColors, markFormula } from "../../../core/model/mark-look.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import type { Watch } from "../../../core/model/ports.ts";
import { cellValue, rectangle } from "../read/cells.ts";
import { failureOf } from "../exchange/errors.ts";
import { compareRules, isSameMarking, markRules, type MarkRule } from "./mark-rules.ts";
import { MarkedCodes } from "./marked-codes.ts";
import { asTaken } from "../exchange/several-areas.ts";
import type { ExcelSession } from "../exchange/exchange.ts";
import { rangeOf } from "../exchange/ranges.ts";

/** A conditional format of ours on the sheet. */
interface FoundRule extends MarkRule {
  readonly id: string;
}

/** A rule of the sheet, by the id that Excel gave it. */
interface OurRule {
  readonly id: string;
  readonly level: MarkLevel;
}

/** A cell's content when the sheet was read. */
export type Known = (at: CellPlace) => CellValue;

/** The changes that set the marks of one sheet. */
export interface MarkPlan {
  readonly sheet: string;
  /** Ids of rules. */
  readonly remove: readonly string[];
  readonly add: readonly MarkRule[];
  /** True where the same cells get other words. */
  readonly isOnlyWords: boolean;
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
   * Compares the marks on the sheet with those wanted, rule by rule. Only the sign in their formula identifies ours: ids change when the
   * workbook is reopened or the sheet copied. Other kinds of rules are never looked at (OfficeDev/office-js#6827), and a rule that cannot
   * be read is passed over.
   * @param known undefined where the sheet was not read, or its cells were already compared
   * @returns undefined where the marks are right
   * @throws {Refusal} moved, where marked cells differ from what was read: other rows would get the colour
   */
  async plan(change: SetMarks, known: Known | undefined): Promise<MarkPlan | undefined> {
    const { sheet, blocks } = change;
    const all = [...blocks.required, ...blocks.attention].slice(0, comparedBlocks);
    const custom = await this.#customRules(sheet, known === undefined ? [] : all, known);
    const found = await this.#looks(sheet, await this.#ours(sheet, custom));
    const formatOf = await new MarkedCodes(this.session, this.watch).formats(change);
    const { remove, add } = compareRules(markRules(markGroups(change, formatOf)), found);
    if (remove.length + add.length === 0) return undefined;
    return { sheet, remove: remove.map(({ id }) => id), add: await asTaken(add, this.session, sheet, this.watch), isOnlyWords: isSameMarking(remove, add) };
  }

  /** The ids of all rules with a formula; the same trip compares the marked cells. */
  async #customRules(sheetId: string, blocks: readonly Block[], known: Known | undefined): Promise<readonly string[]> {
    const compared = (context: Excel.RequestContext) => {
      const sheet = context.workbook.worksheets.getItem(sheetId);
      const ranges = blocks.map((block) => [block, rangeOf(sheet, block).load("values,valueTypes")] as const);
      return () => {
        if (known !== undefined) for (const [block, range] of ranges) refuseMoved(block, range.values, range.valueTypes, known);
      };
    };
    try {
      return await this.#exchange((context) => {
        const rules = rulesOf(context, sheetId).load("items/id,items/type");
        const compare = compared(context);
        return () => {
          compare();
          return rules.items.filter(isCustom).map(({ id }) => id);
        };
      });
    } catch (error) {
      if (!isUnreadable(error)) throw error;
    }
    const count = await this.#exchange((context) => {
      const rules = rulesOf(context, sheetId).getCount();
      const compare = compared(context);
      return () => {
        compare();
        return rules.value;
      };
    });
    return this.#each([...Array(count).keys()], (context, place) => {
      const rule = rulesOf(context, sheetId).getItemAt(place).load("id,type");
      return () => (isCustom(rule) ? [rule.id] : []);
    });
  }

  #ours(sheetId: string, custom: readonly string[]): Promise<readonly OurRule[]> {
    return this.#each(custom, (context, id) => {
      const rule = rulesOf(context, sheetId).getItem(id).custom.rule.load("formula");
      return () => {
        const level = markLevelOf(rule.formula);
        return level === undefined ? [] : [{ id, level }];
      };
    });
  }

  #looks(sheetId: string, ours: readonly OurRule[]): Promise<readonly FoundRule[]> {
    return this.#each(ours, (context, { id, level }) => {
      const rule = rulesOf(context, sheetId).getItem(id);
      const format = rule.custom.format.load("numberFormat");
      const [fill, font, areas] = [format.fill.load("color"), format.font.load("color"), rule.getRanges().load("address")];
      return () => {
        const hasColors = isColor(fill.color, markColors[level].fill) && isColor(font.color, markColors[level].font);
        // Without its colours it is no rule that may stay.
        return [{ id, level, numberFormat: formatIn(format.numberFormat), address: hasColors ? areas.address : "" }];
      };
    });
  }

  /** Asks about many rules at once; where one cannot be read, the request fails as a whole and is parted until that one is alone (OfficeDev/office-js#6396, #5222). */
  async #each<Asked, Told>(all: readonly Asked[], ask: (context: Excel.RequestContext, one: Asked) => () => readonly Told[]): Promise<readonly Told[]> {
    if (all.length === 0) return [];
    try {
      return await this.#exchange((context) => {
        const answers = all.map((one) => ask(context, one));
        return () => answers.flatMap((answer) => answer());
      });
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      if (all.length === 1) return [];
      const middle = Math.ceil(all.length / 2);
      return [...(await this.#each(all.slice(0, middle), ask)), ...(await this.#each(all.slice(middle), ask))];
    }
  }

  #exchange<T>(queue: (context: Excel.RequestContext) => () => T): Promise<T> {
    return this.session.exchange(queue, { watch: this.watch });
  }
}

/** Queues the change. A new rule goes on top, so the most important one comes last. */
export function queueMarks(context: Excel.RequestContext, { sheet: id, remove, add }: MarkPlan): void {
  for (const rule of remove) rulesOf(context, id).getItem(rule).delete();
  for (const { level, numberFormat, address } of [...add].reverse()) {
    const rule = context.workbook.worksheets.getItem(id).getRanges(address).conditionalFormats.add("Custom");
    rule.custom.rule.formula = markFormula(level);
    rule.custom.format.fill.color = markColors[level].fill;
    rule.custom.format.font.color = markColors[level].font;
    if (numberFormat !== undefined) rule.custom.format.numberFormat = numberFormat;
    rule.stopIfTrue = false;
  }
}

/** The conditional formats of a sheet. */
function rulesOf(context: Excel.RequestContext, sheetId: string): Excel.ConditionalFormatCollection {
  return context.workbook.worksheets.getItem(sheetId).getRange().conditionalFormats;
}

function isCustom({ type }: Pick<Excel.ConditionalFormat, "type">): boolean {
  return type === "Custom";
}

/** A rule without a colour tells null, in spite of its type. */
function isColor(told: unknown, color: string): boolean {
  return typeof told === "string" && told.toUpperCase() === color;
}

function formatIn(told: unknown): string | undefined {
  return typeof told === "string" && told !== "" ? told : undefined;
}

/** True for what Excel says of one rule among others; a sheet that is gone shows when something else is asked of it. */
function isUnreadable(error: unknown): boolean {
  const failure = failureOf(error);
  return failure?.class === "gone" || failure?.class === "unknown" || failure?.class === "bug";
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
