import { utils, write } from "@e965/xlsx";
import { GridBuilder, type Grid } from "../../src/core/model/grid.ts";

type Cell = string | number;
type Rows = readonly (readonly Cell[])[];

/** A sheet of a workbook for tests. */
export interface MadeCard {
  readonly name: string;
  readonly rows: Rows;
  readonly hidden?: boolean;
  readonly isProtected?: boolean;
}

/** A workbook of 20 cards modelled on public forms, with the truth about it. */
export interface CardSample {
  readonly name: string;
  /** All sheets in order, including those that are no cards. */
  readonly sheets: readonly MadeCard[];
  /** Number of items on each level. */
  readonly counts: readonly number[];
  /** The sheets that are no cards, and why. */
  readonly leftOut: readonly (readonly [name: string, why: string])[];
  /** Cells to overwrite: 'sheet'!B4. */
  readonly faults: Readonly<Record<string, Cell>>;
  /** Errors and warnings with the faults, in the order of the sheets; without the faults there are none. */
  readonly truth: readonly string[];
  /** The sheets whose card is marked without the faults: required, then attention. */
  readonly required: readonly string[];
  readonly attention: readonly string[];
}

const things = ["公園", "図書館", "保育", "道路", "防災", "ごみ減量", "観光", "農業", "健診", "文化財", "下水道", "消防団", "学校給食", "介護予防", "空き家", "商店街", "スポーツ", "国際交流", "水路", "広報"];
const sections = ["都市整備課", "生涯学習課", "こども課", "道路課", "危機管理課"];
const numbers = things.map((_, index) => index + 1);
const thing = (number: number) => things[number - 1] ?? "";
const section = (number: number) => sections[number % sections.length] ?? "";
/** One value for some numbers and another for all others. */
const some = <Value>(value: Value, of: readonly number[], other: Value) => (number: number) => (of.includes(number) ? value : other);
/** Terms with one of them marked. */
const chosen = (terms: readonly string[], term: string, [on, off]: readonly [string, string]) => terms.map((each) => `${each === term ? on : off}${each}`).join("　");
const two = (number: number) => String(number).padStart(2, "0");

/** Numbered cards with choices spread over cells and a legend on each, a list, a cover and an example. */
function numbered(): CardSample {
  const grade = (number: number) => ["A", "A", "B", "B", "C"][number % 5] ?? "";
  const future = some("廃止", [7], "継続");
  const card = (number: number, title = thing(number)): Rows => [
    ["令和6年度　事務事業評価書"],
    ["整理番号", number, "", "事務事業名", `${title}の管理`, "", ""],
    ["担当部課", section(number), "", "実施方法", "■直営", "□補助", "□委託"],
    [],
    ["1　事業の目的・内容"],
    ["事業の目的", `${title}を守り、育てる。`],
    ["事業の対象", "市民"],
    ["手段", `${title}について、年に${number}回の点検をする。`],
    ["2　評価"],
    ["達成度", grade(number), "", "目的妥当性", "A"],
    ["今後の方向性", chosen(["拡充", "継続", "縮小", "廃止"], future(number), ["■", "□"])],
    ["備考", "A：高い　B：普通　C：低い"],
  ];
  return {
    name: "整理番号のある評価書",
    sheets: [
      { name: "表紙", rows: [["令和6年度　事務事業評価書"], ["みなと市"], ["令和7年3月"]] },
      { name: "一覧", rows: [["整理番号", "事務事業名", "担当部課"], ...numbers.map((number) => [number, `${thing(number)}の管理`, section(number)])] },
      { name: "記入例", rows: card(99, "見本") },
      ...numbers.map((number) => ({ name: `No${number}`, rows: card(number) })),
    ],
    counts: [20],
    leftOut: [["表紙", "other"], ["一覧", "list"], ["記入例", "example"]],
    faults: { "'No3'!B10": "Ｂ", "'No5'!B11": "□拡充　□継続　□縮小　□廃止", "'No8'!B2": 18, "'No9'!B11": "■拡充　■継続　□縮小　□廃止", "'No12'!B10": "E", "'No14'!A10": "", "'No14'!B10": "" },
    truth: ["'No3'!B10 status-spelling", "'No5'!B11 status-missing", "'No8'!B2 code-sequence", "'No9'!B11 status-unknown", "'No12'!B10 status-unknown", "'No14'!A1 column-missing", "'No18'!B2 code-duplicate"],
    required: ["No7"],
    attention: ["No4", "No9", "No14", "No19"],
  };
}

