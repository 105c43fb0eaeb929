import type { Applied, Change } from "../../../../src/core/model/changes.ts";
import type { CellValue } from "../../../../src/core/model/grid.ts";
import type { PlannedCell, SheetPlan } from "../../../../src/core/model/sheet-plan.ts";
import { inflateInNode } from "../../../../src/hosts/file/inflate-node.ts";
import { deflateInNode } from "../../../../src/hosts/file/deflate-node.ts";
import { newWorkbook, openEditable, type EditableFile } from "../../../../src/hosts/file/open-editable.ts";
import { Package } from "../../../../src/hosts/file/zip/package.ts";
import { packedBytes } from "../../../../src/hosts/file/zip/zip.ts";

const ways = { inflate: inflateInNode, deflate: deflateInNode };

export function openForEdit(bytes: Uint8Array): Promise<EditableFile> {
  return openEditable(bytes, ways);
}

export function blank(): EditableFile {
  return newWorkbook(ways);
}

/** The file after changes and the result of applying them. */
export async function applied(bytes: Uint8Array, changes: readonly Change[]): Promise<{ readonly result: Applied; readonly saved: Uint8Array; readonly file: EditableFile }> {
  const file = await openForEdit(bytes);
  const result = await file.apply(changes);
  return { result, saved: await file.save(), file };
}

export function edit(sheet: string, row: number, column: number, from: CellValue, to: string | number | boolean, numberFormat?: string): Change {
  return { kind: "edit-cells", sheet, edits: [{ at: { row, column }, from, to, ...(numberFormat === undefined ? {} : { numberFormat }) }] };
}

export function block(row: number, column: number, lastRow = row, lastColumn = column) {
  return { first: { row, column }, last: { row: lastRow, column: lastColumn } };
}

export function marks(sheet: string, required: ReturnType<typeof block>[], attention: ReturnType<typeof block>[] = []): Change {
  return { kind: "set-marks", sheet, blocks: { required, attention } };
}

/** The text of a part of a zip file; undefined if it does not exist. */
export async function partText(bytes: Uint8Array, name: string): Promise<string | undefined> {
  const pack = new Package(bytes, inflateInNode);
  if (pack.find(name) === undefined) return undefined;
  const pieces: Uint8Array[] = [];
  for await (const piece of pack.stream(name)) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
}

/** The parts of a workbook as texts, by name. An empty list of looks means the same as none, and is left out. */
export async function partsOf(bytes: Uint8Array): Promise<Record<string, string>> {
  const names = [...entriesOf(bytes).keys()];
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, (await partText(bytes, name))?.replace('<dxfs count="0"/>', "") ?? ""] as const)));
}

/** The entries of a zip file in order: names with their compressed bytes. */
export function entriesOf(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  return new Map([...new Package(bytes, inflateInNode).entries].map(([key, entry]) => [key, packedBytes(bytes, entry)]));
}

/** A small sheet like those of the summary: a title, a header, counts with a total by formula, links, a chart. */
export function plan(overrides: Partial<SheetPlan> = {}, link?: string): SheetPlan {
  const cell = (role: PlannedCell["role"], value: PlannedCell["value"], more: Partial<PlannedCell> = {}): PlannedCell => ({ role, value, ...more });
  const counts = [[12, 3, 1], [40, 20, 4]];
  const rows: (PlannedCell | null)[][] = [
    [cell("title", "集計 <総括> & \"点検\"")],
    [cell("note", "令和8年11月24日 旭区")],
    [cell("header", "経営課題"), cell("header", "順調"), cell("header", "順調でない"), cell("header", "未記入・不明")],
    ...counts.map((numbers, index) => [
      cell("text", `=課題${index + 1}`, link === undefined ? {} : { link: { sheet: link, at: { row: index, column: 0 } } }),
      ...numbers.map((number) => cell("count", number)),
    ]),
    [cell("totalText", "合計"), ...[0, 1, 2].map((column) => cell("totalCount", (counts[0]?.[column] ?? 0) + (counts[1]?.[column] ?? 0), { formula: `SUM(${"BCD"[column] ?? ""}4:${"BCD"[column] ?? ""}5)` }))],
    [null, cell("share", 0.65, { formula: "B6/SUM(B6:D6)" }), cell("required", "要見直し"), cell("attention", "長い文章です。".repeat(20)), cell("input", null)],
  ];
  return {
    own: "totals",
    name: "集計",
    widths: [30, 12, 12, 24, 20],
    rows,
    frozenRows: 3,
    repeatedRows: { first: 2, last: 2 },
    pageBreaks: [4],
    filter: block(2, 0, 4, 3),
    footer: "旭区 & 総括表",
    charts: [
      {
        title: "達成状況の割合",
        alternative: "順調 52、順調でない 23、未記入・不明 5",
        place: block(8, 0, 24, 4),
        categories: block(3, 0, 4, 0),
        series: [
          { name: { row: 2, column: 1 }, values: block(3, 1, 4, 1), color: "#2E75B6", font: "#FFFFFF" },
          { name: { row: 2, column: 2 }, values: block(3, 2, 4, 2), color: "#FFC166", font: "#1F1F1F" },
          { name: { row: 2, column: 3 }, values: block(3, 3, 4, 3), color: "#A0A7AF", font: "#1F1F1F" },
        ],
      },
    ],
    inputColumns: [4],
    fingerprint: 'a1b2"c3',
    ...overrides,
  };
}

export function write(of: SheetPlan, more: { readonly replaces?: string; readonly after?: string } = {}): Change {
  return { kind: "write-sheet", plan: of, replaces: more.replaces, after: more.after };
}
