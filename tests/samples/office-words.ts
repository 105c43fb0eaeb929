/** Words of wards that do not exist. Every sentence was written for these tests. */

export const wards = [
  "若草", "汐見", "桜坂", "鶴ヶ丘", "水無瀬野", "朝霧台", "松葉", "夕凪", "白砂", "萩の里", "銀杏", "千鳥浜",
  "藤棚", "月見山", "早瀬", "楠木", "紅梅", "竹林", "柳橋", "星ヶ原", "青葉台南", "茜", "雲雀野", "笹舟",
] as const;

interface Theme {
  readonly title: string;
  readonly strategies: readonly { readonly heading: string; readonly text: string; readonly initiatives: readonly string[] }[];
}

export const themes: readonly Theme[] = [
  {
    title: "子どもがのびのび育つまち",
    strategies: [
      { heading: "居場所", text: "放課後を安心して過ごせる場を、小学校ごとに一つ以上設ける。", initiatives: ["放課後ひろばの開設", "夏休み図書室の開放", "見守り隊の研修"] },
      { heading: "相談", text: "子育ての悩みを、来た窓口で最後まで聞く。", initiatives: ["夜間電話相談", "相談記録の様式統一", "父親教室の開催"] },
      { heading: "学び", text: "つまずいたところから学び直せるようにする。", initiatives: ["学習支援員の配置", "読み聞かせ講座", "理科実験の出前授業"] },
    ],
  },
  {
    title: "年を重ねても元気なまち",
    strategies: [
      { heading: "体操", text: "歩いて行ける集会所で、週に一度は体を動かせるようにする。", initiatives: ["集会所体操の立ち上げ", "体力測定会", "指導者の養成"] },
      { heading: "見守り", text: "一人で暮らす人に、月に一度は誰かが声をかける。", initiatives: ["配達事業者との協定", "緊急連絡票の更新", "声かけ訓練"] },
    ],
  },
  {
    title: "災害に備えるまち",
    strategies: [
      { heading: "避難所", text: "避難所を住民の手で開けるよう、手順を地域ごとに決める。", initiatives: ["開設手順書の作成", "鍵の預かり人の登録", "夜間の開設訓練"] },
      { heading: "備え", text: "家庭の備えが三日分になるよう働きかける。", initiatives: ["備蓄チェック表の配布", "転倒防止器具の取付け", "防災マップの更新"] },
      { heading: "水防", text: "浸水しやすい所で、早めに動けるようにする。", initiatives: ["水位計の見方講座", "土のう置き場の点検"] },
    ],
  },
  {
    title: "歩いて楽しいまち",
    strategies: [
      { heading: "緑道", text: "川沿いの道を、区民が世話をする緑の道にする。", initiatives: ["花壇の里親募集", "案内板の多言語表示", "ベンチの設置"] },
      { heading: "商店街", text: "空き店舗を、試しに使える場として開く。", initiatives: ["一日店長の募集", "スタンプ帳の発行", "朝市の開催"] },
    ],
  },
  {
    title: "みんなで支え合うまち",
    strategies: [
      { heading: "担い手", text: "町会の仕事を、短い時間でも手伝える形に分ける。", initiatives: ["お手伝い名簿の作成", "回覧板の電子化", "転入者への案内"] },
      { heading: "交流", text: "言葉や習慣の違う人が、年に二度は同じ場に集う。", initiatives: ["多文化料理教室", "やさしい日本語の研修"] },
    ],
  },
  {
    title: "清潔で安全なまち",
    strategies: [
      { heading: "防犯", text: "暗い道をなくし、見通しのよい角を増やす。", initiatives: ["街路灯の点検", "防犯教室", "青色パトロール"] },
      { heading: "美化", text: "ごみの出し方の間違いを、去年の半分にする。", initiatives: ["分別辞典の配布", "一斉清掃の日", "集積所の目隠し"] },
    ],
  },
  {
    title: "頼りになる区役所",
    strategies: [
      { heading: "窓口", text: "待ち時間を見えるようにし、書く書類を減らす。", initiatives: ["書かない窓口の試行", "混雑予報の掲示", "案内係の増員"] },
      { heading: "広報", text: "知りたい人に、知りたい時に届ける。", initiatives: ["広報紙の読みやすさ調査", "動画のお知らせ"] },
    ],
  },
];

/** Words that offices write above each column. The form knows all of them. */
export const flatHeaders: readonly (readonly string[])[] = [
  ["経営課題", "経営課題名", "課　題", "【経営課題】"],
  ["戦略番号", "戦略の番号", "戦略Ｎｏ．", "戦略コード"],
  ["めざす成果及び戦略", "戦略", "戦略名", "戦略の内容"],
  ["アウトカム指標の達成状況", "アウトカム指標の 達成状況"],
  ["戦略のアウトカム指標に対する有効性", "アウトカム指標に対する有効性", "戦略の有効性"],
  ["戦略の資料ページ", "戦略ページ", "戦略（資料２）"],
  ["取組番号", "取組の番号", "具体的取組番号", "取組No"],
  ["取組名", "取組の名称", "具体的取組名", "取組内容"],
  ["目標の達成状況", "プロセス指標の達成状況"],
  ["取組の実施状況", "取組の達成状況"],
  ["戦略に対する取組の有効性", "取組の有効性"],
  ["取組の資料ページ", "取組ページ", "取組（資料１）"],
];

const strategyWords = ["めざす成果及び戦略", "", "", "", ""];
const initiativeWords = ["具体的取組", "", "", "", "", ""];

/** The header as the form prints it, in three rows. */
export const printedHeader: readonly (readonly string[])[] = [
  ["経営課題", ...strategyWords, ...initiativeWords],
  ["", "", "", "アウトカム指標の達成状況", "戦略のアウトカム指標に対する有効性", "資料２", "", "", "プロセス指標の達成状況", "", "戦略に対する取組の有効性", "資料２"],
  ["", "", "", "", "", "", "", "", "目標", "取組", "", ""],
];

/** Groups over flat names. */
export const groupHeader: readonly string[] = ["", ...strategyWords, ...initiativeWords];

/** Statuses as the form writes them and as the printed key abbreviates them, the good one first. */
export const statusWords = {
  terms: [["順調", "順調でない"], ["有効であり、継続して推進", "有効でないため、戦略を見直す"], ["達成", "未達成"], ["予定どおり実施", "予定どおり実施しなかった"], ["有効であり、継続して推進", "有効でないため、取組を見直す"]],
  aliases: [["Ａ 順調", "Ｂ 順調でない"], ["ア", "イ"], ["① 達成", "② 未達成"], ["(ⅰ)", "(ⅱ)"], ["ア", "イ"]],
  spellings: [["順調　", "順調で無い"], ["有効であり、継続して推進", "有効でない為、戦略を見直す"], ["達成", "未達成 "], ["予定通り実施", "予定通り実施しなかった"], ["有効であり､継続して推進", "有効でないため、取り組みを見直す"]],
} as const;
