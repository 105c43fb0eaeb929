import type { FormColumn } from "../../../src/core/form/schema.ts";
import type { CellPlace } from "../../../src/core/model/address.ts";
import type { CellNote, CellValue } from "../../../src/core/model/grid.ts";
import type { RuleId } from "../../../src/core/rules/index.ts";
import { cellText } from "../../../src/core/wording/phrase.ts";
import { codeOf, statusOf, wide, wordOf, type Item, type Plan, type RandomSheet } from "./random-form.ts";

/** Replaced cells, and the place of the one finding that they must give. */
export interface Planted {
  readonly at: CellPlace;
  readonly puts: readonly Put[];
  /** The cell's note, if any. */
  readonly note?: CellNote;
}

interface Put extends CellPlace {
  readonly value: CellValue;
}

/** The rows with a planted fault. A place below the last row gets a new row. */
export function withFault(rows: readonly (readonly CellValue[])[], puts: readonly Put[]): readonly (readonly CellValue[])[] {
  const own = rows.map((cells) => [...cells]);
  for (const { row, column, value } of puts) {
    const cells = (own[row] ??= Array.from({ length: column + 1 }, () => undefined));
    cells.splice(column, 1, value);
  }
  return own;
}

/** A clean sheet and one of its innermost items, for planting faults. */
class Spot {
  readonly depth: number;
  readonly row: number;

  constructor(
    readonly plan: Plan,
    readonly sheet: RandomSheet,
    readonly item: Item,
  ) {
    this.depth = plan.levels.length - 1;
    this.row = item.row;
  }

  get key() {
    return this.plan.levels[this.depth]?.key;
  }

  /** The next higher level. */
  get above() {
    return this.plan.levels[this.depth - 1];
  }

  get isCounted(): boolean {
    return this.key === "nested" || this.key === "running" || this.key === "restarting";
  }

  /** Without a code, a last row that lacks its status could also be a note. */
  get isSure(): boolean {
    return this.key !== "none" || this.row < this.sheet.rows.length - 1;
  }

  /** The rows of the items under the same parent. */
  get block(): readonly number[] {
    const parent = this.item.path.slice(0, -1).join();
    return this.sheet.items.filter(({ path }) => path.slice(0, -1).join() === parent).map(({ row }) => row);
  }

  get isFirst(): boolean {
    return this.item.number === 1;
  }

  /** Finds a column by the start of its id; -1 if the form has none. */
  place(id: string, depth = this.depth): number {
    return this.sheet.columns.findIndex((column) => column.level === `level${depth}` && column.id.startsWith(id));
  }

  /** The places of the columns of a level. */
  placesOf(depth: number): readonly number[] {
    return this.sheet.columns.flatMap(({ level }, column) => (level === `level${depth}` ? [column] : []));
  }

  value(column: number, row = this.row): CellValue {
    return this.sheet.rows[row]?.[column];
  }

  text(id: string): string {
    return cellText(this.value(this.place(id)));
  }

  get isGood(): boolean {
    return this.value(this.place("status0")) === statusOf(this.plan, 0);
  }

  /** Replaces one cell of the item; does nothing if the form has no such column. */
  put(id: string, value: CellValue, note?: CellNote): readonly Planted[] {
    const at = { row: this.row, column: this.place(id) };
    return at.column < 0 ? [] : [{ at, puts: [{ ...at, value }], ...(note ? { note } : {}) }];
  }

  /** Changes a row's first status to the second term, with everything that follows from that. */
  worsened(row: number, reason: CellValue): readonly Put[] {
    const values: readonly (readonly [string, CellValue])[] = [["status0", statusOf(this.plan, 1)], ["rate", 0.4], ["reason", reason]];
    return values.map(([id, value]) => ({ row, column: this.place(id), value })).filter(({ column }) => column >= 0);
  }

  roleOf(id: string): FormColumn["role"] {
    return this.sheet.columns[this.place(id)]?.role;
  }
}

const when = (is: boolean, planted: () => readonly Planted[]): readonly Planted[] => (is ? planted() : []);

