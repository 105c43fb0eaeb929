/** A place on a sheet. Row and column are zero-based; A1 is for people only. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
  /** Set where an evaluation consists of cards. Without it the place is on the checked sheet. */
  readonly sheet?: PlaceSheet;
}

/** A sheet that a place names. */
export interface PlaceSheet {
  readonly id: string;
  readonly name: string;
}

/** A block of cells; both corners belong to it. */
export interface Block {
  readonly first: CellPlace;
  readonly last: CellPlace;
}

/** Excel's limits: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3 */
export const maxRows = 1_048_576;
export const maxColumns = 16_384;

/** Column letters of a zero-based column: 0 → "A", 26 → "AA". */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A sheet's name as formulas and links need it. Quotes are always allowed. */
export function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

/** A1 address of a zero-based place: { row: 3, column: 0 } → "A4"; with its sheet's name where it has one: 'Card 1'!A4. */
export function a1({ row, column, sheet }: CellPlace): string {
  return `${sheet ? `${quoted(sheet.name)}!` : ""}${columnLetters(column)}${row + 1}`;
}

/** A1 address of a block of cells; both corners belong to it. */
export function a1Range(first: CellPlace, last: CellPlace): string {
  return `${a1(first)}:${a1(withoutSheet(last))}`;
}

/** The items of each sheet, by its id, in order; `sheet` gets the items whose place names none. */
export function bySheet<Some>(all: readonly Some[], placeOf: (one: Some) => CellPlace, sheet: string): ReadonlyMap<string, readonly Some[]> {
  const found = new Map<string, Some[]>();
  for (const one of all) {
    const id = placeOf(one).sheet?.id ?? sheet;
    const own = found.get(id);
    if (own) own.push(one);
    else found.set(id, [one]);
  }
  return found;
}

/** The place without its sheet, for code that already works on that sheet. */
export function withoutSheet({ row, column }: CellPlace): CellPlace {
  return { row, column };
}

/** Excel takes 8,192 characters in a list of areas (OfficeDev/office-js#5198); the margin is for hosts that count otherwise. */
const longestAreas = 8000;

/** Lists of A1 addresses, joined by the separator, in the blocks' order: as few lists as the longest length allows. */
export function areaLists(blocks: readonly Block[], separator: " " | ","): readonly string[] {
  const lists: string[] = [];
  for (const { first, last } of blocks) {
    const area = first.row === last.row && first.column === last.column ? a1(first) : a1Range(first, last);
    const before = lists.at(-1);
    if (before !== undefined && before.length + 1 + area.length <= longestAreas) lists[lists.length - 1] = `${before}${separator}${area}`;
    else lists.push(area);
  }
  return lists;
}
