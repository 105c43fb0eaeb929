import { markedTerms } from "../form/default-marks.ts";
import type { FormAnswers } from "../form/known.ts";
import type { Form, FormColumn, FormLevel, Term } from "../form/schema.ts";
import { beginsOf } from "../infer/begins.ts";
import { guessContent, pointsIn, usedScale, type Content, type UsedScale } from "../infer/content.ts";
import { withJudges } from "../infer/deciding.ts";
import { codeKeyColumn, type KeyColumn } from "../infer/key-column.ts";
import { joinLegends, legendsIn, isNamedAfter, scalesIn, type Legend } from "../infer/legend.ts";
import { readProfiles, usualWriting, type Profile } from "../infer/profile.ts";
import { questionsOf, type Asked, type AskedScale } from "../infer/questions.ts";
import { CodeScanner } from "../form/code-scanner.ts";
import { isSign, meaningOf, meaningsBySize } from "../infer/scales.ts";
import { inferVocabularies } from "../infer/terms.ts";
import { columnLetters, type CellPlace } from "../model/address.ts";
import { atOnce } from "../model/pace.ts";
import { fieldValue } from "./fields.ts";
import { textsBeside, type CardBook } from "./book.ts";
import { choicesIn } from "./choices.ts";
import { yearName } from "./keys.ts";
import { isCodeLabel, isGradeLabel, isNameLabel, isProseLabel, labelOf, nameRank } from "./labels.ts";

/** The form of cards and its open questions. Questions name cells of the book's table. */
export interface CardForm extends Asked {
  readonly form: Form;
}

/** The level of a card's small table. */
export const partLevel = "part";

const sectionLabel = /^(?:担当|所管|主管|部|課(?!題)|局|部局|所属|グループ)/;
const planLabel = /目標|政策|施策|方針|章|節|項目|分野/;
/** With fewer cards it is not known how often a grade is left open. */
const fewCards = 4;

/** The form that all cards share: their place in the plan, the item, and the rows of their small tables. Undefined if nothing is graded. */
export function cardForm(book: CardBook, answers: FormAnswers): CardForm | undefined {
  return new CardFormMaker(book).make(answers);
}

/** The numbering of the cards. */
type CardCode = Pick<KeyColumn, "profile" | "key" | "template" | "first">;

/** The columns that name an item and its place in the plan. */
interface NamingColumns {
  readonly plan: readonly { readonly profile: Profile }[];
  readonly item: Profile;
  readonly code: CardCode | undefined;
  /** The first column of the small tables, zero-based; -1 where there is none. */
  readonly part: number;
}

class CardFormMaker {
  readonly #profiles: readonly Profile[];
  readonly #legends: readonly Legend[];
  readonly #vocabularies = new Map<string, readonly Term[]>();
  readonly #vocabularyOf = new Map<Profile, string>();
  readonly #asked: AskedScale[] = [];

