import { isBlank } from "../form/reader.ts";
import type { CellValue } from "../model/grid.ts";
import { largest } from "../model/many.ts";
import { foldHeader, foldHeaderWord } from "./header.ts";
import { countFilled, fewestWords, headOf, isAlike, isListHead, mostForms, sameForm, share, wordsOf, type Head, type Rows } from "./heads.ts";
import { columnWordOf, meansTheSame } from "./same-column.ts";

/**
 * The first head that is repeated on the sheet, and its repetitions; none where none is. Texts that also occur in the data are no head words.
 * A repetition needs no blank row above, and one of its cells may be overwritten. Linear in the cells.
 */
export function repeatedHeads(grid: Rows, heads: readonly Head[]): readonly Head[] {
  const counts = countWords(heads);
  const isRepeated = ({ words }: Head) => share(words, (word) => (counts.get(word) ?? 0) > 1) >= sameForm;
  const texts = new OtherTexts(grid, heads);
  const isTelling = ({ words }: Head, inAgain?: ReadonlyMap<string, number>) => share(words, (word) => texts.count(word) <= (inAgain?.get(word) ?? 0)) >= sameForm;
  const sure = heads.filter((head) => isRepeated(head) && isTelling(head)).slice(0, mostForms);
  const others = heads.filter((head) => !sure.includes(head) && isListHead(grid, head)).slice(0, mostForms);
  for (const head of [...sure, ...others]) {
    const alike = new Set(heads.filter((other) => isAlike(head, other)).map(({ row }) => row));
    const again = headsLike(grid, head, grid.row(head.row)).filter(({ row }) => !alike.has(row));
    if (alike.size + again.length < 2) continue;
    const inAgain = countWords(again);
    const own = [...heads.filter((other) => alike.has(other.row) && isTelling(other, inAgain)), ...again].sort((one, other) => one.row - other.row);
    if (own.length > 1 && isTelling(head, inAgain)) return own.filter(({ row }, index) => index === 0 || row > (own[index - 1]?.row ?? 0) + 1);
  }
  return [];
}

function countWords(heads: readonly Head[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of heads) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** How often words occur outside of the heads, counted when first asked. */
class OtherTexts {
  #counts: ReadonlyMap<string, number> | undefined;

  constructor(
    readonly grid: Rows,
    readonly heads: readonly Head[],
  ) {}

  count(word: string): number {
    this.#counts ??= this.#counted();
    return this.#counts.get(word) ?? 0;
  }

  #counted(): ReadonlyMap<string, number> {
    const inHeads = new Set(this.heads.map(({ row }) => row));
    const texts = new Map<string, number>();
    for (let row = 0; row < this.grid.rowCount; row++) {
      if (inHeads.has(row)) continue;
      for (const value of this.grid.row(row)) if (typeof value === "string" && value.length <= 60) texts.set(value, (texts.get(value) ?? 0) + 1);
    }
    const counts = new Map<string, number>();
    for (const [text, count] of texts) {
      const word = foldHeader(text);
      counts.set(word, (counts.get(word) ?? 0) + count);
    }
    return counts;
  }
}

/**
 * The rows with the words of a head: in any order, or half of them in the same places, the others worded otherwise, one of them blank or overwritten.
 * @param cells the head's cells, which need not be of this grid
 */
export function headsLike(grid: Rows, head: Head, cells: readonly CellValue[]): readonly Head[] {
  const texts = new Set(cells.filter((value) => !isBlank(value)));
  // A look-up reads the whole text, and most of a sheet's are longer than any header.
  const longest = largest(cells.map((value) => (typeof value === "string" ? value.length : 0)));
  const found: Head[] = [];
  for (let row = 0; row < grid.rowCount; row++) {
    const own = grid.row(row);
    let both = 0;
    for (const value of own) if (typeof value === "string" && value.length <= longest && texts.has(value)) both++;
    if (own === cells || both < fewestWords - 1) continue;
    const other = headOf(row, own);
    if (isAlike(head, other) || meansAlike(head, other)) found.push(other);
    else if (isAlikeInPlaces(cells, own)) found.push(other.words.size > 0 ? other : { ...other, ...withoutOdd(own, head) });
  }
  return found;
}

/** True for heads with half of their words in common, most of whose others mean the same. */
function meansAlike(head: Head, other: Head): boolean {
  const most = Math.max(head.words.size, other.words.size);
  const left = [...other.words].filter((word) => !head.words.has(word));
  const both = other.words.size - left.length;
  if (both < fewestWords - 1 || 2 * both < most) return false;
  const others = left.map(columnWordOf);
  const odd = [...head.words].filter((word) => !other.words.has(word)).map(columnWordOf).filter((own) => !others.some((one) => meansTheSame(own, one)));
  return head.words.size - odd.length >= sameForm * most;
}

/** Among so many words one may be any other. */
const enough = 4;

function isAlikeInPlaces(head: readonly CellValue[], cells: readonly CellValue[]): boolean {
  const size = countFilled(head, Infinity);
  const first = cells.findIndex((value) => typeof value === "string" && head.includes(value));
  const shift = first - head.indexOf(cells[first]);
  if (first < 0 || countFilled(cells, size + 1) > size) return false;
  const odd = head.flatMap((value, column) => (isBlank(value) || value === cells[column + shift] ? [] : [{ value, other: cells[column + shift] }]));
  const others = odd.filter(({ value, other }) => typeof value !== "string" || typeof other !== "string" || !meansTheSame(columnWordOf(foldHeader(value)), columnWordOf(foldHeader(other))));
  const isDamaged = others.length === 1 && others.every(({ other }) => size >= enough || isBlank(other) || wordsOf([other]).size === 0);
  return 2 * odd.length <= size && (others.length === 0 || isDamaged);
}

/** The words of a head that are left where one cell is overwritten by something else. */
function withoutOdd(cells: readonly CellValue[], { words }: Head): Pick<Head, "words" | "texts"> {
  const own = cells.filter((value) => typeof value === "string").filter((value) => words.has(foldHeader(value)));
  return { words: new Set(own.map(foldHeader)), texts: new Set(own.map(foldHeaderWord)) };
}
