import { of, office, topic, type PublicForm, type Row } from "./public-forms.ts";

const circled = Array.from("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮");

/** A grade with a star between two plain ones, judged for each indicator and for its item. */
function health(): PublicForm {
  const rows: Row[] = [["健康増進計画　最終評価一覧"], ["目標項目", "項目の評価", "指標", "ベースライン値", "目標値", "直近の実績値", "指標の評価"]];
  let index = 0;
  for (let item = 1; item <= 5; item++) {
    for (let part = 0; part < 3 + (item % 2); part++) {
      rows.push([part === 0 ? `(${item})${topic(item)}` : "", part === 0 ? of(["B", "B*", "C", "A", "D"], item) : "", `${circled[part]}${topic(index + 9)}の割合`, `${20 + index}.5%\n（平成22年）`, `${30 + index}%`, `${24 + index}.1%\n（令和元年）`, of(["B", "A", "C", "B*", "B", "D", "A", "B*", "E"], index)]);
      index++;
    }
  }
  rows.push([], ["A：目標値に達した　B：改善傾向にある　B*：Bのうち目標年度までに達成が危ぶまれる　C：変わらない　D：悪化している　E：評価困難"]);
  return { name: "健康日本21 最終評価", source: "wic-net.com/material/document/885/17", rows, counts: [5, 18], faults: [{ put: { G4: "" }, finds: ["status-missing G4"] }, { put: { G5: "F" }, finds: ["status-unknown G5"] }, { put: { C5: "①図書館の割合" }, finds: ["code-duplicate C5"] }] };
}

/** Circled grades whose explanations end with the rates that they stand for. */
function tama(): PublicForm {
  const rows: Row[] = [["総合戦略　数値目標の評価（令和5年度）"], ["基本目標", "数値目標", "単位", "基準値", "目標値", "実績値", "達成度", "委員会の評価", "担当課"]];
  for (let index = 0; index < 15; index++) {
    const rate = [1.1, 0.85, 0.4, 1, 0.72, 0.6, 1.3][index % 7] ?? 1;
    rows.push([index % 5 === 0 ? `基本目標${index / 5 + 1}　${topic(index)}` : "", `${topic(index + 3)}の件数`, "件", 80 + index, 100, 100 * rate, rate, rate >= 1 ? "①" : rate >= 0.6 ? "②" : "③", office(index)]);
  }
  rows.push([], ["①：目標値の達成に向けて着実に進んでいる。（達成度100％以上）"], ["②：目標値の達成に向けて概ね進んでいる。（達成度60％以上100％未満）"], ["③：改善や工夫が必要と思われる。（達成度60％未満）"]);
  return { name: "多摩市 総合戦略の評価方法", source: "expydoc.com/doc/10040981", rows, counts: [3, 15], faults: [{ put: { H3: "②" }, finds: ["status-derived H3"] }, { put: { H5: "" }, finds: ["status-missing H5"] }, { put: { D6: { date: 45_449 } }, finds: [] }] };
}

/** Two judgements whose headers name two years and that are not the same, and a mark that few items have. */
function port(): PublicForm {
  const rows: Row[] = [["個別施策管理シート一覧"], ["施策", "個別施策", "", "事務事業", "", "担当", "重点化", "令和5年度までの状況", "令和6年度以降の方向性"], ["", "番号", "名称", "番号", "名称"]];
  for (let index = 0; index < 18; index++) {
    const [measure, own] = [Math.floor(index / 6) + 1, (Math.floor(index / 3) % 2) + 1];
    rows.push([index % 6 === 0 ? `${measure}　${topic(measure)}` : "", ...(index % 3 === 0 ? [`${measure}-${own}`, topic(index + 2)] : ["", ""]), index + 1, `${topic(index + 5)}事業`, office(index), index % 5 === 0 ? "◎" : index % 5 === 3 ? "〇" : "", of(["順調", "順調", "やや遅れ", "順調", "遅れ"], index), of(["継続", "継続", "完了", "継続", "延伸", "統合"], index)]);
  }
  rows.push([], ["重点化　◎：特に重点化を図る　〇：重点化を図る"], ["状況　順調：到達すべきレベルの80％以上　やや遅れ：60％以上　遅れ：60％未満"], ["方向性　継続：継続が妥当　完了：目的を達成した　延伸：先送りする　統合：他とまとめる"]);
  return { name: "名古屋港管理組合 個別施策管理", source: "port-of-nagoya.jp/meikan/gyozaisei/gyoseihyoka/1001259/1001260/1001263.html", rows, counts: [3, 6, 18], faults: [{ put: { H5: "" }, finds: ["status-missing H5"] }, { put: { H8: "停止" }, finds: ["status-unknown H8"] }, { put: { D9: 5 }, finds: ["code-duplicate D9"] }] };
}

