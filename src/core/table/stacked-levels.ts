import { knownWords } from "../form/code.ts";
import type { FormReader } from "../form/reader.ts";
import { scanAny } from "../form/scan.ts";
import type { Form, FormColumn } from "../form/schema.ts";
import type { Grid } from "../model/grid.ts";
import { cellText } from "../wording/phrase.ts";
import type { ColumnPlaces } from "./columns.ts";

const innermostParts = new WeakMap<Form, Form | null>();

/** The innermost level of a form whose levels all have their codes under one header, as a form of its own; undefined for any other form. */
export function innermostOfStacked(reader: FormReader): Form | undefined {
  const { form } = reader;
  let inner = innermostParts.get(form);
  if (inner === undefined) {
    const own = form.levels.slice(-1);
    inner = areStacked(reader) ? { ...form, levels: own, columns: form.columns.filter(({ level }) => own.some(({ id }) => id === level)) } : null;
    innermostParts.set(form, inner);
  }
  return inner ?? undefined;
}

function areStacked(reader: FormReader): boolean {
  const headers = reader.form.levels.map((_, depth) => headerOf(reader.codeColumn(depth)));
  return headers.length > 1 && headers.every((header) => header !== undefined && header === headers[0]) && new Set(reader.codes.map(({ template }) => template)).size === headers.length;
}

/** The header of a column that holds nothing but codes. */
function headerOf(column: FormColumn | undefined): string | undefined {
  return column?.holds === "code" ? column.header.join("\u0000") : undefined;
}

/** The places of all columns, given those of the innermost level: the levels above share its code and text columns. */
export function placesOfStacked(reader: FormReader, inner: ColumnPlaces): ColumnPlaces {
  const shared = (find: (depth: number) => FormColumn | undefined) => {
    const place = inner.get(find(reader.innermost)?.id ?? "");
    return reader.form.levels.slice(0, -1).flatMap((_, depth) => {
      const column = find(depth);
      return column && place !== undefined ? [[column.id, place] as const] : [];
    });
  };
  const all = new Map([...shared((depth) => reader.codeColumn(depth)), ...shared((depth) => reader.textColumn(depth)), ...inner]);
  return new Map(reader.form.columns.flatMap(({ id }) => (all.has(id) ? [[id, all.get(id) ?? 0] as const] : [])));
}

/** The level of each row by how its code is written; the innermost where no level writes it so. Linear in the rows. */
export function depthsOfStacked(grid: Grid, reader: FormReader, place: number, firstData: number): ReadonlyMap<number, number> {
  const writings = reader.codes.map(({ template }) => template.replace("{n", "{1"));
  const depths = new Map<number, number>();
  for (let row = firstData; row < grid.rowCount; row++) {
    const code = scanAny(cellText(grid.value(row, place)).slice(0, 80), knownWords);
    const depth = code?.rest === "" ? writings.indexOf(code.writing.trimEnd()) : -1;
    depths.set(row, depth < 0 ? reader.innermost : depth);
  }
  return depths;
}
