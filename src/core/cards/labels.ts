import { isBlank } from "../form/reader.ts";
import { isSign } from "../infer/scales.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import { tidy } from "../wording/hidden.ts";
import { choicesIn, isMark } from "./choices.ts";

/** Labels for the name, the grade, the number and other fields, from cards of about 20 cities. */
const nameLabel = /^(?:事務事業|事業|施策|取組|取り組み|計画|プロジェクト|業務|個別事業|細事業|基本事業)(?:の)?(?:名称?|タイトル)$/;
/** Labels for the name where other things than work are judged. Above a list they name what its items belong to. */
const objectLabel = /^(?:(?:補助|委託)事業|(?:補助|交付|負担|助成)金等?|制度|講座|イベント)(?:の)?(?:名称?|タイトル)$/;
const gradeLabel = wholly(
  "(?:総合|一次|二次|1次|2次|第1次|第2次|最終|内部|外部|自己|所管課|担当課|部局長?)?(?:評価|判定|評定)(?:結果|区分|ランク)?",
  "(?:必要|有効|効率|妥当|公平|緊急|経済|公益|公共|目的妥当|(?:手段の)?適切)性",
  "(?:目的|目標)?達成(?:度|状況)",
  "進捗(?:度|状況)",
  "(?:今後の|次年度の?|事業の|施策の)?(?:方向性|方針|取扱い)",
  "成果",
  "優先度",
);
const codeLabel = /^(?:(?:事務)?事業|施策|整理|管理|個票|シート)?(?:番号|コード|No\.?|№)$/i;
const planLabels = ["基本(?:目標|政策|方針|施策)", "政策(?:名|分野)?", "施策(?:名|目標)?", "分野", "章", "節", "大項目", "中項目", "小項目", "重点(?:施策|事業)", "総合計画.*"];
const workLabels = ["事業(?:区分|種別|期間|概要|内容|の?目的|の?対象|の?概要|の?内容|費)", "(?:事業の?)?(?:目的|対象|手段|意図|概要)", "根拠法令(?:等)?", "実施方法", "(?:事業)?(?:開始|終了)年度", "年度"];
const officeLabels = ["(?:担当|所管|主管)(?:部|課|局|室|係|部署|部局|部課|課名|者|グループ)?名?", "(?:部|課|局|部局|部課|所属|グループ)名", "記入者", "作成者", "電話", "内線", "作成日", "記入日"];
const numberLabels = ["会計(?:区分)?", "予算(?:額|科目)", "決算額", "(?:指標|活動指標|成果指標)名?", "目標値?", "実績値?", "達成率", "単位"];
const proseLabels = ["理由", "評価(?:の)?理由", "(?:今後の)?課題", "改善策", "改革改善案", "備考", "コメント", "所見", "(?:外部)?意見"];
const otherLabel = wholly(...planLabels, ...workLabels, ...officeLabels, ...numberLabels, ...proseLabels);
/** Longer texts are values. */
const longestLabel = 24;
const numbering = /^(?:[①-⑳]|[(（]?[0-9０-９]{1,2}[)）.．、])[\s\u3000]*(?=\D)/;

/** The label without spaces, its number, a colon, the brackets of a heading and notes in brackets. */
export function labelOf(text: string): string {
  const bare = tidy(text).replace(numbering, "").normalize("NFKC").replace(/[\s:]+/g, "");
  return bare.replace(/[(][^()]*[)]$/, "").replace(/^[【〔[]|[】〕\]]$/g, "");
}

/** Each word is a part of a pattern, for several of the kind at once. */
function wholly(...words: readonly string[]): RegExp {
  return new RegExp(`^(?:${words.join("|")})$`);
}

/** True for a label whose value names an item or its place in the plan. */
export function isNameLabel(label: string): boolean {
  return nameLabel.test(labelOf(label)) || isObjectLabel(label);
}

/** True for a label that names a subsidy, a course or the like. */
export function isObjectLabel(label: string): boolean {
  return objectLabel.test(labelOf(label));
}

