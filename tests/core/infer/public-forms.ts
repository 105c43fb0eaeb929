import type { CellValue } from "../../../src/core/model/grid.ts";
import type { Cells } from "../sheet.ts";

export type Row = readonly CellValue[];

/** A sheet modelled on a public form. Header words, levels, codes and grades are taken from the source; the texts are made up. */
export interface PublicForm {
  readonly name: string;
  readonly source: string;
  readonly rows: readonly Row[];
  /** Items by level, outermost first. */
  readonly counts: readonly number[];
  /** The contents put into cells, by address, and all findings of them. */
  readonly faults: readonly { readonly put: Cells; readonly finds: readonly string[] }[];
}

const topics = ["公園の整備", "図書館の充実", "道路の補修", "防災訓練", "子育て相談", "健康診査", "商店街の支援", "街路樹の管理", "窓口の改善", "水道の更新", "見守り活動", "職員研修", "広報紙の発行", "自転車の安全", "空き家の活用", "文化財の保存", "農地の保全", "観光の案内", "ごみの減量", "学校の改修", "読書の推進", "国際交流", "消防団の支援", "河川の清掃", "情報の公開", "介護の予防", "食育の推進", "緑化の推進", "住宅の改修", "起業の支援"];
const offices = ["総務課", "福祉課", "建設課", "環境課", "学校教育課"];
export const topic = (index: number) => topics[index % topics.length] ?? "";
export const office = (index: number) => offices[index % offices.length] ?? "";
export const of = (cycle: readonly CellValue[], index: number): CellValue => cycle[index % cycle.length];
const circled = Array.from("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮");
const roman = Array.from("ⅠⅡⅢⅣⅤ");

/** Codes of a gender equality plan with five digits, several sections for an item. */
function toyoake(): PublicForm {
  const rows: Row[] = [["第2次男女共同参画プラン　平成19年度事業評価"], ["基本目標", "対応する施策", "事業コード", "事業", "担当課", "実施の予定", "各課評価"]];
  let index = 0;
  for (const goal of [1, 2]) {
    for (const measure of [1, 2, 3]) {
      for (const item of [1, 2]) {
        rows.push([measure === 1 && item === 1 ? `基本目標${roman[goal - 1]}　${topic(goal)}` : "", item === 1 ? `${circled[measure - 1]}${topic(index + 9)}` : "", `1${goal}1${measure}${item}`, topic(index), office(index), of(["○", "◎", "△"], index), of(["A", "B", "A", "A", "B", "C"], index)]);
        index++;
      }
    }
  }
  rows.push(["△：検討　○：着手・実施　◎：継続・充実"], ["A：計画どおり　B：一部実施　C：未実施"]);
  return { name: "豊明市 男女共同参画プラン", source: "expydoc.com/doc/578267", rows, counts: [2, 6, 12], faults: [{ put: { G5: "" }, finds: ["status-missing G5"] }, { put: { G6: "E" }, finds: ["status-unknown G6"] }, { put: { C8: "11121" }, finds: ["code-duplicate C8"] }] };
}

/** Eight signs, explained by the legend. */
function akiruno(): PublicForm {
  const rows: Row[] = [["第2次総合計画　進捗管理シート（令和5年度）"], ["分野", "施策の成果目標", "", "実績値", "自己評価", "所管課"], ["", "番号", "目標", "", "", ""]];
  for (let index = 0; index < 15; index++) rows.push([index % 5 === 0 ? `第${index / 5 + 1}章　${topic(index)}` : "", index + 1, `${topic(index)}の件数`, `${100 + index}件`, of(["S", "A", "A", "B", "A", "F", "A", "C", "X"], index), office(index)]);
  rows.push(["F：事業完了　S：目標値以上　A：目標値どおり　B：要改善　C：要大幅改善　X：未着手　Y：中止　Z：評価困難"]);
  return { name: "あきる野市 総合計画の進捗管理", source: "city.akiruno.tokyo.jp/0000016060.html", rows, counts: [3, 15], faults: [{ put: { E6: "D" }, finds: ["status-unknown E6"] }, { put: { B9: 5 }, finds: ["code-duplicate B9"] }, { put: { E8: "Ａ" }, finds: ["status-spelling E8 safe A"] }] };
}

