import { sayCount } from "./counts.ts";
import type { Language, Wording } from "./language.ts";

/** Faults of an entry in a form file or in settings, with the remedy. {fact} is a list of words, a number, or a message of another program. */
const faults = {
  "not-json": { ja: "JSONとして読めません。余分な「,」や、足りない括弧、引用符がないか確かめてください", en: "is no JSON; look for a comma too many, or for a missing bracket or quote" },
  "not-json-line": { ja: "{fact}行目の近くで、JSONとして読めません。余分な「,」や、足りない括弧、引用符がないか確かめてください", en: "is no JSON near line {fact}; look for a comma too many, or for a missing bracket or quote" },
  "not-utf8": { ja: "UTF-8でない文字があります。UTF-8で保存し直してください", en: "holds letters that are not UTF-8; save it as UTF-8" },
  "too-long": { ja: "{fact}文字までにしてください", en: "takes at most {fact} characters" },
  missing: { ja: "入っていません。入れてください", en: "is missing" },
  "no-such-entry": { ja: "この項目はありません。使えるのは {fact} です", en: "is no entry; those that may stand here: {fact}" },
  "not-a-list": { ja: "[ ] で囲んだ並びにしてください", en: "needs a list in [ ]" },
  "not-an-object": { ja: "{ } で囲んだ組にしてください", en: "needs entries in { }" },
  "not-a-text": { ja: "\" \" で囲んだ文字にしてください", en: "needs a text in quotes" },
  "not-a-number": { ja: "数値にしてください（引用符で囲みません）", en: "needs a number, without quotes" },
  "not-a-switch": { ja: "true か false にしてください（引用符で囲みません）", en: "needs true or false, without quotes" },
  "wrong-kind": { ja: "ここには入れられない値です", en: "cannot hold this value" },
  "not-listed": { ja: "次のどれかを入れてください：{fact}", en: "needs one of: {fact}" },
  blank: { ja: "空です。文字を入れてください", en: "is blank; it needs a text" },
  steers: { ja: "見えない制御文字か、文字の向きを変える文字があります。除いてください", en: "holds a control or direction mark that nobody sees; leave it out" },
  "not-an-id": { ja: "英字で始まる、英数字だけの名前にしてください", en: "needs a name of letters and digits that begins with a letter" },
  "not-a-form-id": { ja: "英小文字、数字、ハイフンだけの名前にしてください", en: "needs a name of lower-case letters, digits and hyphens" },
  "not-a-count": { ja: "0より大きい整数を入れてください", en: "needs a whole number above 0" },
  "too-many": { ja: "{fact}個までにしてください", en: "takes at most {fact}" },
  "too-few": { ja: "{fact}個以上入れてください", en: "needs at least {fact}" },
  "used-twice": { ja: "「{fact}」は2回使われています。別の名前にしてください", en: "is used twice: {fact}; it needs another name" },
  "no-code": { ja: "keyが {fact} のときは入れられません。除いてください", en: "must be left out where key is {fact}" },
  "code-numbers": { ja: "{fact} を、この順に1回ずつ入れてください", en: "needs {fact}, once each and in this order" },
  "code-counting": { ja: "「{fact}」は使えません。数え方は {1:Ⅰ} {1:A} {1:ア} {1:①} で指定します", en: "cannot hold {fact}; a number is counted as in {1:Ⅰ} {1:A} {1:ア} {1:①}" },
  "code-apart": { ja: "数字と数字の間に、「-」などの区切りを入れてください", en: "needs a mark such as - between two numbers" },
  "no-column": { ja: "この階層の列（columns）がありません。1つ以上入れてください", en: "has no column; it needs at least one" },
  "level-without-key": { ja: "keyが none の階層に、番号の列は置けません。text にするか、階層のkeyを変えてください", en: "needs a level with a key; or make it a text" },
  "only-for-status": { ja: "holdsが status の列だけに使えます。除いてください", en: "is for columns that hold a status; leave it out" },
  "page-needed": { ja: "ページの列があるので、入れてください", en: "is needed, since a column holds pages" },
  "page-number": { ja: "{n} を入れてください", en: "needs {n}" },
  "feeds-another": { ja: "「{fact}」の中にもあるため、どちらに直すか決まりません。除いてください", en: "is also found in a usual word, {fact}, so that one would be changed into the other; leave it out" },
  "reads-alike": { ja: "別の語「{fact}」と読み分けられません。違う語にしてください", en: "reads like another term, {fact}; it needs another text" },
  "same-column": { ja: "同じ列の語です。別の列の語を入れてください", en: "is a term of the same column; it needs one of another column" },
  "not-a-status-column": { ja: "同じ階層の、holdsが status の列の名前を入れてください", en: "needs the id of a status column of the same level" },
  "not-a-share": { ja: "割合で書いてください。100％は 1、80％は 0.8 です", en: "needs a share: 1 is 100 %, 0.8 is 80 %" },
  "not-in-order": { ja: "よい方から順に並べてください（ここは {fact} の値です）", en: "is out of order: steps stand from the best down, so here {fact}" },
  "no-numbers": { ja: "rate か、reached と target の両方を入れてください", en: "needs rate, or both reached and target" },
} as const satisfies Readonly<Record<string, Wording>>;

/** Faults whose fact is a number. */
const amounts: ReadonlySet<string> = new Set<FaultCode>(["not-json-line", "too-long", "too-many", "too-few"]);

export type FaultCode = keyof typeof faults;

/** The faulty entries of a form file or of settings, as sentences of a refusal. `detail` comes from `faultsDetail` of `core/form`. */
export function describeFaults(detail: string, language: Language): string {
  const told = detail.split("\n").map((line) => describeLine(line, language));
  return told.join(language === "ja" ? "；" : "; ");
}

/** "path, fault, fact" parted by tabs; a line without tabs is shown as it is: the file's name, or the number of further faults. */
function describeLine(line: string, language: Language): string {
  const [path = "", code = "", fact = ""] = line.split("\t");
  const wording = Object.entries(faults).find(([known]) => known === code)?.[1];
  if (!wording) return path;
  const said = wording[language].replace("{fact}", () => (amounts.has(code) ? sayCount(Number(fact)) : fact));
  return path === "" ? said : `${path}${language === "ja" ? "：" : ": "}${said}`;
}