/** The criterion of each item is beside it, and the year's grade beside the interim one. */
function school(): PublicForm {
  const rows: Row[] = [["令和5年度　学校評価"], ["評価の項目", "今年度の重点目標", "具体的な取組", "主担当", "達成度判断基準", "判定基準", "中間評価", "評価", "成果と課題"]];
  for (let index = 0; index < 16; index++) {
    rows.push([index % 4 === 0 ? `${circled[index / 4]} ${topic(index)}` : "", index % 2 === 0 ? `${topic(index + 3)}に努める。` : "", `${topic(index + 8)}を計画的に行う。`, of(["教務", "研究", "保健"], index), `${topic(index)}ができた児童が\nA 80%以上である\nB 70%以上である\nC 70%未満である`, "Cの場合、取組を見直す。", of(["A", "B", "B", "C", "A"], index), of(["A", "A", "B", "B", "C"], index), `${topic(index)}の成果があった。`]);
  }
  return { name: "加賀市 学校評価", source: "kaga.ed.jp/~sakumi-e/gakkouhyouka/h26houkoku.files/sheet001.htm", rows, counts: [4, 8, 16], faults: [{ put: { H4: "" }, finds: ["status-missing H4"] }, { put: { H6: "Ｂ" }, finds: ["status-spelling H6"] }, { put: { C9: "" }, finds: ["text-missing C9"] }] };
}

/** Letters with their words behind a space; three columns use the same letters for other words. */
function fujimino(): PublicForm {
  const rows: Row[] = [["事務事業評価　結果一覧"], ["予算コード", "事務事業名称", "部", "課", "決算額（千円）", "実施の必要性", "事業の水準", "今後の方向性"]];
  for (let index = 0; index < 28; index++) {
    rows.push([`01-0${2 + Math.floor(index / 7)}-${String(1 + (index % 7) * 3).padStart(2, "0")}`, `${topic(index)}事業`, of(["総務部", "福祉部"], Math.floor(index / 14)), office(Math.floor(index / 3)), 1200 + 31 * index, of(["a 高い", "a 高い", "b 普通", "c 低い"], index), of(["a 適正", "a 適正", "b 一部見直し"], index), of(["b 継続", "b 継続", "a 拡充", "b 継続", "c 改善", "b 継続", "e 縮小", "f 休止・廃止", "d 統合", "g 完了"], index)]);
  }
  rows.push([], ["今後の方向性　a 拡充　b 継続　c 改善　d 統合　e 縮小　f 休止・廃止　g 完了"]);
  return { name: "ふじみ野市 事務事業評価", source: "city.fujimino.saitama.jp/doc/2017071200077", rows, counts: [28], faults: [{ put: { H4: "" }, finds: ["status-missing H4"] }, { put: { H8: "h 検討" }, finds: ["status-unknown H8"] }, { put: { A7: "01-02-10" }, finds: ["code-duplicate A7"] }, { put: { H5: "ｂ 継続" }, finds: ["status-spelling H5"] }] };
}

/** Two judges, of whom the first judges four things, and a course of each. */
function summary(): PublicForm {
  const rows: Row[] = [["事務事業評価一覧"], ["No.", "部名", "事業名", "一次評価", "", "", "", "二次評価", "今後の方針", ""], ["", "", "", "活動", "成果", "効率", "総合", "総合", "一次", "二次"]];
  for (let index = 0; index < 24; index++) rows.push([index + 1, of(["企画部", "市民部", "教育部"], Math.floor(index / 8)), `${topic(index)}事業`, of(["A", "A", "B"], index), of(["A", "B", "A", "C"], index), of(["－", "－", "A", "B", "－"], index), of(["A", "B", "A", "A", "C"], index), of(["A", "B", "B", "A", "C"], index), of(["現状維持", "内容見直し", "現状維持"], index), of(["現状維持", "内容見直し", "現状維持", "事業廃止"], index)]);
  return { name: "事務事業評価の総括", source: "expydoc.com/doc/11361379", rows, counts: [24], faults: [{ put: { H5: "" }, finds: ["status-missing H5"] }, { put: { J7: "" }, finds: ["status-missing J7"] }, { put: { C9: "" }, finds: ["text-missing C9"] }] };
}

/** Bands that name what follows, in the column of its names; marks in brackets, one a row. */
function tochigi(): PublicForm {
  const rows: Row[] = [["環境基本計画　指標の状況"], ["指標項目", "単位", "設定時の値", "現況値", "年度目標値", "達成度", "備考"]];
  let index = 0;
  for (const band of ["(1)大気環境の保全", "(2)水環境の保全", "(3)自然環境の保全", "(4)循環型社会の形成"]) {
    rows.push([band]);
    for (let part = 0; part < 5; part++) {
      rows.push([`${topic(index)}の達成率`, "%", `${90 + index}.1 (H16)`, `${91 + index}.2 (R5)`, 95, of(["◎", "○", "○", "△", "◎", "▲", "−"], index), index % 7 === 3 ? "再掲" : ""]);
      index++;
    }
  }
  rows.push([], ["（◎）目標値を達成したもの"], ["（○）年度目標値を達成したもの"], ["（△）年度目標値は未達成だが、前年度よりは改善したもの"], ["（▲）年度目標値が未達成で、前年度より改善していないもの"], ["（−）現況値未確定"]);
  return { name: "栃木県 環境基本計画の指標", source: "expydoc.com/doc/10748981", rows, counts: [4, 20], faults: [{ put: { F4: "" }, finds: ["status-missing F4"] }, { put: { F5: "◇" }, finds: ["status-unknown F5"] }, { put: { A6: "" }, finds: ["text-missing A6"] }, { put: { A9: "(1)水環境の保全" }, finds: ["code-duplicate A9"] }] };
}

export const planForms: readonly PublicForm[] = [health(), tochigi(), tama(), port(), school(), fujimino(), summary()];
