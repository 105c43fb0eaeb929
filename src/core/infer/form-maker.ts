import { osakaWard } from "../form/built-in.ts";
import type { CodeScanner } from "../form/code-scanner.ts";
import type { FormAnswers } from "../form/known.ts";
import type { Form, FormColumn, FormLevel } from "../form/schema.ts";
import type { Grid } from "../model/grid.ts";
import { columnLetters, type CellPlace } from "../model/address.ts";
import type { Question } from "../model/question.ts";
import { noPath } from "../table/header.ts";
import { headerYear, titleYear } from "../table/years.ts";
import { titlesFirst, type AlignedTables } from "../table/aligned.ts";
import type { ChoiceColumns } from "../table/choices.ts";
import { datedAlone, withJudges, withYears, yearQuestion } from "./deciding.ts";
import { soleScale, usedScale, type Content } from "./content.ts";
import { choiceVocabularies } from "./choice-columns.ts";
import { isGradeHeader } from "./grade-header.ts";
import { columnDepth, type InferredLevel } from "./level-guess.ts";
import { columnNameOf, levelNameOf } from "./header-names.ts";
import type { Legend } from "./legend.ts";
import type { OuterGrades } from "./outer-grades.ts";
import { outerId, outerLevelId, withOutlineNames, withStackedLevels, type StackedLevels } from "./stacked-levels.ts";
import type { Profile } from "./profile.ts";
import { questionsOf, type Asked } from "./questions.ts";
import type { Region } from "./region.ts";
import { inferVocabularies, type Vocabulary } from "./terms.ts";
import { inferThresholds } from "./thresholds.ts";
import { twinsAmong, type Twins } from "./twins.ts";
import { withUnrankedJudges } from "./unranked-judges.ts";

/** A form inferred from a sheet, the places of its columns, and its open questions. */
export interface Inferred extends Asked {
  readonly form: Form;
  /** By column id, zero-based. */
  readonly places: ReadonlyMap<string, number>;
  /** The header's first row and the first row of data, zero-based. */
  readonly top: number;
  readonly firstData: number;
  /** Set if levels share a column: the level of each row. */
  readonly depths?: ReadonlyMap<number, number>;
}

/** The part of a sheet from which a form is inferred. */
export interface InferenceSource {
  readonly grid: Grid;
  readonly region: Region;
  readonly scanner: CodeScanner;
  /** Set if levels share a column; the region then holds the rows of the innermost. */
  readonly stackedLevels: StackedLevels | undefined;
  /** Set if the grid is several tables laid out as one. */
  readonly aligned: AlignedTables | undefined;
}

/** What was found out about the columns before the form is made. */
interface Readings extends InferenceSource {
  readonly profiles: readonly Profile[];
  readonly legends: readonly Legend[];
  readonly contents: ReadonlyMap<Profile, Content>;
  readonly levels: readonly InferredLevel[];
  /** Columns of grades that nobody has filled in. */
  readonly blank: ReadonlySet<Profile>;
  readonly outerGrades: readonly OuterGrades[];
  /** Columns under alike headers, and those among them that are codes of one level. */
  readonly likeHeaded: readonly { readonly group: readonly Profile[]; readonly codes: readonly Profile[] }[];
  /** By their first column, the columns that are one choice; the grid has each in its first one. */
  readonly choices: ReadonlyMap<number, ChoiceColumns>;
}

/** A form, and the key columns, zero-based, in whose place the answers choose others. */
export interface InferredOnce extends Inferred {
  readonly unused: ReadonlySet<number>;
}

/** Makes a form of what was read of the columns, with the questions that this leaves open. */
export class FormMaker {
  readonly #places = new Map<string, number>();

  constructor(private readonly readings: Readings) {}

