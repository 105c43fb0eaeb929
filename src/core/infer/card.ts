import { isBlank } from "../form/reader.ts";
import type { CellPlace } from "../model/address.ts";
import { GridBuilder, type CellValue, type Grid } from "../model/grid.ts";
import { tidy } from "../wording/hidden.ts";

/** A label of a card and the cell of its value. */
export interface CardField {
  readonly label: string;
  readonly at: CellPlace;
  readonly value: CellPlace;
}

/** A small table on a card: a row of labels with rows of values below. */
export interface CardTable {
  readonly labels: readonly CardField[];
  readonly rows: readonly number[];
}

/** A sheet that is one item: labels beside their values, and perhaps a small table. */
export interface Card {
  readonly fields: readonly CardField[];
  readonly table: CardTable | undefined;
}

const widest = 60;
const tallest = 300;
const nameLabel = /^(?:事務事業|事業|施策|取組|取り組み|計画|プロジェクト|業務|個別事業|細事業)(?:の)?(?:名称?|タイトル)$/;
const gradeLabel = /^(?:(?:総合|一次|二次|1次|2次|最終|内部|外部|自己)?(?:評価|判定|評定)(?:結果)?|(?:必要|有効|効率|妥当|公平|緊急|経済)性|達成(?:度|状況)|進捗(?:度|状況)|(?:今後の|次年度の?)?(?:方向性|方針|取扱い)|成果)$/;
const otherLabel = /^(?:基本(?:目標|政策|方針|施策)|政策(?:名|分野)?|施策(?:名|目標)?|分野|章|節|大項目|中項目|小項目|事業(?:番号|区分|種別|期間|概要|内容|の目的|費)|(?:担当|所管|主管)(?:部|課|局|室|係|部署|課名|者|部局)?名?|(?:部|課|局|部局|所属)名|目的|対象|手段|概要|根拠法令|会計(?:区分)?|予算(?:額|科目)|決算額|開始年度|終了年度|(?:指標|活動指標|成果指標)名?|目標値?|実績値?|達成率|単位|理由|評価(?:の)?理由|課題|改善策|備考|コメント|意見|記入者|作成日|年度|重点(?:施策|事業)|総合計画.*|事業コード|整理番号|№|No\.?)$/i;

/** True for a text that names what stands beside or below it. */
export function isLabel(value: CellValue): value is string {
  if (typeof value !== "string" || value.length > 24) return false;
  const bare = labelOf(value);
  return nameLabel.test(bare) || gradeLabel.test(bare) || otherLabel.test(bare);
}

/** The label without spaces, a colon, brackets of a heading and notes in brackets. */
export function labelOf(text: string): string {
  return tidy(text).normalize("NFKC").replace(/[\s:]+/g, "").replace(/[（(][^（()）]*[)）]$/, "").replace(/^[【〔[]|[】〕\]]$/g, "");
}

export function isNameLabel(label: string): boolean {
  return nameLabel.test(labelOf(label));
}

export function isGradeLabel(label: string): boolean {
  return gradeLabel.test(labelOf(label));
}

/** The card on a sheet; undefined where the sheet is none: it needs a name, a grade, and several labels that stand once. */
export function findCard(grid: Grid): Card | undefined {
  if (grid.rowCount > tallest) return undefined;
  const fields: CardField[] = [];
  let table: CardTable | undefined;
  for (let row = 0; row < grid.rowCount; row++) {
    const labels = labelsIn(grid, row);
    const below = table && row <= (table.rows.at(-1) ?? -1);
    if (below || labels.length === 0) continue;
    if (labels.length >= 3 && isHeader(grid, row, labels)) table ??= tableAt(grid, row, labels);
    else fields.push(...fieldsIn(grid, row, labels));
  }
  const names = fields.filter(({ label }) => isNameLabel(label));
  const grades = fields.filter(({ label }) => isGradeLabel(label));
  const isOnce = new Set(fields.map(({ label }) => labelOf(label))).size >= 0.8 * fields.length;
  return names.length === 1 && grades.length >= 1 && fields.length >= 5 && isOnce ? { fields, table } : undefined;
}

function labelsIn(grid: Grid, row: number): readonly number[] {
  const cells = grid.row(row);
  const found: number[] = [];
  for (let column = 0; column < Math.min(cells.length, widest); column++) if (isLabel(cells[column]) && !isHeading(cells, column)) found.push(column);
  return found;
}

