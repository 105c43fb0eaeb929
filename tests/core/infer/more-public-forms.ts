import { of, office, topic, type PublicForm, type Row } from "./public-forms.ts";

/** A prefecture's programmes with external grades in capitals, and under each its points with internal grades in small letters. */
function miyazaki(): PublicForm {
  const rows: Row[] = [["平成28年度の取組に係る政策評価の結果"], ["番号", "プログラム名", "外部評価", "重点項目", "内部評価"]];
  let index = 0;
  for (let program = 1; program <= 8; program++) {
    for (let point = 1; point <= 2 + (program % 2); point++) {
      rows.push([...(point === 1 ? [program, `${topic(program)}プログラム`, of(["B", "B", "A", "C"], program)] : ["", "", ""]), `${topic(index + 9)}を進める`, of(["b", "a", "b", "c", "b"], index)]);
      index++;
    }
  }
  return { name: "宮崎県 政策評価", source: "pref.miyazaki.lg.jp/sogoseisaku/kense/kekaku/h29hyouka.html", rows, counts: [8, 20], faults: [{ put: { C6: "" }, finds: ["status-missing C6"] }, { put: { E7: "" }, finds: ["status-missing E7"] }, { put: { A6: 1 }, finds: ["code-duplicate A6"] }] };
}

/** A grade with a plus between two plain ones, and three levels. */
function ibaraki(): PublicForm {
  const rows: Row[] = [["県総合計画の進行管理（平成24年度評価結果）"], ["目標", "政策", "数値目標", "単位", "期待値", "実績値", "進捗状況"]];
  let index = 0;
  for (const goal of [1, 2, 3]) {
    for (const policy of [1, 2]) {
      for (let target = 0; target < 4; target++) {
        rows.push([policy === 1 && target === 0 ? `目標${goal}　${topic(goal)}` : "", target === 0 ? `（${policy}）${topic(index + 5)}` : "", `${topic(index)}の数`, "件", 100 + index, 95 + 2 * index, of(["A", "B+", "A", "B", "A", "C", "B+"], index)]);
        index++;
      }
    }
  }
  rows.push(["A：期待値以上　B+：期待値をやや下回る　B：期待値を下回る　C：期待値を大きく下回る"]);
  return { name: "茨城県 総合計画の数値目標", source: "happylibus.com/doc/38074", rows, counts: [3, 6, 24], faults: [{ put: { G5: "D" }, finds: ["status-unknown G5"] }, { put: { G6: "" }, finds: ["status-missing G6"] }, { put: { B7: "（1）図書館" }, finds: ["code-duplicate B7"] }] };
}

/** Criteria for the managers of facilities, several rows for each facility. */
function shobara(): PublicForm {
  const rows: Row[] = [["指定管理者モニタリング評価"], ["施設名", "指定管理者", "評価区分", "評価", "コメント"]];
  const views = ["施設利用状況", "事業収支", "職員配置", "事業実施", "管理運営全般", "施設維持管理", "サービス向上", "危機管理対策", "利用者評価", "総合評価"];
  for (let facility = 0; facility < 4; facility++) {
    views.forEach((view, index) => rows.push([index === 0 ? `${topic(facility)}センター` : "", index === 0 ? `${topic(facility)}協会` : "", view, of(["A", "B", "A", "B", "C", "A", "S"], facility + index), "協定のとおりであった。"]));
  }
  rows.push(["S：優良　A：良好　B：標準（妥当）　C：要努力　D：要改善"]);
  return { name: "庄原市 指定管理者のモニタリング", source: "city.shobara.hiroshima.jp/main/government/manager/cat01/post_153.html", rows, counts: [4, 40], faults: [{ put: { D5: "" }, finds: ["status-missing D5"] }, { put: { D8: "E" }, finds: ["status-unknown D8"] }, { put: { D4: "Ｂ" }, finds: ["status-spelling D4 safe B"] }] };
}

/** A ministry's aims that run on over its policies, with three long words. */
function transport(): PublicForm {
  const rows: Row[] = [["平成28年度　政策チェックアップ評価書"], ["政策目標", "施策目標", "評価結果", "担当部局"]];
  let number = 0;
  for (let policy = 1; policy <= 5; policy++) {
    for (let aim = 0; aim < 3; aim++) {
      number++;
      rows.push([aim === 0 ? `${policy}　${topic(policy)}` : "", `${number}　${topic(number + 6)}を図る`, of(["目標達成", "進展が大きくない", "相当程度進展あり", "進展が大きくない"], number), "総合政策局"]);
    }
  }
  return { name: "国土交通省 政策チェックアップ", source: "kancho-t.com/todays-photography/todays-photography-205", rows, counts: [5, 15], faults: [{ put: { C6: "" }, finds: ["status-missing C6"] }, { put: { B8: "5　公園の整備" }, finds: ["code-duplicate B8"] }, { put: { C4: "目標 達成" }, finds: ["status-spelling C4 suggested 目標達成"] }] };
}