/** Circled numbers that run over the sheet, a column for each year. */
function kakogawa(): PublicForm {
  const rows: Row[] = [["令和2年度　教育に関する点検及び評価　重点目標評価の推移"], ["基本的方向", "重点目標", "H28", "H29", "H30", "R1", "R2"]];
  for (let index = 0; index < 15; index++) rows.push([[0, 2, 9, 13].includes(index) ? `${[0, 2, 9, 13].indexOf(index) + 1} ${topic(index)}` : "", `${circled[index]}${topic(index)}を図る`, ...[0, 1, 2, 3, 4].map((year) => of(["A", "B", "B", "A", "B", "A", "C"], index + 2 * year))]);
  rows.push(["年度評価　A：大いに成果あり　B：成果あり　C：工夫改善が必要　D：事業の休廃止も含め、再考の余地あり"]);
  return { name: "加古川市 教育の点検・評価", source: "city.kakogawa.lg.jp/section/ebook/contents/05_keikaku/032_kyouikukanri2021", rows, counts: [4, 15], faults: [{ put: { G4: undefined }, finds: ["status-missing G4"] }, { put: { G7: "E" }, finds: ["status-unknown G7"] }, { put: { C4: undefined }, finds: [] }] };
}

/** Numbers as grades, 1 being the best. */
function kawasaki2007(): PublicForm {
  const rows: Row[] = [["2007年度　施策進行管理・評価表"], ["施策", "事務事業名", "所管課", "達成度", "妥当性", "3か年の達成状況"]];
  for (let index = 0; index < 16; index++) rows.push([index % 4 === 0 ? `${index / 4 + 1}. ${topic(index)}` : "", `${topic(index)}事業`, office(index), of([3, 3, 2, 3, 4, 3], index), of([3, 4, 3, 3], index), of(["Ⅱ", "Ⅱ", "Ⅰ", "Ⅱ", "Ⅲ"], index)]);
  rows.push(["達成度　1：目標を大きく上回って達成　2：目標を上回って達成　3：目標をほぼ達成　4：目標を下回った　5：目標を大きく下回った"], ["妥当性　5：優る　4：やや優る　3：適正　2：やや劣る　1：劣る"], ["達成状況　Ⅰ：当初の目標を上回って達成　Ⅱ：当初の目標どおり達成　Ⅲ：当初の目標を下回った　Ⅳ：法制度等の改定により比較不能"]);
  return { name: "川崎市 施策進行管理 2007", source: "city.kawasaki.jp/170/cmsfiles/contents/0000035/35858", rows, counts: [4, 16], faults: [{ put: { D5: 9 }, finds: ["status-unknown D5"] }, { put: { F6: "" }, finds: ["status-missing F6"] }, { put: { A7: "3. 街路樹" }, finds: ["code-duplicate A11"] }] };
}

/** Three grades and a direction, no codes, no legend. */
function hamura(): PublicForm {
  const rows: Row[] = [["平成29年度　施策評価結果"], ["施策", "計画事業名", "事後評価結果", "", "", "今後の方向性"], ["", "", "妥当性（必要性）", "効率性（手法）", "有効性（成果）", ""]];
  for (let index = 0; index < 14; index++) rows.push([index % 7 === 0 ? `施策${index / 7 + 27}　${topic(index)}` : "", `${topic(index)}の推進`, "A", of(["A", "A", "B"], index), of(["A", "B", "A"], index), of(["レベルアップ", "現状維持", "現状維持", "見直し"], index)]);
  return { name: "羽村市 施策評価", source: "pdfslide.tips/documents/cei29i-hamura-29-oeff-1oeec.html", rows, counts: [2, 14], faults: [{ put: { D6: "" }, finds: ["status-missing D6"] }, { put: { B7: "" }, finds: ["text-missing B7"] }] };
}

/** Words of a closed list after an arrow of levels, and running numbers in two levels. */
function saitama(): PublicForm {
  const rows: Row[] = [["行財政改革推進プラン2013　改革プログラムの達成状況"], ["No.", "改革項目", "事業No.", "事業名", "担当", "達成状況（内部評価）"]];
  let number = 0;
  for (let item = 1; item <= 6; item++) {
    for (let part = 0; part < (item % 2) + 2; part++) {
      number++;
      rows.push([part === 0 ? item : "", part === 0 ? `${topic(item)}の改革` : "", number, `${topic(number + 3)}事業`, office(number), of(["目標をおおむね達成", "目標を上回って達成", "目標をおおむね達成", "時期の遅れはあるが目標をおおむね達成", "目標を未達成", "目標を未達成", "時期の遅れはあるが目標をおおむね達成"], number)]);
    }
  }
  return { name: "さいたま市 行財政改革推進プラン", source: "city.saitama.jp/006/007/014/005/p056344.html", rows, counts: [6, 15], faults: [{ put: { F5: "" }, finds: ["status-missing F5"] }, { put: { C6: 3 }, finds: ["code-duplicate C6"] }, { put: { F4: "目標をおおむね　達成" }, finds: ["status-spelling F4 safe 目標をおおむね達成"] }] };
}

