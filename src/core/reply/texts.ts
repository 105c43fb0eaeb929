import { sayCount } from "../wording/counts.ts";
import { severityWord } from "../wording/severities.ts";
import type { Severity } from "../model/finding.ts";
import type { CalendarDay } from "../model/serial.ts";
import { eraDate, isoDate } from "../wording/era.ts";
import type { Language } from "../wording/language.ts";

/** All words of a text for the sender that do not come from a form or a rule. */
interface ReplyWords {
  readonly day: (day: CalendarDay) => string;
  readonly section: (name: string) => string;
  readonly noSection: string;
  readonly title: string;
  /** Before what concerns the whole sheet, in a letter to one section. */
  readonly ofAll: (line: string) => string;
  /** The opening: what was checked, and the request. */
  readonly opening: (source: string, sheet: string, count: number) => readonly string[];
  /** Around the list. */
  readonly begin: string;
  readonly end: string;
  readonly head: (number: number, cell: string, severity: Severity, name: string) => string;
  readonly present: (text: string) => string;
  readonly what: (sentence: string) => string;
  readonly proposal: (text: string) => string;
  /** A proposal that a person must confirm. */
  readonly suggestion: (text: string) => string;
  readonly how: (sentence: string) => string;
  /** The same text in further cells. */
  readonly alike: (text: string, cells: string, more: number) => string;
  /** Another text in each cell. */
  readonly change: (cell: string, before: string, after: string) => string;
  readonly comma: string;
  readonly more: (count: number) => string;
  readonly tags: string;
}

/** The words of the texts for the sender; the Japanese follows the style of official letters (公用文). */
export const replyWords: Readonly<Record<Language, ReplyWords>> = {
  ja: {
    day: eraDate,
    section: (name) => `担当：${name}`,
    noSection: "担当の記載なし",
    title: "評価シートの確認について（依頼）",
    ofAll: (line) => `シート全体：${line}`,
    opening: (source, sheet, count) => [
      `　提出のあった評価シート（${[source, `シート${sheet}`].filter(Boolean).join("　")}）を点検したところ、下記のとおり確認を要するところが${sayCount(count)}か所ありました。`,
      "　お手数をおかけしますが、内容を御確認の上、必要な修正を行い、再度提出してくださるようお願いします。",
    ],
    begin: "記",
    end: "以上",
    head: (number, cell, severity, name) => [`${sayCount(number)}　${cell}（${severityWord(severity, "ja")}）`, name].filter(Boolean).join("　"),
    present: (text) => `　　現在の記載：${text}`,
    what: (sentence) => `　　指摘の内容：${sentence}`,
    proposal: (text) => `　　修正案：${text}`,
    suggestion: (text) => `　　修正案（要確認）：${text}`,
    how: (sentence) => `　　直し方：${sentence}`,
    alike: (text, cells, more) => `${text}（${cells}${more > 0 ? `ほか${sayCount(more)}か所` : ""}も同じ）`,
    change: (cell, before, after) => `${cell}の${before}を${after}に`,
    comma: "、",
    more: (count) => `このほか${sayCount(count)}件あります。`,
    tags: "（注）「␣」は半角の空白、「□」は全角の空白、「↵」は改行、「[U+…]」などは見えない文字を示します。",
  },
  en: {
    day: isoDate,
    section: (name) => `Section: ${name}`,
    noSection: "No section is named",
    title: "Evaluation sheet: please check",
    ofAll: (line) => `The whole sheet: ${line}`,
    opening: (source, sheet, count) => [
      `We checked the evaluation sheet that you sent (${[source, `sheet ${sheet}`].filter(Boolean).join(", ")}) and found ${count === 1 ? "1 place" : `${sayCount(count)} places`} to look at.`,
      "Please look at the following, correct the sheet where needed, and send it again. Thank you for your trouble.",
    ],
    begin: "",
    end: "",
    head: (number, cell, severity, name) => [`${sayCount(number)}. ${cell} (${severityWord(severity, "en")})`, name].filter(Boolean).join(", "),
    present: (text) => `   Now: ${text}`,
    what: (sentence) => `   Found: ${sentence}`,
    proposal: (text) => `   Proposal: ${text}`,
    suggestion: (text) => `   Proposal, if you agree: ${text}`,
    how: (sentence) => `   To fix: ${sentence}`,
    alike: (text, cells, more) => `${text} (also in ${cells}${more > 0 ? ` and ${sayCount(more)} more` : ""})`,
    change: (cell, before, after) => `${cell} from ${before} to ${after}`,
    comma: ", ",
    more: (count) => `There ${count === 1 ? "is" : "are"} ${sayCount(count)} more.`,
    tags: "␣ is a space, □ a full-width space, ↵ a line break; [U+…] and the like stand for characters that nobody sees.",
  },
};
