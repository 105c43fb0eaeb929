import fc from "fast-check";
import type { CellValue } from "../../src/core/model/grid.ts";
import type { RuleId } from "../../src/core/rules/index.ts";
import type { ColumnId, InitiativeRow, Place, Sheet } from "./random-sheet.ts";

/** One fault: the changed cell and the only finding that it must give. */
export interface Fault {
  readonly rule: RuleId;
  readonly put: readonly { readonly at: Place; readonly value: CellValue }[];
  readonly found: Place;
}

type Maker = (sheet: Sheet, row: InitiativeRow, word: string) => Fault | undefined;

const inCell = (rule: RuleId, column: ColumnId, value: (row: InitiativeRow, word: string) => CellValue): Maker =>
  (sheet, row, word) => {
    const at = sheet.at(row.row, column);
    return { rule, put: [{ at, value: value(row, word) }], found: at };
  };

const code = ({ numbers }: InitiativeRow) => numbers.join("-");

/** Only on the first row of a strategy, since in print its cells are on that row alone. */
const onFirstRow = (maker: Maker): Maker => (sheet, row, word) => (row.numbers[2] === 1 && !sheet.filledDown ? maker(sheet, row, word) : undefined);
const laterSibling = (maker: Maker): Maker => (sheet, row, word) => (row.numbers[2] > 1 ? maker(sheet, row, word) : undefined);

/** Empties a block's cells on all rows, since it may be filled down. */
function emptied(sheet: Sheet, rows: readonly InitiativeRow[], columns: readonly ColumnId[]): Fault["put"] {
  return rows.flatMap(({ row }) => columns.map((column) => ({ at: sheet.at(row, column), value: undefined })));
}

const makers: readonly Maker[] = [
  inCell("code-format", "initiativeCode", (_, word) => word),
  inCell("code-format", "initiativeCode", () => undefined),
  inCell("code-spelling", "initiativeCode", (row) => code(row).replaceAll("-", "ー")),
  inCell("code-spelling", "initiativeCode", (row) => `${code(row)} `),
  onFirstRow(inCell("code-format", "strategyCode", (_, word) => word)),
  onFirstRow(inCell("code-spelling", "strategyCode", ({ numbers }) => `${numbers[0]}－${numbers[1]}`)),
  onFirstRow(inCell("status-missing", "outcome", () => undefined)),
  onFirstRow(inCell("status-unknown", "strategyEffectiveness", (_, word) => word)),
  onFirstRow(inCell("page-missing", "strategyPage", () => undefined)),
  onFirstRow(inCell("text-missing", "strategyText", () => undefined)),
  onFirstRow(inCell("cell-error", "outcome", () => ({ error: "#VALUE!" }))),
  inCell("status-missing", "target", () => undefined),
  inCell("status-spelling", "action", () => "予定通り実施"),
  inCell("status-spelling", "target", () => "達成\u00a0"),
  inCell("status-column", "target", () => "予定どおり実施"),
  inCell("status-unknown", "initiativeEffectiveness", (_, word) => word),
  inCell("page-missing", "initiativePage", () => undefined),
  inCell("page-format", "initiativePage", (_, word) => word),
  inCell("text-missing", "initiativeName", () => undefined),
  inCell("cell-error", "initiativePage", () => ({ error: "#N/A" })),
  inCell("cell-error", "initiativeCode", () => ({ error: "#REF!" })),
  laterSibling(inCell("code-duplicate", "initiativeCode", ({ numbers: [issue, strategy, initiative] }) => `${issue}-${strategy}-${initiative - 1}`)),
  (sheet, row) => (row.numbers[2] === row.siblings && row.siblings > 1 ? inCell("code-sequence", "initiativeCode", ({ numbers: [issue, strategy, initiative] }) => `${issue}-${strategy}-${initiative + 3}`)(sheet, row, "") : undefined),
  (sheet, row) => (row.numbers[2] === 1 ? inCell("code-parent", "initiativeCode", () => "90-90-1")(sheet, row, "") : undefined),
  (sheet, row) => {
    const rows = sheet.initiatives.filter(({ numbers }) => numbers[0] === row.numbers[0]);
    const found = sheet.at(rows[0]?.row ?? 0, "issue");
    return { rule: "parent-missing", put: emptied(sheet, rows, ["issue"]), found };
  },
  (sheet, row) => {
    const rows = sheet.initiatives.filter(({ numbers }) => numbers[0] === row.numbers[0] && numbers[1] === row.numbers[1]);
    const found = sheet.at(rows[0]?.row ?? 0, "initiativeCode");
    return { rule: "parent-missing", put: emptied(sheet, rows, ["strategyCode", "strategyText", "outcome", "strategyEffectiveness", "strategyPage"]), found };
  },
  onFirstRow((sheet, row) => {
    if (row.siblings !== 1) return undefined;
    const columns = ["initiativeCode", "initiativeName", "target", "action", "initiativeEffectiveness", "initiativePage"] as const;
    return { rule: "children-missing", put: emptied(sheet, [row], columns), found: sheet.at(row.row, "strategyCode") };
  }),
  onFirstRow((sheet, row) => {
    const below = sheet.initiatives.find(({ numbers: [issue, strategy, initiative] }) => issue === row.numbers[0] && (strategy > 1 || initiative > 1));
    if (row.numbers[1] !== 1 || !below) return undefined;
    const from = sheet.at(row.row, "issue");
    const to = sheet.at(below.row, "issue");
    return { rule: "label-misplaced", put: [{ at: from, value: undefined }, { at: to, value: `${row.numbers[0]} 課題その${row.numbers[0]}` }], found: to };
  }),
];

/** Words that are no code, status or page. */
const words = fc.constantFrom("未定", "別途協議", "作成中です", "ok?", "《要確認》");

/** A random fault in a sheet with at least one initiative. */
export function faultsOf(sheet: Sheet): fc.Arbitrary<Fault> {
  return fc
    .tuple(fc.constantFrom(...makers), fc.constantFrom(...sheet.initiatives), words)
    .map(([maker, row, word]) => maker(sheet, row, word))
    .filter((fault) => fault !== undefined);
}