/** Points from 3 to 1 with a legend, labels with numbers and colons, values in wide merged areas. */
function points(): CardSample {
  const need = some(1, [6, 13], 3);
  const card = (number: number): Rows => [
    ["", "事前評価シート"],
    ["", "①事務事業名", "", "", `${thing(number)}整備事業`, "", "", "②部課名", "", section(number)],
    ["", "③会計", "", "", "一般会計", "", "", "④事業期間", "", "令和4年度～令和8年度"],
    ["", "⑤事業の対象：市内の全世帯"],
    ["", "⑥事業の手段：工事の発注と監督"],
    ["", "⑦評価の視点【 3：高い　2：普通　1：低い 】"],
    ["", "必要性", "", "", need(number), "", "", "緊急性", "", (number % 2) + 2],
    ["", "有効性", "", "", 3, "", "", "理由", "", "市民の声が多いため。"],
    ["", "⑧決算額", "", "", `${number * 120}千円`],
  ];
  return {
    name: "3・2・1の点",
    sheets: numbers.map((number) => ({ name: `事業 ${number}`, rows: card(number) })),
    counts: [20],
    leftOut: [],
    faults: { "'事業 2'!E7": "", "'事業 4'!E8": 7, "'事業 10'!E2": "" },
    truth: ["'事業 2'!E7 status-missing", "'事業 4'!E8 status-unknown", "'事業 10'!E2 text-missing"],
    required: [],
    attention: ["事業 6", "事業 13"],
  };
}

/** Labels above their values, in bands, and words for the direction. */
function stacked(): CardSample {
  const direction = some("見直し", [3, 17], "継続");
  const card = (number: number): Rows => [
    ["事務事業評価表"],
    ["事業番号", "事務事業名", "所管部", "所管課"],
    [`0${3 + (number % 3)}${two(number)}`, `${thing(number)}推進事業`, "区民部", section(number)],
    [],
    ["必要性", "効率性", "手段の適切性", "目的達成度"],
    [4, (number % 2) + 3, 3, some(2, [11], 4)(number)],
    ["※4～1の4段階で記入　4：良い　3：おおむね良い　2：やや悪い　1：悪い"],
    ["方向性", "評価の理由"],
    [direction(number), `${thing(number)}への関心が高まっている。`],
  ];
  return {
    name: "上に見出しのある評価表",
    sheets: numbers.map((number) => ({ name: two(number), rows: card(number) })),
    counts: [20],
    leftOut: [],
    faults: { "'04'!A9": "継続 ", "'09'!C6": 9, "'13'!A3": "0303", "'16'!A9": "" },
    truth: ["'04'!A9 status-spelling", "'09'!C6 status-unknown", "'13'!A3 code-duplicate", "'16'!A9 status-missing"],
    required: ["03", "17"],
    attention: ["11"],
  };
}

/** Two judges, the second of whom decides, grades S to D without a legend, a small table of measures, notes inserted on some cards. */
function measures(): CardSample {
  const first = (number: number) => ["S", "A", "B", "A", "C"][number % 5] ?? "";
  const second = some("D", [8], "A");
  const card = (number: number): Rows => [
    ["施策評価調書"],
    ["施策番号", `2${two(number)}-10`, "", "所管部", "福祉部"],
    ["施策名", `${thing(number)}の充実`],
    ...(number % 4 === 0 ? [["重点施策", "該当する"], ["根拠法令", "条例第3条"]] : []),
    ["成果指標名", "単位", "目標値", "実績値", "達成率"],
    [`${thing(number)}の満足度`, "％", 80, 60 + number, `${Math.round((60 + number) / 0.8)}%`],
    [`${thing(number)}の利用者`, "人", 1000, 900 + number, `${Math.round((900 + number) / 10)}%`],
    ["一次評価", first(number), "", "二次評価", second(number)],
    ["評価の理由", "計画のとおり進んでいる。"],
  ];
  return {
    name: "一次評価と二次評価",
    sheets: [{ name: "記入要領", rows: [["施策評価調書の書き方"], ["1", "評価はSからDまでの5段階とする。"], ["2", "根拠を書く。"]] }, ...numbers.map((number) => ({ name: `施策${number}`, rows: card(number) }))],
    counts: [20, 40],
    leftOut: [["記入要領", "other"]],
    faults: { "'施策2'!B7": "Ａ", "'施策4'!B9": "", "'施策5'!E7": "X", "'施策6'!B2": "201-10" },
    truth: ["'施策2'!B7 status-spelling", "'施策4'!B9 status-missing", "'施策5'!E7 status-unknown", "'施策6'!B2 code-duplicate"],
    required: ["施策8"],
    attention: [],
  };
}

