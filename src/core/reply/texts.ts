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
  readonly opening: (source: string, checked: string, count: number) => readonly string[];
  readonly sheet: (name: string) => string;
  /** Around the list. */
  readonly begin: string;
  readonly end: string;
  readonly head: (number: number, cells: string, severity: Severity, name: string) => string;
  /** Areas, and the number of cells in all of them. @param isCut where not all areas are named */
  readonly cells: (areas: string, count: number, isCut: boolean) => string;
  /** Before a sentence about another cell of the entry. */
  readonly of: (cell: string) => string;
  readonly present: (text: string) => string;
  readonly what: (sentences: readonly string[]) => string;
  /** @param hows what is to be done besides, in sentences */
  readonly proposal: (text: string, hows: readonly string[]) => string;
  /** A proposal that a person must confirm. */
  readonly suggestion: (text: string, hows: readonly string[]) => string;
  readonly how: (sentences: readonly string[]) => string;
  /** Another text in each cell. */
  readonly change: (cell: string, before: string, after: string) => string;
  readonly comma: string;
  readonly more: (count: number) => string;
  readonly tags: string;
  /** The subject of the mail. */
  readonly subject: (source: string, section: string | null) => string;
  /** Names of folders and files. */
  readonly sections: string;
  readonly letterFile: string;
  readonly listFile: string;
  readonly unnamed: string;
}

/** What is to be done beside a proposal. */
const besides = { ja: (hows: readonly string[]) => (hows.length > 0 ? `（加えて、${hows.join("")}）` : ""), en: (hows: readonly string[]) => (hows.length > 0 ? ` (Besides: ${hows.join(" ")})` : "") };

/** The words of the texts for the sender; the Japanese follows the style of official letters (公用文). */
export const replyWords: Readonly<Record<Language, ReplyWords>> = {
  ja: {
    day: eraDate,
    section: (name) => `担当：${name}`,
    noSection: "担当の記載なし",
    title: "評価シートの確認について（依頼）",
    ofAll: (line) => `シート全体では、${line}`,
    sheet: (name) => `シート${name}`,
    opening: (source, checked, count) => [
      `　提出のあった評価シート（${[source, checked].filter(Boolean).join("　")}）を点検したところ、下記のとおり確認を要するところが${sayCount(count)}か所ありました。`,
      "　お手数をおかけしますが、内容を御確認の上、必要な修正を行い、再度提出してくださるようお願いします。",
    ],
    begin: "記",
    end: "以上",
    head: (number, cells, severity, name) => [`${sayCount(number)}　${cells}（${severityWord(severity, "ja")}）`, name].filter(Boolean).join("　"),
    present: (text) => `　　現在の記載：${text}`,
    cells: (areas, count, isCut) => (count === 1 ? areas : `${areas}${isCut ? "ほか" : ""}（${sayCount(count)}セル）`),
    of: (cell) => `${cell}：`,
    what: (sentences) => `　　指摘の内容：${sentences.join("")}`,
    proposal: (text, hows) => `　　修正案：${text}${besides.ja(hows)}`,
    suggestion: (text, hows) => `　　修正案（要確認）：${text}${besides.ja(hows)}`,
    how: (sentences) => `　　直し方：${sentences.join("")}`,
    change: (cell, before, after) => `${cell}の${before}を${after}に`,
    comma: "、",
    more: (count) => `このほか${sayCount(count)}件あります。`,
    tags: "（注）「␣」は半角の空白、「□」は全角の空白、「↵」は改行、「[U+…]」などは見えない文字を示します。",
    subject: (source, section) => `評価シートの確認について（依頼）${[source, section ?? ""].filter(Boolean).map((part) => `【${part}】`).join("")}`,
    sections: "担当別",
    letterFile: "差戻し文",
    listFile: "指摘一覧",
    unnamed: "評価シート",
  },
  en: {
    day: isoDate,
    section: (name) => `Section: ${name}`,
    noSection: "No section is named",
    title: "Evaluation sheet: please check",
    ofAll: (line) => `The whole sheet: ${line}`,
    sheet: (name) => `sheet ${name}`,
    opening: (source, checked, count) => [
      `We checked the evaluation sheet that you sent (${[source, checked].filter(Boolean).join(", ")}) and found ${count === 1 ? "1 place" : `${sayCount(count)} places`} to look at.`,
      "Please look at the following, correct the sheet where needed, and send it again. Thank you for your trouble.",
    ],
    begin: "",
    end: "",
    head: (number, cells, severity, name) => [`${sayCount(number)}. ${cells} (${severityWord(severity, "en")})`, name].filter(Boolean).join(", "),
    present: (text) => `   Now: ${text}`,
    cells: (areas, count, isCut) => (count === 1 ? areas : `${areas}${isCut ? " and others" : ""} (${sayCount(count)} cells)`),
    of: (cell) => `${cell}: `,
    what: (sentences) => `   Found: ${sentences.join(" ")}`,
    proposal: (text, hows) => `   Proposal: ${text}${besides.en(hows)}`,
    suggestion: (text, hows) => `   Proposal, if you agree: ${text}${besides.en(hows)}`,
    how: (sentences) => `   To fix: ${sentences.join(" ")}`,
    change: (cell, before, after) => `${cell} from ${before} to ${after}`,
    comma: ", ",
    more: (count) => `There ${count === 1 ? "is" : "are"} ${sayCount(count)} more.`,
    tags: "␣ is a space, □ a full-width space, ↵ a line break; [U+…] and the like stand for characters that nobody sees.",
    subject: (source, section) => ["Evaluation sheet: please check", ...[source, section ?? ""].filter(Boolean)].join(" - "),
    sections: "By section",
    letterFile: "Reply",
    listFile: "Findings",
    unnamed: "Evaluation sheet",
  },
};