/** For each rule, faults in one item or its block that only this rule must report; none if the form cannot have such a fault. */
const planters: Readonly<Record<RuleId, (spot: Spot) => readonly Planted[]>> = {
  "column-missing": (spot) => when(spot.sheet.columns.length > 5, () => {
    const column = spot.place("page");
    return column < 0 ? [] : [{ at: { row: spot.plan.titleRows, column: 0 }, puts: spot.sheet.rows.map((_, row) => ({ row, column, value: undefined })).slice(spot.plan.titleRows) }];
  }),
  "column-doubtful": (spot) => {
    const column = spot.place("page");
    const beside = spot.sheet.columns.length;
    return column < 0 ? [] : [{ at: { row: spot.plan.titleRows, column }, puts: spot.sheet.rows.map((cells, row) => ({ row, column: beside, value: cells[column] })).slice(spot.plan.titleRows) }];
  },
  "row-broken": (spot) => {
    const at = { row: spot.sheet.rows.length, column: spot.place("text") };
    return when(spot.isCounted && spot.row === at.row - 1 && at.column >= 0 && spot.place("code") >= 0, () => [{ at, puts: [{ ...at, value: "の続き" }] }]);
  },
  "code-format": (spot) => when(spot.isCounted, () => spot.put("code", "未定")),
  "code-spelling": (spot) => when(spot.isCounted, () => spot.put("code", `${spot.text("code")} `)),
  "code-date": (spot) => {
    const [one = 0, two = 0, three = 0] = spot.item.path;
    return when(spot.key === "nested" && (spot.depth === 1 || spot.depth === 2), () => spot.put("code", spot.depth === 1 ? `${one}月${two}日` : `${2000 + one}年${two}月${three}日`));
  },
  "code-duplicate": (spot) => when(spot.item.number > 1 && ((spot.isCounted && spot.item.number === spot.item.siblings && spot.key !== "running") || spot.key === "given"), () => spot.put("code", spot.value(spot.place("code"), spot.row - 1))),
  "code-parent": (spot) => {
    const { path, number, siblings } = spot.item;
    const parent = path.at(-2) ?? 0;
    // The first block under a parent only has a sister if there are several.
    const others = spot.sheet.items.some((other) => other.path.slice(0, -2).join() === path.slice(0, -2).join() && other.path.at(-2) !== parent);
    const other = parent === 1 ? 2 : 1;
    return when(spot.key === "nested" && spot.depth > 0 && others && siblings > 2 && number > 1 && number < siblings, () => spot.put("code", codeOf(spot.plan, spot.depth, [...path.slice(0, -2), other, 9], 0)));
  },
  "code-sequence": (spot) => {
    const later = (digits: string) => (/[0-9]/.test(digits) ? String(Number(digits) + 3) : wide(String(Number(digits.normalize("NFKC")) + 3)));
    const last = spot.text("code").replace(/[0-9０-９]+(?=[^0-9０-９]*$)/, later);
    return when(spot.isCounted && spot.row === spot.sheet.rows.length - 1 && spot.item.number > 1, () => spot.put("code", last));
  },
  "parent-missing": (spot) => when(spot.key === "nested" && spot.depth > 0 && spot.isFirst && (spot.item.path.at(-2) ?? 0) > 1, () => {
    const places = spot.placesOf(spot.depth - 1);
    return [{ at: { row: spot.row, column: places[0] ?? 0 }, puts: spot.block.flatMap((row) => places.map((column) => ({ row, column, value: undefined }))) }];
  }),
  "label-misplaced": (spot) => when(spot.key === "nested" && spot.above?.isLabel === true && spot.above.statuses === 0 && !spot.plan.filledDown && spot.isFirst && spot.item.siblings > 1, () => {
    const column = spot.place("label", spot.depth - 1);
    return [{ at: { row: spot.row + 1, column }, puts: [{ row: spot.row, column, value: undefined }, { row: spot.row + 1, column, value: spot.value(column) }] }];
  }),
  "children-missing": (spot) => when(spot.depth > 0 && spot.key !== "running" && spot.isFirst && spot.above?.isLabel === false && spot.above.key !== "none" && !spot.block.includes(spot.sheet.rows.length - 1), () => {
    const own = spot.placesOf(spot.depth);
    const all = spot.sheet.columns.map((_, column) => column);
    return [{ at: { row: spot.row, column: spot.place("code", spot.depth - 1) }, puts: spot.block.flatMap((row) => (row === spot.row ? own : all).map((column) => ({ row, column, value: undefined }))) }];
  }),
  "status-missing": (spot) => when(spot.isSure, () => spot.put("status", undefined)),
  "status-spelling": (spot) => spot.put("status", `${spot.text("status")} `),
  "status-column": (spot) => when(spot.sheet.columns.some(({ vocabulary }) => vocabulary === "other"), () => spot.put("status0", wordOf(spot.plan.scale, 1, "other"))),
  "status-unknown": (spot) => when(spot.isSure, () => spot.put("status", "別途協議")),
  "page-missing": (spot) => spot.put("page", undefined),
  "page-format": (spot) => spot.put("page", "別冊"),
  "page-spelling": (spot) => spot.put("page", `${spot.text("page")} `),
  "page-order": (spot) => when(spot.row < spot.sheet.rows.length - 2, () => spot.put("page", "p.900")),
  "text-missing": (spot) => when(spot.key !== "none", () => spot.put("text", undefined)),
  "text-required": (spot) => when(spot.place("reason") >= 0 && spot.isGood, () => [{ at: { row: spot.row, column: spot.place("reason") }, puts: spot.worsened(spot.row, undefined) }]),
  "cell-error": (spot) => spot.put("status", { error: "#REF!" }),
  "text-spacing": (spot) => spot.put("text", `${spot.text("text")} `),
  "title-missing": (spot) => when(spot.plan.heading, () => spot.put("text", spot.text("text").replace("【見出し】", ""))),
  "outcome-effectiveness": (spot) => when(spot.roleOf("status1") === "effectiveness" && spot.isGood, () => spot.put("status1", worse(spot))),
  "target-action": (spot) => when(spot.roleOf("status1") === "action" && spot.isGood, () => spot.put("status1", worse(spot))),
  "initiatives-outcome": (spot) => {
    const column = spot.depth === 0 ? -1 : spot.place("status0", spot.depth - 1);
    const isOutcome = spot.roleOf("status0") === "target" && spot.sheet.columns[column]?.role === "outcome";
    return when(isOutcome && spot.isFirst && spot.value(column) === statusOf(spot.plan, 0), () => {
      const action = spot.place("status1");
      const puts = spot.block.flatMap((row) => [...spot.worsened(row, "天候の不順による"), ...(action < 0 ? [] : [{ row, column: action, value: worse(spot) }])]);
      return [{ at: { row: spot.row, column }, puts }];
    });
  },
  "status-derived": (spot) => when(spot.plan.rate && spot.isGood, () => [{ at: { row: spot.row, column: spot.place("status0") }, puts: [{ row: spot.row, column: spot.place("rate"), value: 0.3 }] }]),
  "not-calculated": (spot) => when(spot.isSure, () => spot.put("status", undefined, "not-calculated")),
  "text-struck": (spot) => spot.put("text", spot.text("text"), "struck"),
  "text-broken": (spot) => spot.put("text", `${spot.text("text")}\ufffd`),
  "text-letters": (spot) => spot.put("text", `${spot.text("text")}⽬`),
};

/** The second term of the item's second status. */
function worse({ plan, sheet, ...spot }: Spot): string {
  const column = sheet.columns.find(({ id }) => id === `status1x${spot.depth}`);
  return statusOf(plan, 1, column?.vocabulary);
}

/** Every fault of the rule that the sheet can have. */
export function faultsOf(rule: RuleId, plan: Plan, sheet: RandomSheet): readonly Planted[] {
  return sheet.items.flatMap((item) => planters[rule](new Spot(plan, sheet, item)));
}