/** The plan above the item with codes, tick boxes, progress in words, a blank card to copy. */
function planned(): CardSample {
  const progress = some("遅れている", [5, 18], "順調");
  const goal = (number: number) => (number <= 10 ? 1 : 2);
  const policy = (number: number) => (number <= 5 ? 1 : number <= 10 ? 2 : number <= 15 ? 1 : 2);
  const card = (number: number): Rows => [
    ["", "主要事業　個票"],
    ["", "基本目標", `${goal(number)} ${goal(number) === 1 ? "安心のまち" : "学びのまち"}`],
    ["", "政策", `${goal(number)}-${policy(number)} ${policy(number) === 1 ? "備えの強化" : "担い手の育成"}`],
    ["", "事業名", `${thing(number)}プロジェクト`],
    ["", "担当課", section(number), "記入日", "令和7年4月10日"],
    ["", "進捗状況", progress(number)],
    ["", "必要性", chosen(["高い", "普通", "低い"], number === 12 ? "低い" : "高い", ["☑", "☐"])],
    ["", "課題", `${thing(number)}を担う人が足りない。`],
  ];
  const blank = card(1).map(([, label = "", value = ""]) => ["", label, typeof value === "string" && value.includes("☑") ? "☐高い　☐普通　☐低い" : ""]);
  return {
    name: "計画のなかの個票",
    sheets: [{ name: "ひな形", rows: blank }, ...numbers.map((number) => ({ name: `p${number}`, rows: card(number) }))],
    counts: [2, 4, 20],
    leftOut: [["ひな形", "blank"]],
    faults: { "'p2'!C7": "☐高い　☐普通　☐低い", "'p7'!C6": "順調 ", "'p9'!C3": "3-2 担い手の育成", "'p14'!C4": "" },
    truth: ["'p2'!C7 status-missing", "'p7'!C6 status-spelling", "'p9'!C3 code-parent", "'p14'!C4 text-missing"],
    required: ["p5", "p18"],
    attention: ["p12"],
  };
}

export const cardSamples: readonly CardSample[] = [numbered(), points(), stacked(), measures(), planned()];

/** The sheets with overwritten cells; "" empties one. */
export function withCells(sheets: readonly MadeCard[], cells: CardSample["faults"]): readonly MadeCard[] {
  return sheets.map(({ name, rows, ...others }) => {
    const written = rows.map((row) => [...row]);
    for (const [place, value] of Object.entries(cells)) {
      const [sheet, cell = ""] = place.split("!");
      const { r, c } = utils.decode_cell(cell);
      const row = written[r];
      if (sheet === `'${name}'` && row) row[c] = value;
    }
    return { ...others, name, rows: written };
  });
}

export function gridsOf(sheets: readonly MadeCard[]): readonly Grid[] {
  return sheets.map(({ name, rows, hidden = false }, index) => {
    const builder = new GridBuilder();
    rows.forEach((row, at) => row.forEach((value, column) => builder.set(at, column, value === "" ? undefined : value)));
    return builder.build({ id: String(index + 1), name, hidden }, false);
  });
}

/** The sheets as a workbook. */
export function cardWorkbook(sheets: readonly MadeCard[]): Uint8Array {
  const book = utils.book_new();
  for (const { name, rows, isProtected = false } of sheets) {
    const sheet = utils.aoa_to_sheet(rows.map((row) => row.map((cell) => (cell === "" ? undefined : cell))));
    if (isProtected) sheet["!protect"] = {};
    utils.book_append_sheet(book, sheet, name);
  }
  const bytes: unknown = write(book, { type: "buffer", bookType: "xlsx" });
  if (!(bytes instanceof Uint8Array)) throw new Error("no workbook was written");
  return bytes;
}

/** The first sample's cards over and over, numbered through and without their list; every tenth from 3 on has a misspelled grade, every tenth from 5 on no direction. */
export function manyCards(count: number): readonly MadeCard[] {
  const cards = numbered().sheets.filter(({ name }) => name.startsWith("No"));
  const all = Array.from({ length: count }, (_, index) => ({ name: `No${index + 1}`, rows: cards[index % cards.length]?.rows ?? [] }));
  const faults: Record<string, Cell> = {};
  for (let number = 1; number <= count; number++) {
    faults[`'No${number}'!B2`] = number;
    if (number % 10 === 3) faults[`'No${number}'!B10`] = "Ｂ";
    if (number % 10 === 5) faults[`'No${number}'!B11`] = "□拡充　□継続　□縮小　□廃止";
  }
  return withCells(all, faults);
}
