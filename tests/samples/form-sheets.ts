import { utils, write } from "@e965/xlsx";

/** A cell of a workbook: a text, or a number shown as a date. */
export type Cell = string | { readonly date: number };
type Rows = readonly (readonly Cell[])[];

/** A city's list: 施策1-1 and following with grades A to D, each used at least twice and not explained. Data in rows 3 to 14. */
export const gradedRows: Rows = [
  ["令和7年度　みどり市　施策評価一覧"],
  ["施策番号", "施策の名称", "評価", "担当課", "備考"],
  ...["子育て支援", "保育", "学校", "図書館", "公園", "道路", "上水道", "下水道", "防災", "消防", "商業", "農業"].map((name, index) => [`施策${1 + Math.floor(index / 4)}-${1 + (index % 4)}`, name, ["A", "B", "A", "C", "D", "B"][index % 6] ?? "", `${name}課`, index % 5 === 0 ? "継続" : ""]),
];

/** A workbook of one sheet with some cells replaced. */
export function workbookOf(name: string, rows: Rows, put: Readonly<Record<string, Cell>> = {}): Uint8Array {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet(rows.map((row) => row.map((cell) => (cell === "" ? undefined : cell))));
  for (const [origin, cell] of Object.entries(put)) {
    utils.sheet_add_aoa(sheet, [[typeof cell === "string" ? cell : { t: "n", v: cell.date, z: 'm"月"d"日"' }]], { origin });
  }
  utils.book_append_sheet(book, sheet, name);
  const bytes: unknown = write(book, { type: "buffer", bookType: "xlsx" });
  if (!(bytes instanceof Uint8Array)) throw new Error("no workbook was written");
  return bytes;
}
