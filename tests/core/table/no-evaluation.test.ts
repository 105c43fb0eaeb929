import { describe, expect, it } from "vitest";
import { builtInForms } from "../../../src/core/form/built-in.ts";
import { inspect } from "../../../src/core/inspect.ts";
import { GridBuilder, type CellValue } from "../../../src/core/model/grid.ts";

type Rows = readonly (readonly CellValue[])[];
/** Draws from a list, and whole numbers below a bound. */
interface Dice {
  readonly of: <Item>(items: readonly Item[]) => Item;
  readonly below: (bound: number) => number;
}

/** The same sheets in every run. */
function diceOf(seed: number): Dice {
  let state = seed * 2_654_435_761 + 12_345;
  const below = (bound: number) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return state % bound;
  };
  return {
    below,
    of: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError("nothing to draw from");
      return item;
    },
  };
}

const times = <Item>(count: number, item: (index: number) => Item): readonly Item[] => Array.from({ length: count }, (_, index) => item(index));
const goods = ["コピー用紙 A4", "ボールペン 黒", "トナー", "机", "椅子", "ホワイトボード", "封筒 角2", "クリアファイル", "付箋", "電池 単3"];
const people = ["山田 太郎", "鈴木 花子", "佐藤 一郎", "高橋 美咲", "田中 健", "伊藤 直子"];
const sections = ["総務課", "市民課", "福祉課", "土木課", "教育委員会"];
const weekdays = ["月", "火", "水", "木", "金"];
const serial = (dice: Dice) => 45_000 + dice.below(700);

