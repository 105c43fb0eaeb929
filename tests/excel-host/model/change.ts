import type { Area } from "./area.ts";
import type { Cell } from "./cell.ts";

/** A cell before and after a write. */
export interface CellChange {
  readonly row: number;
  readonly column: number;
  readonly from: Cell;
  readonly to: Cell;
}

/** A change of a workbook. The host makes events and its log from these. */
export type Change =
  | { readonly kind: "edited"; readonly sheetId: string; readonly area: Area; readonly cells: readonly CellChange[] }
  | { readonly kind: "formatted"; readonly sheetId: string; readonly area: Area; readonly cells: readonly CellChange[] }
  | { readonly kind: "rows-inserted" | "rows-deleted"; readonly sheetId: string; readonly area: Area }
  | { readonly kind: "arranged"; readonly sheetId: string; readonly what: string; readonly address: string }
  | { readonly kind: "rule-added" | "rule-changed" | "rule-removed"; readonly sheetId: string; readonly ruleId: string; readonly areas: readonly Area[] }
  | { readonly kind: "sheet-added" | "sheet-deleted"; readonly sheetId: string; readonly name: string }
  | { readonly kind: "sheet-renamed"; readonly sheetId: string; readonly from: string; readonly to: string }
  | { readonly kind: "calculated"; readonly sheetId: string }
  | { readonly kind: "activated"; readonly sheetId: string; readonly left: string }
  | { readonly kind: "selected"; readonly sheetId: string; readonly area: Area };