/** True for a word in brackets with nothing beside it: it names what follows. */
function isHeading(cells: readonly CellValue[], column: number): boolean {
  const value = cells[column];
  return typeof value === "string" && /^[\s\u3000]*[【〔［[〈《■●◆]/.test(value) && cells.slice(column + 1).every(isBlank);
}

/** True for labels side by side with nothing between, over values. */
function isHeader(grid: Grid, row: number, labels: readonly number[]): boolean {
  const cells = grid.row(row);
  const first = labels[0] ?? 0;
  const last = labels.at(-1) ?? 0;
  for (let column = first; column <= last; column++) if (!isBlank(cells[column]) && !labels.includes(column)) return false;
  return grid.row(row + 1).some((value, column) => column >= first && column <= last && !isBlank(value) && !isLabel(value));
}

function tableAt(grid: Grid, row: number, columns: readonly number[]): CardTable {
  const rows: number[] = [];
  for (let below = row + 1; below < grid.rowCount && below <= row + 30; below++) {
    const cells = grid.row(below);
    const inside = columns.filter((column) => !isBlank(cells[column]));
    if (inside.length < 2 || labelsIn(grid, below).length > 0) break;
    rows.push(below);
  }
  return { labels: columns.map((column) => ({ label: String(grid.value(row, column)), at: { row, column }, value: { row: row + 1, column } })), rows };
}

/** Each label with the filled cell before the next label, else the cell right of it, or below it. */
function fieldsIn(grid: Grid, row: number, labels: readonly number[]): readonly CardField[] {
  const cells = grid.row(row);
  return labels.map((column, index): CardField => {
    const end = labels[index + 1] ?? Math.min(cells.length, widest);
    let place = column + 1;
    while (place < end && isBlank(cells[place])) place++;
    const beside = { row, column: place < end ? place : column + 1 };
    const isBelow = place >= end && end === column + 1 && !isBlank(grid.value(row + 1, column)) && !isLabel(grid.value(row + 1, column));
    return { label: String(cells[column]), at: { row, column }, value: isBelow ? { row: row + 1, column } : beside };
  });
}

const marked = "■●☑☒✓✔レ◉";
const unmarked = "□○☐◯〇";
const choice = new RegExp(`([${marked}${unmarked}])[\\s\\u3000]*([^${marked}${unmarked}\\s\\u3000、,/／]{1,20})`, "g");

/** The choices of a cell, each with whether it is marked; none where the cell offers none. */
export function choicesIn(value: CellValue): readonly { readonly text: string; readonly isMarked: boolean }[] {
  if (typeof value !== "string" || value.length > 500) return [];
  const found = [...value.matchAll(choice)].map(([, mark = "", text = ""]) => ({ text, isMarked: marked.includes(mark) }));
  return found.length >= 2 ? found : [];
}

/** The card as a table: one row for each row of its small table, the card's own values on the first. */
export interface CardSheet {
  readonly grid: Grid;
  /** The label of each column. */
  readonly labels: readonly CardField[];
  /** How many of the columns are the card's own; the others are its small table's. */
  readonly own: number;
  /** Where a cell of the table stands on the sheet. */
  realOf(place: CellPlace): CellPlace;
}

/** Lays a card out as a table with one header row. */
export function cardSheet(grid: Grid, { fields, table }: Card): CardSheet {
  const builder = new GridBuilder();
  const labels = [...fields, ...(table?.labels ?? [])];
  const count = Math.max(1, table?.rows.length ?? 0);
  const realOf = ({ row, column }: CellPlace): CellPlace => {
    const field = labels[column] ?? labels[0];
    if (!field) return { row, column };
    if (row === 0) return field.at;
    return column < fields.length ? field.value : { row: table?.rows[row - 1] ?? field.value.row, column: field.value.column };
  };
  labels.forEach(({ label }, column) => {
    builder.set(0, column, label);
    for (let row = 1; row <= (column < fields.length ? 1 : count); row++) {
      const at = realOf({ row, column });
      builder.set(row, column, valueOf(grid.value(at.row, at.column)), grid.numberFormat(at.row, at.column));
    }
  });
  return { grid: builder.build(grid.sheet, grid.date1904), labels, own: fields.length, realOf };
}

/** Of a choice the one that is marked; nothing where none is, and the cell as it stands where several are. */
function valueOf(value: CellValue): CellValue {
  const choices = choicesIn(value);
  if (choices.length === 0) return value;
  const own = choices.filter(({ isMarked }) => isMarked);
  return own.length === 1 ? own[0]?.text : own.length === 0 ? undefined : value;
}
