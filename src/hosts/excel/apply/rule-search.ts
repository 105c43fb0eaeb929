import { addAll } from "../../../core/model/many.ts";
import type { Block } from "../../../core/model/address.ts";
import { readSource } from "../../../core/input-rules/record.ts";
import { joined } from "../../../core/model/mark-look.ts";
import type { Watch } from "../../../core/model/ports.ts";
import type { ExcelSession } from "../exchange/exchange.ts";
import { rangeOf, sheetsOf } from "../exchange/ranges.ts";

/** Cells of a sheet, by its id. */
export interface SheetBlock {
  readonly sheet: string;
  readonly block: Block;
}

/** A validation rule and its cells. */
export interface FoundRule extends SheetBlock {
  /** The sheet and cells of its terms, and its messages. Undefined for any other kind of rule. */
  readonly list: ListRule | undefined;
}

interface ListRule {
  readonly source: { readonly sheet: string; readonly block: Block };
  readonly alert: { readonly title: string; readonly message: string };
}

/** Ranges in one request; each costs Excel about as much as writing a cell. */
const rangesPerTrip = 500;

/** For a block whose cells have different rules. */
const mixedTypes: ReadonlySet<unknown> = new Set(["Inconsistent", "MixedCriteria", null, undefined]);

/**
 * Finds the validation rules in blocks of cells. A block with different rules is split and asked for again. One round trip
 * where no cell has a rule, one more for the terms of lists, two to four more for a column with rules in some cells.
 */
export class RuleSearch {
  constructor(
    private readonly session: ExcelSession,
    private readonly watch: Watch | undefined,
  ) {}

  async find(blocks: readonly SheetBlock[]): Promise<readonly FoundRule[]> {
    const found: FoundRule[] = [];
    for (let open = blocks; open.length > 0; ) {
      const types = await this.#ask(open, (range) => {
        const rule = range.dataValidation.load("type");
        return (): unknown => rule.type;
      });
      const parted = open.filter((each, index) => mixedTypes.has(types[index]) && !isCell(each));
      const lists = open.filter((_, index) => types[index] === "List");
      const others = open.filter((each, index) => types[index] !== "None" && !parted.includes(each) && !lists.includes(each));
      const rules = await this.#ask(lists, (range) => {
        const rule = range.dataValidation.load("rule,errorAlert");
        return () => listIn(rule.rule, rule.errorAlert);
      });
      // Excel may report two lists with different terms as equal.
      const unclear = lists.filter((each, index) => rules[index] === null && !isCell(each));
      addAll(found, others.map((each) => ({ ...each, list: undefined })));
      addAll(found, lists.flatMap((each, index) => (unclear.includes(each) ? [] : [{ ...each, list: rules[index] ?? undefined }])));
      open = cut([...parted, ...unclear]);
    }
    return joinedRules(found);
  }

  async #ask<T>(blocks: readonly SheetBlock[], queue: (range: Excel.Range) => () => T): Promise<readonly T[]> {
    const answers: T[] = [];
    for (let start = 0; start < blocks.length; start += rangesPerTrip) {
      const part = await this.session.exchange(
        (context) => {
          const sheetOf = sheetsOf(context);
          const asked = blocks.slice(start, start + rangesPerTrip).map(({ sheet, block }) => queue(rangeOf(sheetOf(sheet), block)));
          return () => asked.map((collect) => collect());
        },
        { watch: this.watch },
      );
      addAll(answers, part);
    }
    return answers;
  }
}

/** Joins pieces with the same rule. */
function joinedRules(found: readonly FoundRule[]): readonly FoundRule[] {
  const same = new Map<string, { readonly rule: FoundRule; readonly blocks: Block[] }>();
  for (const rule of found) {
    const key = JSON.stringify([rule.sheet, rule.list]);
    const known = same.get(key);
    if (known === undefined) same.set(key, { rule, blocks: [rule.block] });
    else known.blocks.push(rule.block);
  }
  return [...same.values()].flatMap(({ rule, blocks }) => joined(blocks).map((block) => ({ ...rule, block })));
}

/** Splits a column of a sheet where blocks begin and end. */
export function parted({ sheet, block: { first, last } }: SheetBlock, blocks: readonly Block[]): readonly SheetBlock[] {
  const inside = blocks.filter((block) => block.first.column === first.column).flatMap((block) => [block.first.row, block.last.row + 1]);
  const starts = [...new Set([first.row, ...inside])].filter((row) => row <= last.row).sort((one, other) => one - other);
  return starts.map((row, index) => ({ sheet, block: column(first.column, row, (starts[index + 1] ?? last.row + 1) - 1) }));
}

/** Excel reports the terms of a list as a formula that names their cells. Null where it reports none, undefined where they are not cells. */
function listIn(rule: unknown, alert: unknown): ListRule | null | undefined {
  const formula = memberOf(memberOf(rule, "list"), "source");
  if (typeof formula !== "string") return null;
  const source = readSource(formula);
  return source && { source, alert: { title: textIn(alert, "title"), message: textIn(alert, "message") } };
}

function textIn(object: unknown, name: string): string {
  const text = memberOf(object, name);
  return typeof text === "string" ? text : "";
}

function memberOf(object: unknown, name: string): unknown {
  return typeof object === "object" && object !== null ? new Map<string, unknown>(Object.entries(object)).get(name) : undefined;
}

function isCell({ block: { first, last } }: SheetBlock): boolean {
  return first.row === last.row && first.column === last.column;
}

/** Splits blocks into columns, and these into pieces for about one request. */
function cut(blocks: readonly SheetBlock[]): readonly SheetBlock[] {
  const pieces = Math.max(2, Math.floor(rangesPerTrip / Math.max(1, blocks.length)));
  return blocks.flatMap(({ sheet, block }) => (block.first.column < block.last.column ? columnsIn(block) : rowsIn(block, pieces)).map((part) => ({ sheet, block: part })));
}

function columnsIn({ first, last }: Block): readonly Block[] {
  return Array.from({ length: last.column - first.column + 1 }, (_, right) => column(first.column + right, first.row, last.row));
}

function rowsIn({ first, last }: Block, pieces: number): readonly Block[] {
  const rows = last.row - first.row + 1;
  const step = Math.ceil(rows / Math.min(rows, pieces));
  return Array.from({ length: Math.ceil(rows / step) }, (_, index) => column(first.column, first.row + index * step, Math.min(last.row, first.row + (index + 1) * step - 1)));
}

function column(at: number, from: number, to: number): Block {
  return { first: { row: from, column: at }, last: { row: to, column: at } };
}
