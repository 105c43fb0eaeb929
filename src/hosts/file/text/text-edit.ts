import type { CellWrite, WrittenCell } from "../../../core/model/changes.ts";
import { a1 } from "../../../core/model/address.ts";
import { needsTextFormat } from "../../../core/model/cell-text.ts";
import { isSameValue } from "../../../core/model/grid.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import { concatenated } from "../zip/bytes.ts";
import type { DecodedText } from "./decode.ts";
import type { Layout } from "./delimiter.ts";
import { FieldReader, type Field } from "./fields.ts";
import { TextCode } from "./text-code.ts";

/** A piece of the text and its replacement. */
interface Patch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly cell: string;
}

/** The present and the final content of a cell. */
interface Planned {
  readonly edit: CellWrite;
  readonly now: string;
  readonly to: string;
}

/**
 * Writes fields of a delimited text and keeps every other byte. A field keeps its quotes; one without gets them only if it
 * needs them. Text files know no text format, so a text that Excel would take for a formula is only written over another
 * formula. @throws {Refusal} moved, naming the first cell that differs; reads-as-formula, no-such-letter, each naming all
 * its cells
 */
export function editText(bytes: Uint8Array, { text, encoding }: DecodedText, { delimiter, start: firstLine }: Layout, edits: readonly CellWrite[]) {
  const places = new Map<string, Field>();
  /** The last field of each written row. */
  const lasts = new Map<number, { readonly column: number; readonly end: number }>();
  const rows = new Set(edits.map(({ at }) => at.row));
  const fields = new FieldReader(text, delimiter, firstLine);
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
    if (place) return { start: place.start, end: place.end, text: fieldOf(shielded(place, to), delimiter, isQuoted(place, text)), cell };
    // The row ends before the cell, so the missing fields are added after its last one.
    const { column, end } = lasts.get(at.row) ?? { column: 0, end: 0 };
    lasts.set(at.row, { column: at.column, end });
    return { start: end, end, text: delimiter.repeat(at.column - column) + fieldOf(to, delimiter, false), cell };
  });
  return { bytes: patches.length === 0 ? bytes : patched(bytes, { text, encoding }, delimiter, patches), written };
}

function patched(bytes: Uint8Array, { text, encoding }: DecodedText, delimiter: string, patches: readonly Patch[]): Uint8Array {
  const code = new TextCode(encoding);
  const encoded = patches.map((patch) => ({ ...patch, bytes: code.encode(patch.text) }));
  refuse("no-such-letter", encoded.filter((patch) => patch.bytes === undefined).map(({ cell }) => cell));
  const places = code.bytePlaces(bytes, text, delimiter, encoded.flatMap(({ start, end }) => [start, end]));
  const pieces: Uint8Array[] = [];
  let offset = 0;
  encoded.forEach((patch, index) => {
    pieces.push(bytes.subarray(offset, places[2 * index]), patch.bytes ?? new Uint8Array(0));
    offset = places[2 * index + 1] ?? offset;
  });
  return concatenated([...pieces, bytes.subarray(offset)]);
}

/** A quote that is an ordinary character goes away with the old text. */
function isQuoted({ start, end, isOpen }: Field, text: string): boolean {
  return !isOpen && text.slice(start, end).trimStart().startsWith('"');
}

/** A text written as ="…" stays so, or a code would become a date in Excel. */
function shielded({ isShielded }: Field, to: string): string {
  return isShielded && to !== "" ? `="${to.replaceAll('"', '""')}"` : to;
}

function fieldOf(text: string, delimiter: string, isQuoted: boolean): string {
  const needsQuotes = isQuoted || text.includes(delimiter) || /["\r\n]/.test(text);
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}

function refuse(code: "reads-as-formula" | "no-such-letter", cells: readonly string[]): void {
  if (cells.length > 0) throw new Refusal(code, cells.join(" "));
}
