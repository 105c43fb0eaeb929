import type { CellPlace } from "./address.ts";
import type { SheetInfo } from "./grid.ts";

/** An item that stands on a list or on a card alone. */
export interface CardNote {
  readonly at: CellPlace;
  readonly text: string;
}

/** A sheet beside cards that is none of them. */
export interface LeftOutSheet {
  readonly sheet: SheetInfo;
  /** list: of the cards; example: shows how one is filled in; blank: a form to copy; kind: a card of another kind. */
  readonly why: "list" | "example" | "blank" | "kind" | "other";
  /** What a list names without a card, and the cards that it does not name. */
  readonly notOnCards: readonly CardNote[];
  readonly notOnList: readonly CardNote[];
}

/** The ids of the sheets that a check is of: its cards, or its one sheet. */
export function sheetIdsOf({ sheet, cards }: { readonly sheet: SheetInfo; readonly cards?: CardSheets }): readonly string[] {
  return (cards?.sheets ?? [sheet]).map(({ id }) => id);
}

/** The cards of a workbook that are one evaluation, and the sheets beside them that are not in it. */
export interface CardSheets {
  /** In the order of the workbook, at least one. */
  readonly sheets: readonly SheetInfo[];
  readonly leftOut: readonly LeftOutSheet[];
}