  constructor(readonly book: CardBook) {
    const rows = Array.from({ length: book.rowCount }, (_, index) => index + 1);
    this.#profiles = atOnce(readProfiles(book.grid, { top: 0, bottom: 0, rows, width: book.columns.length }, new CodeScanner()));
    const texts = [...textsBeside(book.cards), ...this.#profiles.flatMap((profile) => repeatedText(profile) ?? [])];
    const legends = texts.flatMap(({ text, at }) => (choicesIn(text).length === 0 ? legendsIn(text, at) : []));
    this.#legends = joinLegends(legends).filter(({ items }) => items.length >= 2);
  }

  make(answers: FormAnswers): CardForm | undefined {
    const plan = this.#plan();
    const names = this.#profiles.filter(({ place }) => !this.#isPart(place) && isNameLabel(this.#label(place)));
    const [item] = [...names].sort((one, other) => nameRank(this.#label(one.place)) - nameRank(this.#label(other.place)));
    if (!item) return undefined;
    this.#grade(new Set([...plan.map(({ profile }) => profile), item]));
    if (this.#vocabularyOf.size === 0) return undefined;
    const hasParts = this.book.columns.some(({ isPart }) => isPart);
    const code = this.#code(item, hasParts);
    const itemLevel: FormLevel = { id: "item", name: this.#name(item.place), mayBeEmpty: true, ...(code ? levelKey(code) : { key: "none" }) };
    const levels = [...plan.map(({ profile, template }): FormLevel => ({ id: levelId(profile), name: this.#name(profile.place), key: "nested", code: template, mayBeEmpty: true })), itemLevel];
    const part = this.book.columns.findIndex(({ isPart }) => isPart);
    const columns = this.#profiles.map((profile) => this.#column(profile, { plan, item, code, part }));
    const form: Form = {
      id: "inferred-card",
      name: { ja: `「${this.book.grid.sheet.name}」の個票`, en: `Card of the sheet ${this.book.grid.sheet.name}` },
      levels: part < 0 ? levels : [...levels, { id: partLevel, name: this.#name(part), key: "none" }],
      columns: withJudges(columns),
      vocabularies: Object.fromEntries([...this.#vocabularies].map(([name, terms]) => [name, [...terms]])),
      layout: "cards",
      spellings: [["おおむね", "概ね"]],
    };
    const { form: settled, questions, answered } = questionsOf(form, this.#asked, answers);
    return { form: settled, questions, answered };
  }

  #isPart(place: number): boolean {
    return this.book.columns[place]?.isPart === true;
  }

  #label(place: number): string {
    return this.book.columns[place]?.label ?? "";
  }

  #name(place: number): Form["name"] {
    const label = labelOf(this.#label(place)) || columnLetters(place);
    const { key = "", heading, year } = this.book.columns[place] ?? {};
    if (year) return yearName(label, key);
    return heading === undefined ? { ja: label, en: label } : { ja: `${labelOf(heading)}の${label}`, en: `${labelOf(heading)}: ${label}` };
  }

  /** Labels whose values have codes that begin with each other: 1, 1-1, 1-1-2. */
  #plan(): readonly { readonly profile: Profile; readonly template: string }[] {
    const found: { readonly profile: Profile; readonly template: string }[] = [];
    for (const profile of this.#profiles) {
      const label = this.#label(profile.place);
      if (this.#isPart(profile.place) || isNameLabel(label) || isGradeLabel(label) || !planLabel.test(label)) continue;
      const own = profile.codes.filter(({ code, title }) => title !== "" && code.length === found.length + 1);
      if (own.length > 0 && own.length >= 0.6 * profile.count) found.push({ profile, template: usualWriting(own.length < fewCards ? [] : own, found.length + 1) });
    }
    return found;
  }

  /** Finds the numbering of the cards. With small tables, a nested code does not continue from card to card. */
  #code(item: Profile, hasParts: boolean): CardCode | undefined {
    const profile = this.#profiles.find(({ place, count }) => !this.#isPart(place) && place !== item.place && count > 0 && isCodeLabel(this.#label(place)));
    if (!profile) return undefined;
    const keyColumn = codeKeyColumn(profile, "", beginsOf([profile]));
    const isCounted = keyColumn?.holds === "code" && (keyColumn.key === "running" || (keyColumn.key === "nested" && !hasParts));
    return isCounted ? keyColumn : { profile, key: "given", template: "" };
  }

  /** Finds the grade columns and their terms. */
  #grade(named: ReadonlySet<Profile>): void {
    const open: Profile[] = [];
    for (const profile of this.#profiles) {
      const label = this.#label(profile.place);
      if (named.has(profile) || isCodeLabel(label) || isProseLabel(label) || isLegend(profile)) continue;
      const choices = this.#choices(profile.place);
      if (choices.length === 0) {
        if (this.#isGrade(profile, guessContent(profile, this.#legends))) open.push(profile);
      } else if (isGradeLabel(label) || choices.filter((text) => isSign(text) || meaningOf(text).known).length > choices.length / 2) {
        this.#take(`scale${columnLetters(profile.place)}`, [profile], offeredTerms(choices));
      }
    }
    inferVocabularies(open, (profile) => this.#scale(profile)).forEach((vocabulary, index) => {
      const { columns, terms, doubtful, isSure } = vocabulary;
      if (terms.length === 0) return;
      this.#take(`scale${index + 1}`, columns, terms);
      const cells = columns.map(({ place, filled }) => ({ row: Math.max(0, filled.indexOf(1)) + 1, column: place }));
      this.#asked.push({ ids: columns.map(({ place }) => columnLetters(place)), terms, doubtful, isSure, cells });
    });
  }

  #take(name: string, columns: readonly Profile[], terms: readonly Term[]): void {
    this.#vocabularies.set(name, terms);
    for (const profile of columns) this.#vocabularyOf.set(profile, name);
  }

  /** A column whose header names grades need not repeat itself. An empty one may use the only legend. */
  #isGrade(profile: Profile, content: Content): boolean {
    if (content === "status") return true;
    if (!isGradeLabel(this.#label(profile.place)) || content === "number") return isGradeLabel(this.#label(profile.place)) && this.#isPoints(profile);
    if (profile.count === 0) return this.#onlyScale() !== undefined;
    const short = profile.words.filter(({ text }) => text.length <= 12).reduce((sum, { count }) => sum + count, 0);
    const telling = profile.words.filter(({ text }) => isSign(text) || meaningOf(text).known).reduce((sum, { count }) => sum + count, 0);
    return (short >= 0.8 * profile.count && telling >= 0.5 * profile.count) || this.#isPoints(profile) || this.#onlyScale() !== undefined;
  }

  #isPoints(profile: Profile): boolean {
    const points = pointsIn(profile);
    return points.length >= 0.7 * profile.count && points.length > 0 && points.every((point) => Number.isInteger(point) && point >= 0 && point <= 10);
  }

  /** The scale that the cells use; otherwise the one in a legend for the label, or the only one if the cells hold signs. */
  #scale(profile: Profile): UsedScale | undefined {
    const used = usedScale(profile, this.#legends);
    if (used) return used;
    const label = labelOf(this.#label(profile.place));
    const named = this.#legends.find(({ head, items }) => items.length >= 2 && isNamedAfter(head, [label]));
    if (named) return { legend: named, items: named.items };
    return profile.words.every(({ text }) => isSign(text)) ? this.#onlyScale() : undefined;
  }

  #onlyScale(): UsedScale | undefined {
    const scales = this.#legends.flatMap((legend) => scalesIn(legend).map((items) => ({ legend, items })));
    const [first] = scales;
    const isOne = first && scales.every(({ items }) => items.length === first.items.length && items.every(({ sign }, index) => sign === first.items[index]?.sign));
    return isOne ? first : undefined;
  }

  /** The choices that most cards offer at a label, each word once. */
  #choices(place: number): readonly string[] {
    const { key = "" } = this.book.columns[place] ?? {};
    const offered = this.book.cards.flatMap(({ grid, fields }) => {
      const field = fields.get(key);
      return field ? [choicesIn(fieldValue(grid, field)).map(({ text }) => text)] : [];
    });
    const own = offered.filter(({ length }) => length > 0);
    return 2 * own.length >= offered.length ? [...new Set(own.flat())] : [];
  }

  #column(profile: Profile, { plan, item, code, part }: NamingColumns): FormColumn {
    const label = this.#label(profile.place);
    const isPlan = plan.some((level) => level.profile === profile);
    const { heading, year } = this.book.columns[profile.place] ?? {};
    const header = [...(heading === undefined ? [] : [year ? heading.replace(/[0-9０-９]+|元/g, "#") : heading]), label];
    const base = { id: columnLetters(profile.place), name: this.#name(profile.place), header, ...(year && { year }), level: isPlan ? levelId(profile) : this.#isPart(profile.place) ? partLevel : "item" };
    if (isPlan) return { ...base, holds: "label" };
    if (profile === code?.profile) return { ...base, holds: "code" };
    if (profile === item || profile.place === part) return { ...base, holds: "text" };
    const vocabulary = this.#vocabularyOf.get(profile);
    if (vocabulary !== undefined) return { ...base, holds: "status", vocabulary, ...(year === "earlier" ? { decides: false, optional: true } : this.#isOften(profile) ? {} : { optional: true }) };
    const bare = labelOf(label);
    return { ...base, holds: sectionLabel.test(bare) ? "section" : /(?:値|率|額|費)$/.test(bare) ? "number" : "note", optional: true };
  }

  /** False for a grade that many cards leave open. */
  #isOften({ place, count }: Profile): boolean {
    const all = this.#isPart(place) ? this.book.rowCount : this.book.cards.length;
    return all < fewCards || count >= 0.6 * all;
  }
}

/** The text that all cards have at a label; undefined if they differ. */
function repeatedText({ words: [word, ...others], count, place }: Profile): { readonly text: string; readonly at: CellPlace } | undefined {
  return word && others.length === 0 && count > 1 ? { text: word.text, at: { row: 1, column: place } } : undefined;
}

/** True for a label with an explanation of the grades on every card. */
function isLegend(profile: Profile): boolean {
  const repeated = repeatedText(profile);
  return repeated !== undefined && legendsIn(repeated.text, repeated.at).some(({ items }) => items.length >= 2);
}

function levelId({ place }: Profile): string {
  return `level${place + 1}`;
}

function levelKey({ key, template, first }: CardCode): Pick<FormLevel, "key" | "code" | "first"> {
  return { key, ...(template === "" ? {} : { code: template }), ...(first === undefined ? {} : { first }) };
}

/** The offered choices as terms. They are offered from the best to the worst. */
function offeredTerms(choices: readonly string[]): readonly Term[] {
  const bySize = meaningsBySize(choices.length);
  return markedTerms(choices.map((text, place) => ({ text, meaning: isSign(text) ? (bySize[place] ?? "good") : meaningOf(text).meaning })));
}
