import { sayCount } from "./counts.ts";
import type { Fact, Facts } from "../model/finding.ts";
import type { Counts } from "../model/tally.ts";
import type { Form } from "../form/schema.ts";
import { a1 } from "../model/address.ts";
import type { CellValue } from "../model/grid.ts";
import { dayOfSerial } from "../model/serial.ts";
import { isoDate } from "./era.ts";
import { inert, showHidden } from "./hidden.ts";
import { describeLetters } from "./letters.ts";
import type { Language, Wording } from "./language.ts";

/** Sentences cut longer cell texts; the cell itself shows the rest. */
const longestQuote = 60;

/**
 * Replaces the {names} of a sentence by facts. A level before a code that is written with its word, 経営課題1, is not said twice.
 * @throws {Error} where a fact is missing: a mistake of the rule
 */
export function fill(sentence: Wording, facts: Facts, form: Form, language: Language): string {
  const known = new Map(Object.entries(facts));
  const describe = (name: string) => {
    const fact = known.get(name);
    if (!fact) throw new Error(`no fact {${name}} for: ${sentence[language]}`);
    return describeFact(fact, form, language);
  };
  return sentence[language].replace(/\{level\}( ?)(?=\{code\})|\{(\w+)\}/g, (_, space: string | undefined, name: string | undefined) => {
    if (name !== undefined) return describe(name);
    const level = describe("level");
    return describe("code").startsWith(level) ? "" : `${level}${space ?? ""}`;
  });
}

/** A fact in the reader's language. */
export function describeFact(fact: Fact, form: Form, language: Language): string {
  if ("text" in fact) return quote(fact.text, language);
  if ("code" in fact) return inert(fact.code);
  if ("letters" in fact) return describeLetters(fact.letters, language);
  if ("cell" in fact) return inert(a1(fact.cell));
  if ("serial" in fact) return cellText(shownValue(fact.serial, fact.date1904, language));
  if ("column" in fact) return columnName(fact.column, form, language);
  if ("level" in fact) return levelName(fact.level, form, language);
  return String(fact.number);
}

/** The form's word for a level, by its depth from the outermost. */
export function levelName(depth: number, form: Form, language: Language): string {
  return inert(form.levels[depth]?.name[language] ?? "");
}

/** Number of items of each level, in the form's words: 経営課題 4・戦略 8・具体的取組 15. */
export function describeCounts(counts: Counts, form: Form, language: Language): string {
  return counts.map((count, depth) => `${levelName(depth, form, language)} ${sayCount(count)}`).join(language === "ja" ? "・" : ", ");
}

/** A column's name in the reader's language. */
export function columnName(id: string, form: Form, language: Language): string {
  return inert(form.columns.find((column) => column.id === id)?.name[language] ?? id);
}

const quotes = { ja: ["「", "」"], en: ["“", "”"] } as const;
const emptyWord: Wording = { ja: "（空欄）", en: "nothing" };

/** A cell's content in quotation marks, with invisible characters made visible, cut where it is long. */
export function quote(value: CellValue, language: Language): string {
  const shown = cut(cellText(value), showHidden);
  return shown === "" ? emptyWord[language] : quotes[language].join(shown);
}

/** A name on one line, as `inert` writes it, cut where it is long. */
export function shorten(text: string): string {
  return cut(text, inert);
}

function cut(text: string, show: (text: string) => string): string {
  const shown = show(text.length > 4 * longestQuote ? text.slice(0, 4 * longestQuote) : text);
  if (shown.length <= longestQuote) return shown;
  const letters = [...shown];
  return letters.length > longestQuote ? [...letters.slice(0, longestQuote), "…"].join("") : shown;
}

/** A cell's content as plain text; "" for an empty cell. */
export function cellText(value: CellValue): string {
  if (value === undefined) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "object" ? value.error : String(value);
}

/** A cell's content as the reader sees it: a date as its day, 2002/1/2 or 2002-01-02. `date1904` is set for a cell that shows dates. */
export function shownValue(value: CellValue, date1904: boolean | undefined, language: Language): CellValue {
  const day = typeof value === "number" && date1904 !== undefined ? dayOfSerial(value, date1904) : undefined;
  if (!day) return value;
  return language === "ja" ? [day.year, day.month, day.day].join("/") : isoDate(day);
}