/** A reform plan: whether work has begun, and how far it is. */
function reform(): PublicForm {
  const rows: Row[] = [["第二次行政改革大綱　取り組み項目の進捗状況（平成27年3月末現在）"], ["No.", "取り組み項目", "主管課", "実施状況", "達成度"]];
  for (let index = 0; index < 18; index++) rows.push([index + 1, `${topic(index)}の見直し`, office(index), of(["取組中", "取組中", "完了", "取組中", "未着手"], index), of(["一部達成", "未達成", "達成", "一部達成", "未達成"], index)]);
  return { name: "行政改革大綱 取り組み項目", source: "paperzz.com/doc/6270048", rows, counts: [18], faults: [{ put: { D5: "" }, finds: ["status-missing D5"] }, { put: { A7: 4 }, finds: ["code-duplicate A7"] }, { put: { E6: "一部 達成" }, finds: ["status-spelling E6 safe 一部達成"] }] };
}

/** A children's plan: two rows for an item, planned and provided, with one grade for both. */
function children(): PublicForm {
  const rows: Row[] = [["子ども・子育て支援事業計画　点検・評価"], ["事業", "区分", "計画", "実績", "評価"]];
  for (let index = 0; index < 8; index++) {
    rows.push([`${"①②③④⑤⑥⑦⑧".charAt(index)}${topic(index)}事業`, "量の見込み", 100 + index, 98 + index, of(["A", "B", "A", "C", "B"], index)], ["", "確保方策", 110 + index, 111 + index, ""]);
  }
  rows.push([], ["A", "順調", "計画以上である"], ["B", "おおむね順調", "課題がある"], ["C", "順調ではない", "課題が多い"]);
  return { name: "中央区 子ども・子育て支援事業計画", source: "expydoc.com/doc/7208353", rows, counts: [8, 16], faults: [{ put: { E5: "" }, finds: ["status-missing E5"] }, { put: { A7: "②図書館事業" }, finds: ["code-duplicate A7"] }, { put: { E7: "Ａ" }, finds: ["status-spelling E7 safe A"] }] };
}

/** A welfare plan: aims with a sign and its words, indicators in small letters. */
function fukuoka(): PublicForm {
  const rows: Row[] = [["保健福祉総合計画の進捗評価"], ["分野", "基本目標", "基本目標の評価", "成果指標", "初期値", "現状値", "指標の評価"]];
  let index = 0;
  for (const part of [1, 2, 3]) {
    for (const aim of [1, 2]) {
      for (let indicator = 0; indicator < 3; indicator++) {
        rows.push([aim === 1 && indicator === 0 ? `各論${part}　${topic(part)}` : "", ...(indicator === 0 ? [`基本目標${aim}　${topic(index + 3)}`, of(["Ａ：順調", "Ｂ：概ね順調", "Ｃ：やや遅れている"], part + aim)] : ["", ""]), `${topic(index)}の割合`, `${50 + index}％`, `${51 + index}％`, of(["a", "b", "a", "b", "c"], index)]);
        index++;
      }
    }
  }
  rows.push(["基本目標の評価　A：順調　B：概ね順調　C：やや遅れている　D：遅れている"], ["指標の評価　a：順調に進んでいる　b：改善または現状維持　c：悪化している"]);
  return { name: "福岡市 保健福祉総合計画", source: "city.fukuoka.lg.jp/data/open/cnt/3/67225/1/04_shiryou1-1.txt", rows, counts: [3, 6, 18], faults: [{ put: { C6: "" }, finds: ["status-missing C6"] }, { put: { G5: "d" }, finds: ["status-unknown G5"] }, { put: { G7: "" }, finds: ["status-missing G7"] }] };
}

/** Two scales of the same letters, and items with nothing to judge. */
function ichinomiya(): PublicForm {
  const rows: Row[] = [["環境基本計画　進行管理表（平成17年度）"], ["番号", "市の取組事項", "担当課", "進捗状況", "達成見通し"]];
  for (let index = 0; index < 20; index++) {
    const isNone = index % 7 === 6;
    rows.push([`${Math.floor(index / 5) + 1}-${(index % 5) + 1}`, `${topic(index)}を進める。`, office(index), isNone ? "該当事業なし" : of(["B", "B", "A", "C", "B", "D"], index), isNone ? "該当事業なし" : of(["B", "B", "B", "C", "B", "D"], index)]);
  }
  rows.push(["進捗状況　A：計画以上　B：計画通り　C：多少下回る　D：不十分"], ["達成見通し　A：前倒し可能　B：予定通り　C：やや遅れる　D：1年以上遅れる"]);
  return { name: "一宮市 環境基本計画の進行管理", source: "city.ichinomiya.aichi.jp/kankyou/kankyouseisaku/1044357/1010136/1000449/1003191.html", rows, counts: [20], faults: [{ put: { D5: "E" }, finds: ["status-unknown D5"] }, { put: { E6: "" }, finds: ["status-missing E6"] }, { put: { A7: "1-4" }, finds: ["code-duplicate A7"] }] };
}

export const morePublicForms: readonly PublicForm[] = [miyazaki(), ibaraki(), shobara(), transport(), reform(), children(), fukuoka(), ichinomiya()];