  /** @param statuses the columns of grades, without those of levels with rows of their own */
  make(statuses: readonly Profile[], answers: FormAnswers): InferredOnce {
    const { grid, region, profiles, levels, aligned, stackedLevels, outerGrades } = this.readings;
    const vocabularies = this.#vocabularies(statuses);
    const scaleOf = new Map(vocabularies.flatMap((vocabulary, index) => vocabulary.columns.map((profile) => [profile, scaleName(index)] as const)));
    const columns = titlesFirst(profiles, aligned?.titlePlace).flatMap((profile) => this.#column(profile, scaleOf.get(profile)) ?? []);
    const titled = titleYear(grid, region.top);
    const yearOf = ({ id }: FormColumn) => headerYear(profiles.find(({ place }) => place === this.#places.get(id))?.path ?? noPath);
    const dated = withYears(columns, yearOf, titled);
    const form = this.#form(dated, vocabularies);
    const outerColumns = outerGrades.map((grades) => this.#outerColumn(grades, scaleOf.get(grades.profile)));
    const whole = stackedLevels ? withStackedLevels(form, this.#places, stackedLevels, outerColumns) : { form, places: this.#places };
    const years = titled === undefined ? this.#yearQuestions(datedAlone(dated, yearOf)) : [];
    const scales = vocabularies.map((vocabulary) => this.#asked(vocabulary));
    const { passedOver, ...asked } = questionsOf(whole.form, scales, answers, this.#twins(form.columns, statuses), years);
    const unused = new Set(levels.flatMap(({ keyColumn: { profile } }) => (passedOver.includes(idOf(profile.place)) ? [profile.place] : [])));
    const firstData = stackedLevels?.firstData ?? region.rows[0] ?? 0;
    return { unused, places: whole.places, top: region.top, firstData, ...(stackedLevels && { depths: stackedLevels.depths }), ...asked };
  }

  #vocabularies(statuses: readonly Profile[]): readonly Vocabulary[] {
    const { legends, blank, outerGrades, choices } = this.readings;
    const graded = [...statuses.filter(({ place }) => !choices.has(place)), ...outerGrades.map(({ profile }) => profile)];
    const scaled = inferVocabularies(graded, (profile) => usedScale(profile, legends) ?? (blank.has(profile) ? soleScale(profile, legends) : undefined));
    return [...scaled, ...choiceVocabularies(statuses, choices, legends)];
  }

  #form(columns: readonly FormColumn[], vocabularies: readonly Vocabulary[]): Form {
    const { grid, region, legends, levels, aligned } = this.readings;
    const scales = new Map(vocabularies.map(({ terms }, index) => [scaleName(index), terms]));
    const rows = region.rows.map((row) => (id: string) => grid.value(row, this.#places.get(id) ?? -1));
    const thresholds = inferThresholds(legends, columns, (column) => scales.get(column.vocabulary ?? "") ?? [], rows);
    return {
      id: "inferred",
      name: { ja: `${grid.sheet.name}の様式`, en: `Form of the sheet ${grid.sheet.name}` },
      levels: withOutlineNames(levels.map((level, depth) => this.#level(level, depth))),
      page: { write: "p.{n}", also: ["p{n}", "{n}", "{n}ページ", "{n}頁", "p{n}ページ", "p{n}頁", "ページ{n}", "頁{n}", "pp{n}"] },
      columns: withJudges(columns),
      ...((aligned?.tables.length ?? 1) > 1 ? { layout: "tables" as const } : {}),
      vocabularies: Object.fromEntries([...scales].map(([name, terms]) => [name, [...terms]])),
      ...(thresholds.length > 0 ? { thresholds: [...thresholds] } : {}),
      spellings: spellings.map((group) => [...group]),
    };
  }

  #twins(columns: readonly FormColumn[], statuses: readonly Profile[]): readonly Twins[] {
    const byId = new Map(columns.map((column) => [column.id, column]));
    const twins = this.readings.likeHeaded.flatMap(({ group, codes }) => twinsAmong(group, codes, ({ place }) => byId.get(idOf(place)), (profile) => this.#firstCell(profile)) ?? []);
    const filled = statuses.map((profile) => ({ id: idOf(profile.place), cell: this.#firstCell(profile), count: profile.count }));
    return withUnrankedJudges(twins, columns, filled);
  }

  #yearQuestions(doubted: readonly FormColumn[]): readonly Question[] {
    return this.readings.profiles.flatMap((profile) => doubted.filter(({ id }) => id === idOf(profile.place)).map((column) => yearQuestion(column, [this.#firstCell(profile)])));
  }

  #asked(vocabulary: Vocabulary) {
    const ids = vocabulary.columns.map((profile) => this.#columnId(profile));
    return { ids, terms: vocabulary.terms, doubtful: vocabulary.doubtful, isSure: vocabulary.isSure, cells: vocabulary.columns.map((profile) => this.#firstCell(profile)) };
  }

  #firstCell(profile: Profile): CellPlace {
    const rows = this.readings.outerGrades.find((one) => one.profile === profile)?.rows ?? this.readings.region.rows;
    return { row: rows[profile.filled.indexOf(1)] ?? 0, column: profile.place };
  }

  /** The id of a column of grades, of whichever level. */
  #columnId(profile: Profile): string {
    const depth = this.readings.outerGrades.find((one) => one.profile === profile)?.depth;
    return depth === undefined ? idOf(profile.place) : outerId(profile.place, depth);
  }

  /** A column of grades of a level with rows of its own. */
  #outerColumn({ profile, depth, isDue }: OuterGrades, vocabulary: string | undefined): FormColumn {
    const id = outerId(profile.place, depth);
    this.#places.set(id, profile.place);
    return { id, level: outerLevelId(depth), holds: "status", name: columnNameOf(profile, this.readings.profiles), header: headerOf(profile), ...(vocabulary === undefined ? {} : { vocabulary }), ...(isDue ? {} : { optional: true }) };
  }

  #column(profile: Profile, vocabulary: string | undefined): FormColumn | undefined {
    const content = this.readings.contents.get(profile) ?? "empty";
    const level = this.#levelOf(profile);
    if (!level && content === "empty") return undefined;
    const depth = level ? this.readings.levels.indexOf(level) : this.#depth(profile);
    const holds = level ? level.keyColumn.holds : this.#holds(profile, depth, content);
    const id = idOf(profile.place);
    this.#places.set(id, profile.place);
    const isDue = (level !== undefined || holds === "text" || holds === "status" || holds === "page") && this.#isMostlyFilled(profile, depth);
    return {
      id,
      level: levelId(depth),
      holds,
      name: columnNameOf(profile, this.readings.profiles),
      header: headerOf(profile),
      ...(holds === "status" && vocabulary !== undefined ? { vocabulary } : {}),
      ...(this.readings.choices.has(profile.place) && { choice: true }),
      ...(isDue ? {} : { optional: true }),
    };
  }

  /** A text is a level's name if the level has a code and no other text; other texts are notes. */
  #holds(profile: Profile, depth: number, content: Content): FormColumn["holds"] {
    if (content === "empty") return "note";
    if (content !== "text") return content;
    const { levels, profiles, contents } = this.readings;
    const level = levels[depth];
    if (level?.keyColumn.holds !== "code") return "note";
    const { order } = level.keyColumn.profile;
    const first = profiles.find((other) => contents.get(other) === "text" && other.order > order && this.#depth(other) === depth && !this.#levelOf(other));
    return first === profile ? "text" : "note";
  }

  /** The level whose items a column tells apart; undefined for any other column. */
  #levelOf(profile: Profile): InferredLevel | undefined {
    return this.readings.levels.find(({ keyColumn }) => keyColumn.profile === profile);
  }

  #depth(profile: Profile): number {
    return columnDepth(profile, this.readings.levels, this.readings.region.rows.length);
  }

  /** True if the column is filled at nearly all items of the level; with three items, one may lack it. */
  #isMostlyFilled(profile: Profile, depth: number): boolean {
    if (this.readings.blank.has(profile)) return true;
    const level = this.readings.levels[depth]?.keyColumn.begins;
    if (!level || level.count === 0) return false;
    // The end of a column in progress may still be blank.
    const mayEnd = this.readings.contents.get(profile) === "status" && isGradeHeader(profile);
    const end = mayEnd ? profile.filled.findLastIndex((filled, index) => filled === 1 && level.at[index] === 1) + 1 : profile.filled.length;
    let begun = 0;
    let blank = 0;
    for (let index = 0; index < end; index++) {
      if (level.at[index] !== 1) continue;
      begun++;
      if (profile.filled[index] !== 1) blank++;
    }
    return blank <= (begun >= 3 ? Math.max(1, 0.3 * begun) : 0);
  }

  #level({ keyColumn, key, template }: InferredLevel, depth: number): FormLevel {
    const { first } = keyColumn;
    const { titlePlace, tables } = this.readings.aligned ?? { tables: [] };
    const name = levelNameOf(keyColumn, this.readings.profiles.filter(({ place }) => place !== titlePlace));
    const mayBeEmpty = keyColumn.profile.place === titlePlace && tables.some(({ from, to }) => to < from);
    return { id: levelId(depth), name: { ja: name, en: name }, key, ...(mayBeEmpty ? { mayBeEmpty } : {}), ...(template === "" ? {} : { code: template }), ...(first === undefined || key !== "running" ? {} : { first }) };
  }
}

/** A column is identified by its letters. */
function idOf(place: number): string {
  return columnLetters(place);
}

function headerOf({ header }: Profile): string[] {
  return header.map((word) => word.slice(0, 100));
}

function scaleName(index: number): string {
  return `scale${index + 1}`;
}

function levelId(depth: number): string {
  return `level${depth + 1}`;
}

const spellings: readonly (readonly string[])[] = [...osakaWard.spellings.filter(([usual]) => usual !== "あり"), ["おおむね", "概ね"]];