/** The narrowest of several names on a card: 事務事業名 rather than 施策名. */
export function nameRank(label: string): number {
  if (isObjectLabel(label)) return 3;
  return /事業|業務/.test(label) ? 0 : /取組|取り組み|プロジェクト/.test(label) ? 1 : 2;
}

/** True for a label whose value is a grade, by the label alone. */
export function isGradeLabel(label: string): boolean {
  return gradeLabel.test(labelOf(label));
}

/** True for a label that asks for sentences: equal ones on many cards grade nothing. */
export function isProseLabel(label: string): boolean {
  return /(?:理由|課題|内容|概要|目的|意図|手段|改善策|改善案|備考|特記事項|コメント|所見|意見)$/.test(labelOf(label));
}

/** True for a label whose value numbers the card. */
export function isCodeLabel(label: string): boolean {
  return codeLabel.test(labelOf(label));
}

/** Labels, which name what is beside or below them: those usual on cards, and those of a form or of the workbook's own cards. */
export class Labels {
  readonly #known = new Map<string, boolean>();

  /** @param own folded by `labelOf` @param dated those of them that have a value for each of several years; undefined if not known */
  constructor(
    private readonly own: ReadonlySet<string> = new Set(),
    private readonly dated?: ReadonlySet<string>,
  ) {}

  /** Undefined if it is not known whether a label has values of several years. */
  isDated(value: CellValue): boolean | undefined {
    return typeof value === "string" ? this.dated?.has(labelOf(value)) : undefined;
  }

  has(value: CellValue): value is string {
    if (typeof value !== "string" || value.length > longestLabel || isBlank(value)) return false;
    let known = this.#known.get(value);
    if (known === undefined) this.#known.set(value, (known = this.#isLabel(labelOf(value))));
    return known;
  }

  #isLabel(bare: string): boolean {
    return this.own.has(bare) || nameLabel.test(bare) || objectLabel.test(bare) || gradeLabel.test(bare) || codeLabel.test(bare) || otherLabel.test(bare);
  }
}

/** A text on several sheets, with the text right of it on each. */
interface Repeated {
  readonly sheets: Set<Grid>;
  readonly values: Set<CellValue>;
  times: number;
}

/**
 * The texts that occur once on most of these sheets, followed by something that differs. They are labels whatever they say.
 * Linear in the cells. @param isValue true for the value cell of a known label
 */
export function repeatedLabels(grids: readonly Grid[], isValue: (grid: Grid, row: number, column: number) => boolean): ReadonlySet<string> {
  const found = new Map<string, Repeated>();
  for (const grid of grids) {
    for (let row = 0; row < grid.rowCount; row++) {
      const cells = grid.row(row);
      let right: CellValue;
      for (let column = cells.length - 1; column >= 0; column--) {
        const value = cells[column];
        if (isBlank(value)) continue;
        if (mayBeLabel(value) && !isValue(grid, row, column) && !isMark(cells[column - 1])) count(found, labelOf(value), grid, right);
        right = value;
      }
    }
  }
  const isRepeated = ({ sheets, values, times }: Repeated) => sheets.size >= Math.max(3, 0.6 * grids.length) && times <= 1.2 * sheets.size && values.size > 1;
  return new Set([...found].flatMap(([text, one]) => (text !== "" && isRepeated(one) ? [text] : [])));
}

function mayBeLabel(value: CellValue): value is string {
  return typeof value === "string" && value.length <= longestLabel && !isSign(value) && /\p{L}/u.test(value) && !/[。！？%％]/.test(value) && choicesIn(value).length === 0;
}

function count(found: Map<string, Repeated>, text: string, grid: Grid, right: CellValue): void {
  const one = found.get(text) ?? { sheets: new Set(), values: new Set(), times: 0 };
  found.set(text, one);
  one.sheets.add(grid);
  one.times++;
  if (right !== undefined && one.values.size < 3) one.values.add(right);
}
