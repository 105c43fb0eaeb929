import type { FormColumn } from "../../../src/core/form/schema.ts";
import type { CellValue } from "../../../src/core/model/grid.ts";
import type { RuleId } from "../../../src/core/rules/index.ts";
import { cellText } from "../../../src/core/wording/phrase.ts";
import type { Plan, RandomSheet } from "./random-form.ts";

/** A cell with something else in it, and the one finding that it must give. */
export interface Planted {
  readonly rule: RuleId;
  readonly at: { readonly row: number; readonly column: number };
  readonly value: CellValue;
}

/** Every fault that one changed cell of the innermost level makes. */
export function faultsOf({ levels }: Plan, { rows, columns, items }: RandomSheet): readonly Planted[] {
  const key = levels.at(-1)?.key;
  const own = `level${levels.length - 1}`;
  const place = (holds: FormColumn["holds"]) => columns.findIndex((column) => column.level === own && column.holds === holds);
  const value = (row: number, column: number) => rows[row]?.[column];
  return items.flatMap(({ row, number, siblings }): readonly Planted[] => {
    const put = (rule: RuleId, holds: FormColumn["holds"], to: CellValue): readonly Planted[] => {
      const column = place(holds);
      return column < 0 ? [] : [{ rule, at: { row, column }, value: to }];
    };
    const isCounted = key === "nested" || key === "running" || key === "restarting";
    // Without a code, a last row that lacks its status may as well be a note.
    const isSure = key !== "none" || row < rows.length - 1;
    const text = cellText(value(row, place("code")));
    return [
      ...(isSure ? put("status-missing", "status", undefined) : []),
      ...(isSure ? put("status-unknown", "status", "別途協議") : []),
      ...put("cell-error", "status", { error: "#REF!" }),
      ...put("page-missing", "page", undefined),
      ...put("page-format", "page", "別冊"),
      ...(key === "none" ? [] : put("text-missing", "text", undefined)),
      ...(isCounted ? put("code-format", "code", "未定") : []),
      ...(isCounted ? put("code-spelling", "code", `${text} `) : []),
      ...(isCounted && number > 1 && number === siblings && key !== "running" ? put("code-duplicate", "code", value(row - 1, place("code"))) : []),
      ...(key === "given" && number > 1 ? put("code-duplicate", "code", value(row - 1, place("code"))) : []),
      ...(isCounted && row === rows.length - 1 && number > 1 ? put("code-sequence", "code", text.replace(/[0-9０-９]+(?=[^0-9０-９]*$)/, (digits) => (/[0-9]/.test(digits) ? String(Number(digits) + 3) : "９"))) : []),
    ];
  });
}
