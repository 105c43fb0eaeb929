import { addressOf, parseArea, quotedName, type Area } from "./area.ts";
import type { Book } from "./book.ts";

const named = /('(?:[^']|'')+'|[^'!=(,"\s]+)!(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)/g;

/**
 * Adjusts formulas and validation lists that name a sheet: to its new name, and to the new places of its cells. References
 * to deleted sheets or cells are broken.
 */
export function followSheet(book: Book, from: string, to: string | undefined, move: (area: Area) => Area | undefined = (area) => area): void {
  const follow = (formula: string) =>
    formula.replace(named, (whole: string, name: string, address: string) => {
      const plain = name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
      const area = parseArea(address);
      if (plain.toLowerCase() !== from.toLowerCase() || area === undefined) return whole;
      const moved = move(area);
      if (to === undefined || moved === undefined) return "#REF!";
      return `${quotedName(to)}!${fixed(moved)}`;
    });
  for (const sheet of book.sheets) {
    for (const [row, column, { formula }] of [...sheet.cells()]) if (formula?.includes("!") === true) sheet.put(row, column, { formula: follow(formula) });
    sheet.validations = sheet.validations.map((validation) => ({ ...validation, content: follow(validation.content) }));
  }
}

/** The address of a block with "$", as rules have it. */
export function fixed(area: Area): string {
  return addressOf(area).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
}
