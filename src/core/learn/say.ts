import type { Level } from "./levels.ts";
import { columnLetters } from "../model/address.ts";
import type { Language, Wording } from "../wording/language.ts";
import { shorten } from "../wording/phrase.ts";
import type { Doubt, DoubtKind, DoubtOf } from "./doubt.ts";

type Choices<K extends DoubtKind> = DoubtOf<K>["choices"][number];
/** Choices that are words of the sheet or patterns are shown as they are. */
type Worded = Exclude<DoubtKind, "spelling" | "code-pattern" | "page-pattern">;

const questions: Readonly<Record<DoubtKind, Wording>> = {
  header: {
    ja: "行の位置がずれているため、見出しが列の真上にないかもしれません。見出しの語を様式に使いますか。",
    en: "The rows do not line up, so the header may not stand over its columns. Shall the form use the header's words?",
  },
  "code-pattern": {
    ja: "{level}の番号の書き方がいくつかあります。正しいのはどれですか。",
    en: "The codes of the {level} are written in several ways. Which one is right?",
  },
  "page-pattern": {
    ja: "ページの書き方がいくつかあります。正しいのはどれですか。",
    en: "Pages are written in several ways. Which one is right?",
  },
  holds: { ja: "{column}には何が入りますか。", en: "What does {column} hold?" },
  level: { ja: "{column}は何についての列ですか。", en: "What is {column} about?" },
  due: { ja: "{column}に空欄があります。必ず記入する列ですか。", en: "Some cells of {column} are empty. Must they be filled?" },
  spelling: { ja: "{column}の語に書き方がいくつかあります。正しいのはどれですか。", en: "A word of {column} is written in several ways. Which one is right?" },
  "rare-term": {
    ja: "{column}に「{term}」がほとんど使われていません。どう扱いますか。",
    en: "“{term}” is hardly used in {column}. What is it?",
  },
  meaning: { ja: "{column}の「{term}」はどの意味ですか。", en: "What does “{term}” say in {column}?" },
  mark: { ja: "{column}が「{term}」の行に、どの印を付けますか。", en: "Which mark does a row get where {column} says “{term}”?" },
};

const choices: { readonly [K in Worded]: Readonly<Record<Choices<K>, Wording>> } = {
  header: {
    leave: { ja: "使わない", en: "Leave them out" },
    use: { ja: "使う", en: "Use them" },
  },
  holds: {
    status: { ja: "決まった語から選ぶ評価", en: "A status: one of a few words" },
    text: { ja: "自由な文", en: "A text" },
    page: { ja: "資料のページ", en: "A page" },
    out: { ja: "点検しない", en: "Not checked" },
  },
  level: {
    issue: { ja: "経営課題（1番目の階層）", en: "The management issue (first level)" },
    strategy: { ja: "戦略（2番目の階層）", en: "The strategy (second level)" },
    initiative: { ja: "具体的取組（3番目の階層）", en: "The initiative (third level)" },
  },
  due: {
    due: { ja: "必ず記入する", en: "They must be filled" },
    optional: { ja: "空欄でもよい", en: "They may stay empty" },
  },
  "rare-term": {
    mistake: { ja: "書き誤り", en: "A mistake" },
    variant: { ja: "「{near}」の別の書き方", en: "Another way to write “{near}”" },
    term: { ja: "正しい語", en: "A word of its own" },
  },
  meaning: {
    good: { ja: "よい（達成・順調など）", en: "Good: achieved, on track" },
    bad: { ja: "よくない（未達成・見直しなど）", en: "Bad: not achieved, to be reviewed" },
    none: { ja: "評価しない（対象外など）", en: "Not judged" },
  },
  mark: {
    required: { ja: "要見直し", en: "Review required" },
    attention: { ja: "要注意", en: "Attention" },
    none: { ja: "付けない", en: "None" },
  },
};

const levelNumbers: Readonly<Record<Level, Wording>> = {
  issue: { ja: "1番目の階層", en: "first level" },
  strategy: { ja: "2番目の階層", en: "second level" },
  initiative: { ja: "3番目の階層", en: "third level" },
};

/** A question in the reader's language, with the choices that it offers, in their order. */
export interface DoubtText {
  readonly question: string;
  readonly choices: readonly { readonly choice: string; readonly text: string }[];
}

/** What to ask about a doubt, in the reader's language. */
export function describeDoubt(doubt: Doubt, language: Language): DoubtText {
  const facts = factsOf(doubt, language);
  return {
    question: put(questions[doubt.kind][language], facts),
    choices: doubt.choices.map((choice) => ({ choice, text: put(describeChoice(doubt, choice, language), facts) })),
  };
}

function describeChoice(doubt: Doubt, choice: string, language: Language): string {
  if (doubt.kind === "code-pattern" || doubt.kind === "page-pattern") return sample(choice);
  if (doubt.kind === "spelling") return shorten(choice);
  return new Map<string, Wording>(Object.entries(choices[doubt.kind])).get(choice)?.[language] ?? choice;
}

/** A pattern filled with the first numbers: "{1}({2})" → "1(1)". */
function sample(pattern: string): string {
  return pattern.replace(/\{[1-3n](?::(.))?\}/g, (_, counting?: string) => counting ?? "1");
}

function factsOf(doubt: Doubt, language: Language): ReadonlyMap<string, string> {
  const facts = new Map<string, string>();
  if ("column" in doubt) facts.set("column", describeColumn(doubt.column, doubt.name, language));
  if ("term" in doubt) facts.set("term", shorten(doubt.term));
  if ("near" in doubt) facts.set("near", shorten(doubt.near));
  if (doubt.kind === "code-pattern") facts.set("level", levelNumbers[doubt.level][language]);
  return facts;
}

function describeColumn(place: number, name: string, language: Language): string {
  const letters = columnLetters(place);
  if (name === "") return language === "ja" ? `${letters}列` : `column ${letters}`;
  return language === "ja" ? `${letters}列「${shorten(name)}」` : `column ${letters} (${shorten(name)})`;
}

function put(sentence: string, facts: ReadonlyMap<string, string>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => facts.get(name) ?? whole);
}
