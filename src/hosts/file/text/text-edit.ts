import type { CellWrite, WrittenCell } from "../../../core/model/changes.ts";
import { a1 } from "../../../core/model/address.ts";
import { isSameValue, needsTextFormat } from "../../../core/model/cell-text.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import { concatenated } from "../zip/bytes.ts";
import { FieldReader, type DecodedText } from "./text-table.ts";
import { TextCode } from "./text-code.ts";

/** A piece of the text and what shall stand in its place. */
interface Patch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly cell: string;
}

/** What a cell holds now, and what it shall hold in the end. */
interface Planned {
  readonly edit: CellWrite;
  readonly now: string;
  readonly to: string;
}

/**
 * Writes fields of a delimited text, and keeps every other byte. A field keeps its quotes; one that has none gets them only where
 * it needs them. Text files know no text format: a text that Excel would make a formula of is written only where one stood there.
 * @throws {Refusal} moved, naming the first cell that differs; reads-as-formula, no-such-letter, each naming all its cells.
 */
export function editText(bytes: Uint8Array, { text, encoding }: DecodedText, delimiter: string, edits: readonly CellWrite[]) {
  const places = new Map<string, { readonly start: number; readonly end: number; readonly text: string }>();
  /** The last field of each row that is written. */
  const lasts = new Map<number, { readonly column: number; readonly end: number }>();
  const rows = new Set(edits.map(({ at }) => at.row));
  const fields = new FieldReader(text, delimiter);
  for (let field = fields.next(); field !== undefined; field = fields.next()) {
    if (!rows.has(field.row)) continue;
    places.set(a1(field), field);
    lasts.set(field.row, field);
  }
  const planned = new Map<string, Planned>();
  const written: WrittenCell[] = [];
  for (const edit of edits) {
    const cell = a1(edit.at);
    const now = planned.get(cell)?.to ?? places.get(cell)?.text ?? "";
    if (!lasts.has(edit.at.row) || !isSameValue(now, edit.from)) throw new Refusal("moved", cell);
    planned.set(cell, { edit, now: places.get(cell)?.text ?? "", to: String(edit.to) });
    written.push({ ...edit, formerFormat: "General" });
  }
  const changing = [...planned].filter(([, { now, to }]) => now !== to);
  refuse("reads-as-formula", changing.filter(([, { now, to }]) => needsTextFormat(to) && !needsTextFormat(now)).map(([cell]) => cell));
  const sorted = changing.sort(([, one], [, other]) => one.edit.at.row - other.edit.at.row || one.edit.at.column - other.edit.at.column);
  const patches = sorted.map(([cell, { edit: { at }, to }]): Patch => {
    const place = places.get(cell);
    if (place) return { ...place, text: fieldOf(to, delimiter, text[place.start] === '"'), cell };
    // The row ends before the cell: what is missing is put behind its last field.
    const { column, end } = lasts.get(at.row) ?? { column: 0, end: 0 };
    lasts.set(at.row, { column: at.column, end });
    return { start: end, end, text: delimiter.repeat(at.column - column) + fieldOf(to, delimiter, false), cell };
  });
  return { bytes: patches.length === 0 ? bytes : patched(bytes, text, new TextCode(encoding), patches), written };
}

function patched(bytes: Uint8Array, text: string, code: TextCode, patches: readonly Patch[]): Uint8Array {
  const encoded = patches.map((patch) => ({ ...patch, bytes: code.encode(patch.text) }));
  refuse("no-such-letter", encoded.filter((patch) => patch.bytes === undefined).map(({ cell }) => cell));
  const pieces: Uint8Array[] = [];
  let at = 0;
  let offset = 0;
  let byte = code.markOf(bytes);
  for (const patch of encoded) {
    const start = byte + code.width(text.slice(at, patch.start));
    byte = start + code.width(text.slice(patch.start, patch.end));
    at = patch.end;
    pieces.push(bytes.subarray(offset, start), patch.bytes ?? new Uint8Array(0));
    offset = byte;
  }
  return concatenated([...pieces, bytes.subarray(offset)]);
}

function fieldOf(text: string, delimiter: string, isQuoted: boolean): string {
  const needsQuotes = isQuoted || text.includes(delimiter) || /["\r\n]/.test(text);
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}

function refuse(code: "reads-as-formula" | "no-such-letter", cells: readonly string[]): void {
  if (cells.length > 0) throw new Refusal(code, cells.join(" "));
}