const kinds: Readonly<Record<string, (dice: Dice) => Rows>> = {
  "a price list": (dice) => [
    ["価格表（令和8年度）"], [],
    ["No.", "品名", "規格", "単価", "数量", "金額", "備考"],
    ...times(4 + dice.below(14), (n) => [n + 1, dice.of(goods), dice.of(["個", "箱", "本"]), 100 + dice.below(900), 1 + dice.below(20), 1000 + dice.below(9000), dice.of(["", "", "在庫あり", "－"])]),
    ["合計", "", "", "", "", 123_456],
  ],
  "a calendar": (dice) => [
    [`令和8年${1 + dice.below(12)}月 行事予定`],
    ["日", "曜", "行事", "場所", "担当"],
    ...times(28, (n) => [`${n + 1}`, dice.of(weekdays), dice.of(["", "会議", "研修 1-1", "健診", "避難訓練"]), dice.of(["", "第1会議室", "講堂"]), dice.of(["", ...sections])]),
  ],
  "a roster": (dice) => [
    ["番号", "氏名", "所属", "内線", "出欠", "評価"],
    ...times(4 + dice.below(14), (n) => [`1-${n + 1}`, dice.of(people), dice.of(sections), `${2000 + dice.below(999)}`, dice.of(["○", "×", "△", ""]), dice.of(["A", "B", "C", "S"])]),
  ],
  "a register": (dice) => [
    ["文書台帳"],
    ["文書番号", "件名", "受付日", "保存期間", "担当課", "状況", "備考"],
    ...times(4 + dice.below(14), (n) => [`総-${n + 1}`, `${dice.of(goods)}の購入について`, serial(dice), dice.of(["1年", "3年", "5年"]), dice.of(sections), dice.of(["完了", "未", "処理中", "－"]), ""]),
  ],
  "an order list": (dice) => [
    ["発注状況一覧"],
    ["注文番号", "品名", "取引先", "数量", "達成状況", "納品状況", "ページ"],
    ...times(4 + dice.below(14), (n) => [`${1 + (n >> 3)}-${1 + (n % 8)}`, dice.of(goods), dice.of(["（株）みどり", "あさひ商会"]), 1 + dice.below(50), dice.of(["達成", "未達成", "達成"]), dice.of(["済", "未"]), `p.${n + 1}`]),
  ],
  "a list of targets by sales person": (dice) => [
    ["担当者", "目標", "実績", "達成率", "達成状況"],
    ...times(4 + dice.below(14), () => [dice.of(people), 100 + dice.below(100), 80 + dice.below(150), `${50 + dice.below(90)}%`, dice.of(["達成", "未達成"])]),
  ],
  "a list of codes": (dice) => [
    ["コード", "名称", "上位コード", "備考"],
    ...times(3 + dice.below(4), (one) => times(3, (two) => [`${one + 1}-${two + 1}`, dice.of(goods), String(one + 1), ""])).flat(),
    ...times(4 + dice.below(14), (n) => [`1-1-${n + 1}`, dice.of(goods), "1-1", dice.of(["", "廃止"])]),
  ],
  "a table of contents": (dice) => [
    ["目次"],
    ...times(3 + dice.below(6), (one) => [[`${one + 1} ${dice.of(["総則", "経理", "契約"])}`, "", `p.${one * 10 + 1}`], ...times(3, (two) => ["", `${one + 1}-${two + 1} ${dice.of(goods)}`, `p.${one * 10 + two + 2}`])]).flat(),
  ],
  "a timetable": (dice) => [
    ["時限", ...weekdays],
    ...times(6, (n) => [`${n + 1}`, ...weekdays.map(() => dice.of(["国語", "算数", "理科", "1-1 体育", "2-1", "音楽"]))]),
  ],
  "a list of equipment with its state": (dice) => [
    ["設備番号", "設備名", "設置場所", "状態", "点検結果", "有効性", "備考"],
    ...times(4 + dice.below(14), (n) => [`${1 + dice.below(3)}-${1 + dice.below(4)}-${n + 1}`, dice.of(["消火器", "非常灯", "分電盤"]), dice.of(sections), dice.of(["順調", "良好", "要修理"]), dice.of(["A", "B", "C"]), dice.of(["有効", "無効"]), ""]),
  ],
  "a budget": (dice) => [
    ["款", "項", "目", "節", "予算額", "執行額", "執行率"],
    ...times(4 + dice.below(14), () => [1 + dice.below(9), 1 + dice.below(4), 1 + dice.below(3), dice.of(["報酬", "需用費", "委託料"]), dice.below(9_000_000), dice.below(9_000_000), dice.below(100) / 100]),
  ],
  "a questionnaire": (dice) => [
    ["問1-1 窓口の対応はいかがでしたか"],
    ["回答番号", "年代", "評価", "理由"],
    ...times(4 + dice.below(14), (n) => [n + 1, dice.of(["20代", "30代", "40代"]), dice.of(["①", "②", "③", "④"]), dice.of(["", "親切だった", "待ち時間が長い"])]),
  ],
  "a schedule of work": (dice) => [
    ["工程表"],
    ["WBS", "作業", "担当", "開始", "終了", "進捗", "状況"],
    ...times(4, (one) => [[`${one + 1}`, `工程${one + 1}`, "", serial(dice), serial(dice), `${dice.below(101)}%`, ""], ...times(3, (two) => [`${one + 1}.${two + 1}`, dice.of(["設計", "試験", "移行"]), dice.of(people), serial(dice), serial(dice), `${dice.below(101)}%`, dice.of(["完了", "遅れている", "順調", "未着手"])])]).flat(),
  ],
};

const each = 80;

function gridOf(rows: Rows) {
  const builder = new GridBuilder();
  rows.forEach((cells, row) => cells.forEach((value, column) => builder.set(row, column, value)));
  return builder.build({ id: "1", name: "表", hidden: false }, false);
}

describe("sheets that are no evaluation", () => {
  it.each(Object.keys(kinds))("%s is not taken for one", (kind) => {
    const taken = times(each, (seed) => {
      const rows = kinds[kind]?.(diceOf(seed + 1)) ?? [];
      const inspection = inspect(gridOf(rows), builtInForms);
      return inspection && `${seed}: ${inspection.form.form.id}, ${[...inspection.table.columns.keys()].join(" ")}`;
    });
    expect(taken.filter((one) => one !== null)).toEqual([]);
  });

  it("are a thousand", () => {
    expect(Object.keys(kinds).length * each).toBeGreaterThan(1000);
  });
});
