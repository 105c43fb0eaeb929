import type { Level } from "./levels.ts";
import type { FormColumn } from "../form/schema.ts";
import type { Wording } from "../wording/language.ts";
import type { ColumnEvidence } from "./evidence.ts";

/** A column as it was decided, before it has its id and name. */
export interface DecidedColumn {
  readonly evidence: ColumnEvidence;
  readonly level: Level;
  readonly holds: FormColumn["holds"];
}

type Role = NonNullable<FormColumn["role"]>;

const usual: Readonly<Record<Level, Wording>> = {
  issue: { ja: "経営課題", en: "management issue" },
  strategy: { ja: "戦略", en: "strategy" },
  initiative: { ja: "具体的取組", en: "initiative" },
};
/** A header's words without the sign for digits that change from year to year: 資料# is 資料. */
const bare = (word: string) => word.replaceAll("#", "") || word;
const codeWord = /(?:の)?(?:番号|コード|No\.?|記号|#)$/i;

/** What the sheet calls a level: the word over its code, else the usual one. In English the level's own word. */
export function levelName(level: Level, columns: readonly DecidedColumn[]): { ja: string; en: string } {
  const own = columns.find((column) => column.level === level && (column.holds === "code" || column.holds === "label"));
  const shared = new Set(columns.filter((column) => column.level !== level).map(({ evidence }) => evidence.header[0]));
  const word = own?.evidence.header.find((one) => !shared.has(one))?.replace(codeWord, "");
  return { ja: word === undefined || word === "" ? usual[level].ja : bare(word), en: usual[level].en };
}

/** What the contradiction rules may take the column for; undefined where its header words do not say so clearly. */
export function roleOf({ evidence, level, holds }: DecidedColumn): Role | undefined {
  if (holds !== "status" || level === "issue") return undefined;
  const leaf = evidence.header.at(-1) ?? "";
  if (/有効/.test(leaf)) return "effectiveness";
  if (level === "strategy") return /アウトカム|成果/.test(leaf) ? "outcome" : undefined;
  if (/目標|指標/.test(leaf) && !/取組/.test(leaf)) return "target";
  return /^取組$|実施状況|取組(?:の)?(?:実施|状況|達成)|活動/.test(leaf) ? "action" : undefined;
}

const contentWords: Readonly<Record<FormColumn["holds"], Wording>> = {
  label: { ja: "番号と名称", en: "code and title" },
  code: { ja: "番号", en: "code" },
  text: { ja: "内容", en: "text" },
  status: { ja: "評価", en: "status" },
  page: { ja: "ページ", en: "page" },
  number: { ja: "数値", en: "number" },
  section: { ja: "担当", en: "section" },
  note: { ja: "備考", en: "note" },
};

/** So short a word says little without the one above it: 目標, 取組, 評価. */
const shortWord = 2;

/** A column's name: its header's last word, with the word above it where it is short or several columns share it. */
export function columnNames(columns: readonly DecidedColumn[], roles: readonly (Role | undefined)[]): readonly { ja: string; en: string }[] {
  const ja = columns.map(({ evidence, level, holds }, index) => {
    const written = evidence.header.at(-1);
    const leaf = written === undefined ? undefined : bare(written);
    if (leaf === undefined) return `${usual[level].ja}の${contentWords[holds].ja}`;
    const above = evidence.header.at(-2);
    const sharing = columns.filter((other, at) => at !== index && other.evidence.header.at(-1) === written);
    if (sharing.length > 0 && holds === "code" && !codeWord.test(leaf)) return `${leaf}の番号`;
    const shared = sharing.some((other) => other.holds !== "code" || codeWord.test(leaf));
    if (above !== undefined && (shared || leaf.length <= shortWord)) return `${bare(above)}（${leaf}）`;
    return shared ? `${usual[level].ja}の${leaf}` : leaf;
  });
  const en = columns.map(({ level, holds }, index) => `${usual[level].en} ${roles[index] ?? contentWords[holds].en}`);
  const japanese = unique(ja, (name, number) => `${name}（${number}）`);
  return unique(en, (name, number) => `${name} ${number}`).map((name, index) => ({ ja: japanese[index] ?? name, en: name }));
}

/** Ids such as strategyCode, initiativeTarget, initiativeStatus2. */
export function columnIds(columns: readonly DecidedColumn[], roles: readonly (Role | undefined)[]): readonly string[] {
  const words = columns.map(({ holds }, index) => roles[index] ?? holds);
  const ids = columns.map(({ level }, index) => `${level}${words[index]?.[0]?.toUpperCase() ?? ""}${words[index]?.slice(1) ?? ""}`);
  return unique(ids, (id, number) => `${id}${number}`);
}

/** Makes repeated names differ by a number from 2. */
function unique(names: readonly string[], number: (name: string, number: number) => string): readonly string[] {
  const used = new Map<string, number>();
  return names.map((name) => {
    const times = (used.get(name) ?? 0) + 1;
    used.set(name, times);
    return times === 1 ? name : number(name, times);
  });
}