/** Several indicators for an item, four grades and a direction, sections before names. */
function ota(): PublicForm {
  const rows: Row[] = [["平成27年度　事務事業評価一覧表"], ["No.", "所管課", "事務事業名", "指標", "", "", "評価の視点", "", "", "方向性"], ["", "", "", "名称", "単位", "H26実績値", "必要性", "効率性", "目的達成度", ""]];
  for (let item = 1; item <= 8; item++) {
    for (let part = 0; part < 2; part++) rows.push([part === 0 ? item : "", part === 0 ? office(item) : "", part === 0 ? `${topic(item)}事業` : "", `${topic(item * 2 + part)}の数`, "件", 10 * item + part, ...(part === 0 ? [of(["高", "中", "高"], item), of(["中", "高", "高"], item), of(["中", "高", "低", "高"], item), of(["継続", "拡充", "継続", "見直し"], item)] : [])]);
  }
  rows.push(["評価の視点　高：高い　中：普通　低：低い"]);
  return { name: "大田区 事務事業評価一覧", source: "le-acme-dev-009.cdnext.stream.ne.jp/other/kikaku/gyoseihyoka_head/jimujigyo27", rows, counts: [8, 16], faults: [{ put: { G6: "" }, finds: ["status-missing G6"] }, { put: { I8: "最高" }, finds: ["status-unknown I8"] }] };
}

/** Two judges for one item, five grades in words. */
function sakai(): PublicForm {
  const rows: Row[] = [["令和4年度　業務実績に関する評価結果"], ["大項目", "中項目", "小項目", "法人自己評価", "市の評価", "評価の理由"]];
  let index = 0;
  for (const chapter of [2, 3, 4]) {
    for (const group of [1, 2]) {
      for (const item of [1, 2, 3]) {
        rows.push([group === 1 && item === 1 ? `第${chapter}　${topic(chapter)}に関する事項` : "", item === 1 ? `${group} ${topic(index + 4)}` : "", `(${item}) ${topic(index)}`, of(["Ⅲ", "Ⅳ", "Ⅲ"], index), of(["Ⅲ", "Ⅲ", "Ⅳ", "Ⅱ"], index), "計画のとおりに進めた。"]);
        index++;
      }
    }
  }
  rows.push(["Ⅴ：特に優れた実績　Ⅳ：計画を上回る　Ⅲ：計画どおり　Ⅱ：計画を下回る　Ⅰ：大幅に下回る"]);
  return { name: "堺市立病院機構 業務実績評価", source: "city.sakai.lg.jp/shisei/sonota/jyorei/youkou/hokeneisei/110910-28-2.html", rows, counts: [3, 6, 18], faults: [{ put: { E6: "A" }, finds: ["status-unknown E6"] }, { put: { D7: "" }, finds: ["status-missing D7"] }, { put: { C5: "(2) 図書館の充実" }, finds: ["code-duplicate C5"] }] };
}

/** A grade that follows from a rate, by thresholds below the table. */
function miyoshi(): PublicForm {
  const rows: Row[] = [["令和6年度　教育委員会の点検及び評価"], ["基本方針", "評価項目", "目標値", "実績値", "達成率", "評価"]];
  for (let index = 0; index < 15; index++) {
    const rate = of([0.95, 0.8, 1, 0.92, 0.6, 0.75, 0.4], index);
    const grade = typeof rate !== "number" ? "" : rate >= 0.9 ? "A" : rate >= 0.7 ? "B" : rate >= 0.5 ? "C" : "D";
    rows.push([index % 5 === 0 ? `${index / 5 + 1} ${topic(index)}` : "", `${index / 5 < 1 ? 1 : index < 10 ? 2 : 3}-${(index % 5) + 1} ${topic(index)}`, 100, typeof rate === "number" ? Math.round(rate * 100) : 0, rate, grade]);
  }
  rows.push(["評価　A：達成率90％以上　B：70％以上90％未満　C：50％以上70％未満　D：50％未満"]);
  return { name: "三好市 教育委員会の点検", source: "miyoshi.i-tokushima.jp/education/docs/4691597.html", rows, counts: [3, 15], faults: [{ put: { F4: "A" }, finds: ["status-derived F4 suggested B"] }, { put: { F5: "" }, finds: ["status-missing F5"] }, { put: { B9: "2-3 街路樹の管理" }, finds: ["code-duplicate B10"] }] };
}

