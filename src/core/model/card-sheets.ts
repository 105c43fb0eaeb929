import type { CellPlace } from "./address.ts";
import type { SheetInfo } from "./grid.ts";

/** An item that is only on a list, or only on a card. */
export interface CardNote {
  readonly at: CellPlace;
  readonly text: string;
}

/** A sheet beside the cards that is not a card. */
export interface LeftOutSheet {
  readonly sheet: SheetInfo;
  /** list: of the cards; example: shows how to fill one in; blank: a form to copy. */
  readonly why: "list" | "example" | "blank" | "other";
  /** Items on a list that have no card, and cards that are not on the list. */
  readonly notOnCards: readonly CardNote[];
  readonly notOnList: readonly CardNote[];
}

/** The ids of the checked sheets: all cards, or the one sheet. */
export function sheetIdsOf({ sheet, cards }: { readonly sheet: SheetInfo; readonly cards?: CardSheets }): readonly string[] {
  return (cards?.sheets ?? [sheet]).map(({ id }) => id);
}

/** The cards of a workbook, which are one evaluation, and the sheets beside them that are not part of it. */
export interface CardSheets {
  /** In the order of the workbook, at least one. */
  readonly sheets: readonly SheetInfo[];
  readonly leftOut: readonly LeftOutSheet[];
  /** The other kinds of cards in the workbook, each an evaluation of its own: its first card, and how many there are. */
  readonly otherKinds: readonly { readonly first: SheetInfo; readonly count: number }[];
}
