import { largest } from "../../../core/model/many.ts";
import { FieldReader } from "./fields.ts";

/** The delimiter of a text, and the start of its first line. As in Excel, a line sep=… before it is not part of the sheet. */
export interface Layout {
  readonly delimiter: string;
  readonly start: number;
}

const byExtension: ReadonlyMap<string, readonly string[]> = new Map([["csv", [",", "\t", ";"]]]);
const otherwise = ["\t", ",", ";"];
const spoken = /^"?sep=([^\r\n"])"?[ ,;\t]*(?:\r\n?|\n|$)/i;
const sampleRows = 200;
const sampleFields = 20_000;

/**
 * The delimiter that a line sep=… names, otherwise the one that splits the first lines most evenly. If several do, the one
 * for the file's extension.
 */
export function layoutOf(extension: string, text: string): Layout {
  const [line, named] = spoken.exec(text) ?? [];
  if (line !== undefined && named !== undefined) return { delimiter: named, start: line.length };
  const candidates = byExtension.get(extension) ?? otherwise;
  const scores = candidates.map((delimiter) => evenness(text, delimiter));
  return { delimiter: candidates[scores.indexOf(largest(scores))] ?? ",", start: 0 };
}

/**
 * The number of delimiters outside quotes in the first lines. A line counts no more than most lines have, so that one
 * sentence with many commas has little weight.
 */
function evenness(text: string, delimiter: string): number {
  const fields = new FieldReader(text, delimiter);
  const counts: number[] = [];
  let read = 0;
  for (let field = fields.next(); field !== undefined && field.row < sampleRows && read < sampleFields; field = fields.next()) {
    counts[field.row] = field.column;
    read++;
  }
  counts.sort((one, other) => one - other);
  const usual = counts[Math.floor(counts.length / 2)] ?? 0;
  return counts.reduce((sum, count) => sum + Math.min(count, usual), 0);
}