/** Codes in corner brackets, Roman grades, plans under plans. */
function university(): PublicForm {
  const rows: Row[] = [["令和3年度　業務の実績に関する報告書"], ["中期計画", "年度計画", "進捗状況", "判断理由"]];
  let index = 0;
  for (let plan = 1; plan <= 5; plan++) {
    for (let year = 1; year <= 3; year++) {
      rows.push([year === 1 ? `【${plan}】${topic(plan)}を進める。` : "", `【${plan}-${year}】${topic(index)}を実施する。`, of(["Ⅲ", "Ⅲ", "Ⅳ", "Ⅲ", "Ⅱ"], index), "計画のとおりに進めた。"]);
      index++;
    }
  }
  rows.push(["Ⅳ：年度計画を上回って実施している　Ⅲ：年度計画を十分に実施している　Ⅱ：年度計画を十分には実施していない　Ⅰ：年度計画を実施していない"]);
  return { name: "国立大学法人 年度計画", source: "pdfslide.tips/documents/2733cc23oe-ca.html", rows, counts: [5, 15], faults: [{ put: { C5: "V" }, finds: ["status-unknown C5"] }, { put: { B7: "【2-1】図書館" }, finds: ["code-duplicate B7"] }, { put: { A9: "" }, finds: ["parent-missing A9"] }] };
}

/** Four levels. One column of codes and one of names for each level would be too wide, so three are nested in one, with blocks filled down. */
function filledDown(): PublicForm {
  const rows: Row[] = [["令和4年度　政策評価対象一覧"], ["政策番号", "政策名", "施策番号", "施策名", "事業番号", "事業名", "今後の扱い"]];
  let index = 0;
  for (const policy of [1, 2]) {
    for (const measure of [1, 2]) {
      for (const item of [1, 2, 3]) {
        rows.push([policy, topic(policy), `${policy}-${measure}`, topic(policy * 2 + measure + 4), `${policy}-${measure}-${item}`, topic(index), of(["今のまま継続", "拡充強化", "今のまま継続", "内容の見直し", "縮小", "拡充強化", "内容の見直し", "今のまま継続", "縮小"], index)]);
        index++;
      }
    }
  }
  return { name: "外務省 事務事業の扱い", source: "mofa.go.jp/mofaj/annai/shocho/hyouka/hyoukasho18/h18_g_2_1_1.html", rows, counts: [2, 4, 12], faults: [{ put: { G6: "" }, finds: ["status-missing G6"] }, { put: { E7: "1-2-1" }, finds: ["code-duplicate E7"] }, { put: { E4: "１－１－２" }, finds: ["code-spelling E4 safe 1-1-2"] }] };
}

/** Chapters without codes below, a grade in words, subtotals between. */
function agui(): PublicForm {
  const rows: Row[] = [["第5次総合計画の評価"], ["章", "施策項目", "成果目標", "目標値", "実績値", "達成状況"]];
  for (let chapter = 1; chapter <= 3; chapter++) {
    for (let item = 0; item < 5; item++) {
      const index = chapter * 5 + item;
      rows.push([item === 0 ? `第${chapter}章 ${topic(chapter)}` : "", topic(index), `${topic(index)}の割合`, `${50 + item}％`, `${45 + item}％`, of(["A", "A", "B", "A", "C"], index)]);
    }
    rows.push(["小計", "", "", "", "", ""]);
  }
  rows.push(["※ A…ほぼ達成　B…半分以上達成　C…50％未満"]);
  return { name: "阿久比町 総合計画の評価", source: "town.agui.lg.jp/0000005522.html", rows, counts: [3, 15], faults: [{ put: { F4: "D" }, finds: ["status-unknown F4"] }, { put: { F6: "" }, finds: ["status-missing F6"] }] };
}

/** A university agency: header words of the hospital agencies' form, with other codes. */
function universityAgency(): PublicForm {
  const rows: Row[] = [["大項目", "中項目", "項目番号", "年度計画", "評点", "", "特記事項"], ["", "", "", "", "自己評価", "委員会評価", ""]];
  let index = 0;
  for (const [part, groups] of [[2, 2], [2, 2], [2, 1]].entries()) {
    groups.forEach((count, group) => {
      const code = `${roman[part]}-${group + 1}`;
      for (let item = 1; item <= count; item++) {
        rows.push([group === 0 && item === 1 ? `${roman[part]} ${topic(part)}` : "", item === 1 ? `${code} ${topic(part * 3 + group + 5)}` : "", `${code}-(${item})`, topic(index), of(["4", "3", "4", "3", "5"], index), of(["4", "3", "3", "2", "1", "5"], index), ""]);
        index++;
      }
    });
  }
  return { name: "公立大学法人 項目別評価", source: "y-pu-u.ac.jp/houjin/hyouka", rows, counts: [3, 6, 11], faults: [{ put: { E4: "３" }, finds: ["status-spelling E4"] }, { put: { F8: "" }, finds: ["status-missing F8"] }, { put: { C8: "Ⅱ-1-(1)" }, finds: ["code-duplicate C8"] }] };
}

export const publicForms: readonly PublicForm[] = [toyoake(), akiruno(), kakogawa(), kawasaki2007(), hamura(), saitama(), ota(), sakai(), miyoshi(), university(), filledDown(), agui(), universityAgency()];
