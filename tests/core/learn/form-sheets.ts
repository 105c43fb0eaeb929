import { utils, write } from "@e965/xlsx";

/** A cell of a workbook: a text, or a number shown as a date. */
export type Cell = string | { readonly date: number };
type Rows = readonly (readonly Cell[])[];

/**
 * A city's plan: pages first, codes and titles in columns of their own, judgements before the titles, strategies 1-1 and
 * initiatives 1-1-ア, words of its own. Data in rows 4 to 16.
 */
export const cityRows: Rows = [
  ["令和7年度　あさぎ市総合計画　進行管理表"],
  ["頁", "章", "", "節", "", "", "取組", "", "", "担当課"],
  ["", "番号", "章の名称", "番号", "進み具合", "節の名称", "番号", "進み具合", "取組の名称"],
  ["P.3", "1", "健やかに暮らす", "1-1", "計画どおり", "子育てを支える", "1-1-ア", "計画どおり", "保育の受け皿づくり", "保育課"],
  ["P.4", "", "", "", "", "", "1-1-イ", "計画より早い", "子育て相談の窓口", "子育て課"],
  ["P.5", "", "", "", "", "", "1-1-ウ", "計画どおり", "遊び場の見回り", "公園課"],
  ["P.6", "", "", "1-2", "計画より遅れている", "高齢者を見守る", "1-2-ア", "計画より遅れている", "見守り訪問", "福祉課"],
  ["P.7", "", "", "", "", "", "1-2-イ", "計画どおり", "通いの場", "福祉課"],
  ["P.9", "2", "学びを楽しむ", "2-1", "計画どおり", "学校を整える", "2-1-ア", "計画どおり", "校舎の改修", "施設課"],
  ["P.10", "", "", "", "", "", "2-1-イ", "計画どおり", "端末の更新", "教育課"],
  ["P.11", "", "", "2-2", "計画どおり", "本に親しむ", "2-2-ア", "計画より早い", "移動図書館", "図書館"],
  ["P.12", "", "", "", "", "", "2-2-イ", "未着手", "読書会", "図書館"],
  ["P.14", "3", "まちを守る", "3-1", "計画どおり", "水害に備える", "3-1-ア", "計画どおり", "排水路の清掃", "下水道課"],
  ["P.15", "", "", "", "", "", "3-1-イ", "計画どおり", "水位計の設置", "防災課"],
  ["P.16", "", "", "", "", "", "3-1-ウ", "計画より遅れている", "避難情報の見直し", "防災課"],
  ["P.17", "", "", "3-2", "計画どおり", "火災を防ぐ", "3-2-ア", "計画どおり", "消火栓の点検", "消防課"],
];

/**
 * A bureau's table: codes A, A-1, A-1-(1) with the pillar's title behind its code, filled down, signs ○△× and an effect in
 * words, numbers of pages alone. Data in rows 2 to 13.
 */
export const bureauRows: Rows = [
  ["柱", "施策番号", "施策の内容", "施策の評価", "事業番号", "事業名", "達成状況", "効果", "資料ページ"],
  ...pillar("A 道をつくる", "A-1", "歩きやすい道を増やし、段差をなくす。", "○", ["A-1-(1)", "歩道の段差解消", "○", "大きい", "2"], ["A-1-(2)", "自転車道の整備", "△", "小さい", "3"], ["A-1-(3)", "街灯の更新", "○", "大きい", "4"]),
  ...pillar("A 道をつくる", "A-2", "古い橋を点検し、計画を立てて直す。", "△", ["A-2-(1)", "橋の点検", "○", "大きい", "6"], ["A-2-(2)", "橋の補修", "×", "小さい", "7"]),
  ...pillar("B 水をまもる", "B-1", "水道管を取り替え、漏れを減らす。", "○", ["B-1-(1)", "管の取替え", "○", "大きい", "9"], ["B-1-(2)", "漏水の調査", "○", "大きい", "10"]),
  ...pillar("B 水をまもる", "B-2", "川辺に親しめる場所を増やす。", "○", ["B-2-(1)", "階段の設置", "○", "小さい", "12"], ["B-2-(2)", "川の清掃", "○", "大きい", "13"]),
  ...pillar("C 緑をふやす", "C-1", "公園を増やし、手入れの担い手を育てる。", "○", ["C-1-(1)", "公園の新設", "△", "大きい", "15"], ["C-1-(2)", "緑の学校", "○", "大きい", "16"], ["C-1-(3)", "花壇の手入れ", "○", "大きい", "17"]),
];

function pillar(title: string, code: string, text: string, tag: string, ...items: readonly (readonly string[])[]): Rows {
  return items.map((item) => [title, code, text, tag, ...item]);
}

/** The workbook of one sheet, with some cells replaced. */
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
