import { isBlank } from "../form/reader.ts";
import type { Level } from "./levels.ts";
import type { CellPlace } from "../model/address.ts";
import type { CellValue, Grid, SheetInfo } from "../model/grid.ts";
import { foldHeader, headerPaths } from "../table/header.ts";
import { headingOf } from "../tree/evaluation.ts";
import { isBlankText, tidy, withoutSpace } from "../wording/hidden.ts";
import type { CodeColumn } from "./codes.ts";
import { findFrame, type DataRow, type Frame } from "./frame.ts";

/** A text of a column: how often it stands, and where first. */
export interface MetText {
  readonly text: string;
  readonly count: number;
  readonly at: CellPlace;
}

/** How many cells are filled on one kind of row, of how many rows; `same` of them say what the block's first row says. */
export interface Standing {
  readonly rows: number;
  readonly filled: number;
  readonly same: number;
}

/** What a sheet column shows of itself. */
export interface ColumnEvidence {
  /** Zero-based, as it is on a block's first row. */
  readonly place: number;
  /** Its first header cell, or its first data cell where it has no header of its own. */
  readonly at: CellPlace;
  /** Header words from the top row down, as a form writes them. */
  readonly header: readonly string[];
  /** True where its last header word stands in this very column. */
  readonly ownHeader: boolean;
  /** Texts that may be a status or a page; longer ones are only counted. */
  readonly texts: readonly MetText[];
  readonly strings: number;
  readonly numbers: number;
  readonly others: number;
  /** Texts that have a 【heading】. */
  readonly headed: number;
  /** Rows that begin an issue; that begin another strategy of it; that go on in a strategy. */
  readonly standing: Readonly<Record<"issueRows" | "strategyRows" | "otherRows", Standing>>;
}

/** All that is learned from a sheet, whatever is answered later. Plain data. */
export interface Evidence {
  readonly sheet: SheetInfo;
  readonly codes: ReadonlyMap<Level, CodeColumn>;
  readonly filledDown: boolean;
  readonly columns: readonly ColumnEvidence[];
  /** The first header cell, where rows are ragged and its cells may not stand over their columns; else undefined. */
  readonly raggedHeader: CellPlace | undefined;
}

/** So many rows shifted, and the sheet was copied from a page. */
const raggedShare = 0.1;

const longestWord = 60;
const mostTexts = 2_000;

/** What a sheet shows without a form; undefined where it shows no evaluation. One pass over the cells. */
export function readEvidence(grid: Grid): Evidence | undefined {
  const frame = findFrame(grid);
  if (!frame) return undefined;
  const { header, width, rows, codes } = frame;
  const raw = rawWords(grid, header);
  const paths = headerPaths(grid, header.top, header.bottom, width);
  const columns = paths.map(({ words, own }, place) => {
    const ownHeader = own && isWord(grid, header, place);
    return readColumn(grid, frame, rows, place, words.filter((word) => word !== "").map((word) => raw.get(word) ?? word), ownHeader);
  });
  const ragged = rows.filter(({ shift }) => shift !== 0).length > raggedShare * rows.length && header.top <= header.bottom;
  const raggedHeader = ragged ? { row: header.top, column: Math.max(0, grid.row(header.top).findIndex((value) => !isBlank(value))) } : undefined;
  return { sheet: grid.sheet, codes, filledDown: frame.filledDown, columns, raggedHeader };
}

/** The header's texts by their folded form, written as a form writes them. */
function rawWords(grid: Grid, { top, bottom }: Frame["header"]): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (let row = top; row <= bottom; row++) {
    for (const value of grid.row(row)) {
      if (typeof value !== "string" || value.length > longestWord || words.has(foldHeader(value))) continue;
      words.set(foldHeader(value), withoutSpace(value).replace(/[0-9０-９]+/g, "#"));
    }
  }
  return words;
}

function isWord(grid: Grid, { top, bottom }: Frame["header"], place: number): boolean {
  for (let row = top; row <= bottom; row++) if (!isBlank(grid.value(row, place))) return true;
  return false;
}

type RowKind = keyof ColumnEvidence["standing"];

function readColumn(grid: Grid, frame: Frame, rows: readonly DataRow[], place: number, header: readonly string[], ownHeader: boolean): ColumnEvidence {
  const initiative = frame.codes.get("initiative")?.place ?? 0;
  const tally = new ColumnTally(frame.filledDown && place < initiative);
  let first: CellPlace | undefined;
  let opening: CellValue;
  let before: DataRow | undefined;
  for (const data of rows) {
    const at = { row: data.row, column: place >= initiative ? place + data.shift : place };
    const value = place + data.shift < initiative && place >= initiative ? undefined : grid.value(at.row, at.column);
    const kind = kindOf(data, before);
    if (kind !== "otherRows") opening = value;
    if (!isBlank(value)) first ??= at;
    tally.add(kind, value, at, opening);
    before = data;
  }
  const headerRow = [...Array(Math.max(0, frame.header.bottom - frame.header.top + 1)).keys()].map((index) => frame.header.bottom - index);
  const own = headerRow.find((row) => !isBlank(grid.value(row, place)));
  const at = own !== undefined ? { row: own, column: place } : (first ?? { row: rows[0]?.row ?? 0, column: place });
  return { place, at, header, ownHeader, ...tally.result() };
}

function kindOf({ code }: DataRow, before: DataRow | undefined): RowKind {
  if (before?.code[0] !== code[0]) return "issueRows";
  return before?.code[1] === code[1] ? "otherRows" : "strategyRows";
}

/** Counts the cells of one column. */
class ColumnTally {
  readonly #texts = new Map<string, { count: number; readonly at: CellPlace }>();
  readonly #standing = { issueRows: none(), strategyRows: none(), otherRows: none() };
  #strings = 0;
  #numbers = 0;
  #others = 0;
  #headed = 0;
  #issue: CellValue;

  /** Where blocks are filled down, a text that is repeated in its block is one text. */
  constructor(readonly once: boolean) {}

  add(kind: RowKind, value: CellValue, at: CellPlace, opening: CellValue): void {
    const standing = this.#standing[kind];
    standing.rows++;
    if (kind === "issueRows") this.#issue = value;
    if (isBlank(value)) return;
    standing.filled++;
    const repeated = kind === "otherRows" ? value === opening : kind === "strategyRows" && value === this.#issue;
    if (repeated) standing.same++;
    if (typeof value === "number") this.#numbers++;
    else if (typeof value !== "string") this.#others++;
    else if (!(this.once && repeated && kind === "otherRows")) this.#addText(value, at);
  }

  #addText(text: string, at: CellPlace): void {
    this.#strings++;
    if (headingOf(text) !== undefined) this.#headed++;
    const short = text.length <= 2 * longestWord ? tidy(text) : "";
    if (short === "" || short.length > longestWord || isBlankText(short)) return;
    const met = this.#texts.get(short);
    if (met) met.count++;
    else if (this.#texts.size < mostTexts) this.#texts.set(short, { count: 1, at });
  }

  result() {
    const texts = [...this.#texts].map(([text, met]) => ({ text, ...met }));
    return { texts, strings: this.#strings, numbers: this.#numbers, others: this.#others, headed: this.#headed, standing: this.#standing };
  }
}

function none(): { rows: number; filled: number; same: number } {
  return { rows: 0, filled: 0, same: 0 };
}
