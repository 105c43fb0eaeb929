import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { WorkSheet } from "@e965/xlsx";
import { z } from "zod";

/** True if the program is installed that tells where the words of a PDF stand; tests with it are skipped otherwise. */
export const hasPdfText = spawnSync("pdftotext", ["-v"]).error === undefined;

/** A word on a printed page, in points from its left upper corner. */
interface Word {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

/** The words of a page above its footer. */
export type PrintedPage = readonly Word[];

const footer = 40;
/** How far the words of one line stand apart in height, since fonts differ in one row. */
const sameLine = 4;
/** Less than two lines stand apart, and how many lines a column's name has above the header at most. */
const lineHeight = 9;
const mostLines = 4;

/** The pages of a PDF. */
export function pagesIn(pdf: Uint8Array): readonly PrintedPage[] {
  const folder = mkdtempSync(join(tmpdir(), "tenken-pdf-"));
  try {
    writeFileSync(join(folder, "printed.pdf"), pdf);
    const text = execFileSync("pdftotext", ["-bbox", join(folder, "printed.pdf"), "-"], { encoding: "utf8" });
    return text.split("<page ").slice(1).map(wordsIn);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function wordsIn(page: string): PrintedPage {
  const height = Number(/height="([\d.]+)"/.exec(page)?.[1]);
  const words = [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)</g)];
  return words.map(([, left, top, right, text = ""]) => ({ text, left: Number(left), top: Number(top), right: Number(right) })).filter(({ top }) => top < height - footer);
}

/** How far a word may stand over the edge of its cell, in points: edges are reckoned from words, which stand a little inside. */
const slack = 2;
const widthShape = z.object({ width: z.number() });

/** Where a table stands. */
export interface TablePlace {
  /** The sheet whose columns it has, and how many of them. */
  readonly sheet: WorkSheet | undefined;
  readonly columns: number;
  /** A column that is empty in no row, and what its header says. */
  readonly named: number;
  readonly header: string;
  /** The numbers of which some end where the table ends. */
  readonly ending: RegExp;
  readonly rows?: number;
}

/** A printed table as its words stand, whatever cells they came from: the texts of each column. */
export interface PrintedTable {
  /** What runs on over the columns to its right, above the header. */
  readonly names: readonly string[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Reads a table. A word that does not stand within one column is told in its text. */
export function tableOn(page: PrintedPage, { sheet, columns, named, header, ending, rows = page.length }: TablePlace): PrintedTable {
  const widths = z.array(widthShape).parse(sheet?.["!cols"]).slice(0, columns);
  const whole = widths.reduce((sum, { width }) => sum + width, 0);
  const start = Math.min(...page.map(({ left }) => left));
  const end = Math.max(...page.filter(({ text }) => ending.test(text)).map(({ right }) => right));
  const edges = widths.reduce((known, { width }) => [...known, (known.at(-1) ?? start) + (width / whole) * (end - start)], [start]);
  const columnAt = (x: number) => edges.findIndex((edge, index) => edge <= x && x < (edges[index + 1] ?? edge));
  const textsBetween = (from: number, to: number, point: (word: Word) => number, runsOn = false) => {
    const texts = widths.map(() => "");
    const line = page.filter(({ top }) => top >= from && top < to);
    for (const word of line.sort((one, other) => one.top - other.top || one.left - other.left)) {
      const column = columnAt(point(word));
      const isWithin = runsOn || (word.left > (edges[column] ?? 0) - slack && word.right < (edges[column + 1] ?? 0) + slack);
      if (column !== -1) texts[column] = (texts[column] ?? "") + (isWithin ? word.text : ` ${word.text} crosses an edge`);
    }
    return texts;
  };
  const middle = ({ left, right }: Word) => (left + right) / 2;
  const headerTop = page.find((word) => word.text === header && columnAt(middle(word)) === named)?.top ?? Number.NaN;
  const tops = page.filter((word) => word.top > headerTop + lineHeight && columnAt(middle(word)) === named).map(({ top }) => top);
  const lines = tops.sort((one, other) => one - other).slice(0, rows);
  return {
    names: textsBetween(headerTop - mostLines * lineHeight, headerTop - sameLine, ({ left }) => left + slack, true),
    header: textsBetween(headerTop - sameLine, (lines[0] ?? 0) - sameLine, middle),
    rows: lines.map((top) => textsBetween(top - sameLine, top + sameLine, middle)),
  };
}
