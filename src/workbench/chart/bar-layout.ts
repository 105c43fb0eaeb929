import { largest } from "../../core/model/many.ts";
import { isDark } from "../../core/model/color.ts";
import { textWidth as widthOf } from "../../core/wording/text-width.ts";
import type { ChartView } from "./chart-view.ts";

/** Sizes in CSS pixels. */
const letter = 12;
export const letterHeight = 15;
const titleHeight = 36;
const scaleHeight = 22;
const margin = 16;

export interface ChartBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** One bar: its name in lines, its pieces from the left. */
export interface Bar {
  readonly top: number;
  readonly height: number;
  readonly lines: readonly string[];
  readonly pieces: readonly { readonly name: string; readonly color: string; readonly ink: string; readonly left: number; readonly width: number; readonly value: number }[];
}

export interface LegendEntry {
  readonly name: string;
  readonly color: string;
  readonly left: number;
  readonly top: number;
}

/** Positions of everything in a chart. */
export function barsOf({ categories, series }: ChartView, width: number, height: number): { readonly plot: ChartBox; readonly bars: readonly Bar[]; readonly legend: readonly LegendEntry[] } {
  const nameWidth = Math.min(width * 0.35, largest(categories.map(textWidth), 0));
  const { entries, rows } = legendOf(series, width);
  const left = margin + nameWidth + 8;
  const plot = { left, top: titleHeight, width: Math.max(0, width - left - 2 * margin), height: Math.max(0, height - titleHeight - scaleHeight - rows * 20 - margin) };
  const step = plot.height / Math.max(categories.length, 1);
  const bars = categories.map((name, index) => ({
    top: plot.top + index * step + step * 0.2,
    height: step * 0.6,
    lines: wrapped(name, nameWidth),
    pieces: piecesOf(series, index, plot),
  }));
  const legendTop = plot.top + plot.height + scaleHeight + 16;
  return { plot, bars, legend: entries.map((entry) => ({ ...entry, top: legendTop + entry.top })) };
}

function piecesOf(series: ChartView["series"], index: number, plot: ChartBox): Bar["pieces"] {
  const values = series.map(({ values: all }) => Math.max(0, all[index] ?? 0));
  const whole = values.reduce((sum, value) => sum + value, 0);
  let at = plot.left;
  return series.flatMap(({ name, color }, place) => {
    const value = values[place] ?? 0;
    if (value === 0) return [];
    const width = (plot.width * value) / whole;
    const piece = { name, color, ink: isDark(color) ? "#FFFFFF" : "#1F1F1F", left: at, width, value };
    at += width;
    return [piece];
  });
}

/** The words in rows, each row centred. */
function legendOf(series: ChartView["series"], width: number): { readonly entries: readonly LegendEntry[]; readonly rows: number } {
  const rows: { name: string; color: string; left: number }[][] = [[]];
  let at = 0;
  for (const { name, color } of series) {
    const own = 15 + textWidth(name) + 16;
    if (at > 0 && at + own > width - 2 * margin) {
      rows.push([]);
      at = 0;
    }
    rows.at(-1)?.push({ name, color, left: at });
    at += own;
  }
  const entries = rows.flatMap((row, index) => {
    const last = row.at(-1);
    const indent = last ? Math.max(margin, (width - last.left - 15 - textWidth(last.name)) / 2) : 0;
    return row.map(({ left, ...entry }) => ({ ...entry, left: left + indent, top: index * 20 }));
  });
  return { entries, rows: rows.length };
}

/** An estimate: kana and kanji are as wide as high, others about half. */
function textWidth(text: string): number {
  return widthOf(text, 0.6 * letter, letter);
}

/** A name in lines of at most this width. Words of Latin letters are not broken. */
function wrapped(text: string, width: number): readonly string[] {
  const lines = [""];
  for (const word of text.split(/(?<=\s)|(?<=[^\u0000-\u10ff])/u)) {
    const line = lines.at(-1) ?? "";
    if (line !== "" && textWidth(line + word.trimEnd()) > width + 1) lines.push(word);
    else lines[lines.length - 1] = line + word;
  }
  return lines.map((line) => line.trimEnd());
}
