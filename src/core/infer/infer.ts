import { osakaWard } from "../form/built-in.ts";
import { CodeScanner } from "../form/code-scanner.ts";
import type { FormAnswers } from "../form/known.ts";
import type { Form, FormColumn, FormLevel } from "../form/schema.ts";
import type { Grid } from "../model/grid.ts";
import { columnLetters, type CellPlace } from "../model/address.ts";
import { noPath } from "../table/header.ts";
import { headerYear, titleYear } from "../table/years.ts";
import { titlesFirst, type AlignedTables } from "../table/aligned.ts";
import { datedAlone, withJudges, withYears, yearQuestion } from "./deciding.ts";
import { guessContent, saysWordsOf, soleScale, usedScale, type Content } from "./content.ts";
import { choiceVocabularies, findChoices, type ChoiceColumn } from "./choice-columns.ts";
import { answersAbout } from "./answers.ts";
import { blankGrades, isGradeHeader, isOtherList } from "./grade-header.ts";
import { guessLevels, columnDepth, type InferredLevel } from "./level-guess.ts";
import { endsInLevelWord, isLevelWord, stemOf } from "./level-words.ts";
import { readLegends, type Legend } from "./legend.ts";
import { findBandLevels } from "./band-levels.ts";
import { findNestedRows } from "./nested-rows.ts";
import { findOuterGrades, type OuterGrades } from "./outer-grades.ts";
import { findStackedLevels, innermostRegion, outerId, outerLevelId, withOutlineNames, withStackedLevels, type StackedLevels } from "./stacked-levels.ts";
import type { Profile } from "./profile.ts";
import { readProfiles } from "./profile.ts";
import { questionsOf, type Asked } from "./questions.ts";
import { findRegion, type Region } from "./region.ts";
import { inferVocabularies, type Vocabulary } from "./terms.ts";
import { inferThresholds } from "./thresholds.ts";
import { codeTwins, findLikeHeaded, twinsAmong } from "./twins.ts";
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

/**
 * Infers the form of a sheet, in steps: its levels, columns and scales. Undefined unless the sheet holds graded items that can be told
 * apart. Linear in the cells. @throws {Refusal} too-large @param aligned given if the grid is several tables laid out as one
 */
export function* inferForm(grid: Grid, answers: FormAnswers, aligned?: AlignedTables): Generator<void, Inferred | undefined> {
  const scanner = new CodeScanner();
  const region = yield* findRegion(grid, scanner);
  if (!region) return undefined;
  const stackedLevels = findStackedLevels(grid, region.rows, scanner) ?? findBandLevels(grid, region, scanner) ?? findNestedRows(grid, region, scanner);
  const own = stackedLevels ? innermostRegion(region, stackedLevels) : region;
  const inferred = yield* inferRegion(grid, own, scanner, answers, stackedLevels, aligned);
  return inferred && inferred.unused.size > 0 ? yield* inferRegion(grid, own, scanner, answersAbout(inferred.form, answers), stackedLevels, aligned, inferred.unused) : inferred;
}

/** A form, and the key columns, zero-based, in whose place the answers choose others. */
interface InferredOnce extends Inferred {
  readonly unused: ReadonlySet<number>;
}

function* inferRegion(grid: Grid, region: Region, scanner: CodeScanner, answers: FormAnswers, stackedLevels: StackedLevels | undefined, aligned: AlignedTables | undefined, unused: ReadonlySet<number> = new Set()): Generator<void, InferredOnce | undefined> {
  const titled = aligned?.titlePlace === undefined ? [] : aligned.tables;
  const profiles = (yield* readProfiles(grid, region, scanner, new Set(titled.map(({ from }) => from)))).map((profile) => (profile.place === aligned?.titlePlace ? { ...profile, order: -1 } : profile));
  if (isOtherList(profiles)) return undefined;
  const legends = readLegends(aligned?.real ?? grid, region);
  const contents = new Map(profiles.map((profile) => [profile, guessContent(profile, legends)]));
  const choices = findChoices(grid, region, profiles);
  for (const { profile } of choices) contents.set(profile, "status");
  const graded = profiles.filter((profile) => contents.get(profile) === "status");
  for (const profile of profiles) if (isGradeHeader(profile) && graded.some((other) => saysWordsOf(profile, other))) contents.set(profile, "status");
  yield;
  const levels = guessLevels(profiles.filter((profile) => !unused.has(profile.place) && (contents.get(profile) !== "status" || !isGradeHeader(profile))), region.rows.length, (profile) => contents.get(profile) === "text", (profile) => contents.get(profile) === "section");
  if (levels.length === 0 || (stackedLevels && levels.length > 1)) return undefined;
  const isNoLevel = (profile: Profile) => !levels.some(({ keyColumn }) => keyColumn.profile === profile);
  const likeHeaded = findLikeHeaded(profiles, grid, region.rows).map((group) => ({ group, codes: codeTwins(group, levels) }));
  for (const profile of likeHeaded.flatMap(({ codes }) => codes)) if (isNoLevel(profile)) contents.set(profile, "note");
  const filled = profiles.filter((profile) => contents.get(profile) === "status" && isNoLevel(profile));
  const blank = filled.length > 0 ? [] : blankGrades(profiles, levels);
  if (filled.length + blank.length === 0) return undefined;
  for (const profile of blank) contents.set(profile, "status");
  yield;
  const outerGrades = stackedLevels ? yield* findOuterGrades(grid, region, scanner, stackedLevels, legends, contents) : [];
  return new FormMaker(grid, region, profiles, legends, contents, levels, answers, new Set(blank), aligned, stackedLevels, outerGrades, likeHeaded, choices).make([...filled, ...blank]);
}

class FormMaker {
  readonly #places = new Map<string, number>();

  constructor(
    readonly grid: Grid,
    readonly region: Region,
    readonly profiles: readonly Profile[],
    readonly legends: readonly Legend[],
    readonly contents: ReadonlyMap<Profile, Content>,
    readonly levels: readonly InferredLevel[],
    readonly answers: FormAnswers,
    readonly blank: ReadonlySet<Profile>,
    readonly aligned: AlignedTables | undefined,
    readonly stackedLevels: StackedLevels | undefined,
    readonly outerGrades: readonly OuterGrades[],
    readonly likeHeaded: readonly { readonly group: readonly Profile[]; readonly codes: readonly Profile[] }[],
    readonly choices: readonly ChoiceColumn[],
  ) {}

  make(statuses: readonly Profile[]): InferredOnce {
    const graded = [...statuses.filter((profile) => !this.#choice(profile)), ...this.outerGrades.map(({ profile }) => profile)];
    const scaled = inferVocabularies(graded, (profile) => usedScale(profile, this.legends) ?? (this.blank.has(profile) ? soleScale(profile, this.legends) : undefined));
    const vocabularies = [...scaled, ...choiceVocabularies(this.choices, this.legends)];
    const nameOf = new Map(vocabularies.flatMap((vocabulary, index) => vocabulary.columns.map((profile) => [profile, `scale${index + 1}`] as const)));
    const columns = titlesFirst(this.profiles, this.aligned?.titlePlace).flatMap((profile) => this.#column(profile, nameOf.get(profile)) ?? []);
    const titled = titleYear(this.grid, this.region.top);
    const yearOf = ({ id }: FormColumn) => headerYear(this.profiles.find(({ place }) => place === this.#places.get(id))?.path ?? noPath);
    const dated = withYears(columns, yearOf, titled);
    const scales = new Map(vocabularies.map(({ terms }, index) => [`scale${index + 1}`, terms]));
    const rows = this.region.rows.map((row) => (id: string) => this.grid.value(row, this.#places.get(id) ?? -1));
    const thresholds = inferThresholds(this.legends, dated, (column) => scales.get(column.vocabulary ?? "") ?? [], rows);
    const form: Form = {
      id: "inferred",
      name: { ja: `「${this.grid.sheet.name}」の様式`, en: `Form of the sheet ${this.grid.sheet.name}` },
      levels: withOutlineNames(this.levels.map((level, depth) => this.#level(level, depth))),
      page: { write: "p.{n}", also: ["p{n}", "{n}", "{n}ページ", "{n}頁", "p{n}ページ", "p{n}頁", "ページ{n}", "頁{n}", "pp{n}"] },
      columns: withJudges(dated),
      ...((this.aligned?.tables.length ?? 1) > 1 ? { layout: "tables" as const } : {}),
      vocabularies: Object.fromEntries([...scales].map(([name, terms]) => [name, [...terms]])),
      ...(thresholds.length > 0 ? { thresholds: [...thresholds] } : {}),
      spellings: spellings.map((group) => [...group]),
    };
    const whole = this.stackedLevels ? withStackedLevels(form, this.#places, this.stackedLevels, this.outerGrades.map((grades) => this.#outerColumn(grades, nameOf.get(grades.profile)))) : { form, places: this.#places };
    const byId = new Map(form.columns.map((column) => [column.id, column]));
    const twins = this.likeHeaded.flatMap(({ group, codes }) => twinsAmong(group, codes, ({ place }) => byId.get(idOf(place)), (profile) => this.#firstCell(profile)) ?? []);
    const filled = statuses.map((profile) => ({ id: idOf(profile.place), cell: this.#firstCell(profile), count: profile.count }));
    const doubted = titled === undefined ? datedAlone(dated, yearOf) : [];
    const years = this.profiles.flatMap((profile) => doubted.filter(({ id }) => id === idOf(profile.place)).map((column) => yearQuestion(column, [this.#firstCell(profile)])));
    const { passedOver, ...asked } = questionsOf(whole.form, vocabularies.map((vocabulary) => this.#asked(vocabulary)), this.answers, withUnrankedJudges(twins, form.columns, filled), years);
    const unused = new Set(this.levels.flatMap(({ keyColumn: { profile } }) => (passedOver.includes(idOf(profile.place)) ? [profile.place] : [])));
    return { unused, places: whole.places, top: this.region.top, firstData: this.stackedLevels?.firstData ?? this.region.rows[0] ?? 0, ...(this.stackedLevels && { depths: this.stackedLevels.depths }), ...asked };
  }

  #choice(profile: Profile): ChoiceColumn | undefined {
    return this.choices.find((choice) => choice.profile === profile);
  }

  #asked(vocabulary: Vocabulary) {
    const ids = vocabulary.columns.map((profile) => this.#columnId(profile));
    return { ids, terms: vocabulary.terms, doubtful: vocabulary.doubtful, isSure: vocabulary.isSure, cells: vocabulary.columns.map((profile) => this.#firstCell(profile)) };
  }

  #firstCell(profile: Profile): CellPlace {
    const rows = this.outerGrades.find((one) => one.profile === profile)?.rows ?? this.region.rows;
    return { row: rows[profile.filled.indexOf(1)] ?? 0, column: profile.place };
  }

  /** The id of a column of grades, of whichever level. */
  #columnId(profile: Profile): string {
    const depth = this.outerGrades.find((one) => one.profile === profile)?.depth;
    return depth === undefined ? idOf(profile.place) : outerId(profile.place, depth);
  }

  /** A column of grades of a level with rows of its own. */
  #outerColumn({ profile, depth, isDue }: OuterGrades, vocabulary: string | undefined): FormColumn {
    const id = outerId(profile.place, depth);
    this.#places.set(id, profile.place);
    return { id, level: outerLevelId(depth), holds: "status", name: this.#name(profile), header: profile.header.map((word) => word.slice(0, 100)), ...(vocabulary === undefined ? {} : { vocabulary }), ...(isDue ? {} : { optional: true }) };
  }

  #column(profile: Profile, vocabulary: string | undefined): FormColumn | undefined {
    const content = this.contents.get(profile) ?? "empty";
    const own = this.levels.findIndex(({ keyColumn }) => keyColumn.profile === profile);
    if (own < 0 && content === "empty") return undefined;
    const choice = this.#choice(profile);
    const depth = own >= 0 ? own : columnDepth(choice?.whole ?? profile, this.levels, this.region.rows.length);
    const holds = own >= 0 ? (this.levels[own]?.keyColumn.holds ?? "text") : this.#holds(profile, depth, content);
    const id = idOf(profile.place);
    this.#places.set(id, profile.place);
    const isDue = (own >= 0 || holds === "text" || holds === "status" || holds === "page") && !choice && this.#isMostlyFilled(profile, depth);
    return {
      id,
      level: levelId(depth),
      holds,
      name: this.#name(profile),
      header: profile.header.map((word) => word.slice(0, 100)),
      ...(holds === "status" && vocabulary !== undefined ? { vocabulary } : {}),
      ...(isDue ? {} : { optional: true }),
    };
  }

  /** A text is a level's name if the level has a code and no other text; other texts are notes. */
  #holds(profile: Profile, depth: number, content: Exclude<Content, "empty"> | "empty"): FormColumn["holds"] {
    if (content === "empty") return "note";
    if (content !== "text") return content;
    const level = this.levels[depth];
    if (level?.keyColumn.holds !== "code") return "note";
    const first = this.profiles.find((other) => this.contents.get(other) === "text" && other.order > level.keyColumn.profile.order && columnDepth(other, this.levels, this.region.rows.length) === depth && !this.levels.some(({ keyColumn }) => keyColumn.profile === other));
    return first === profile ? "text" : "note";
  }

  /** True if the column is filled at nearly all items of the level; with three items, one may lack it. */
  #isMostlyFilled(profile: Profile, depth: number): boolean {
    if (this.blank.has(profile)) return true;
    const level = this.levels[depth]?.keyColumn.begins;
    if (!level || level.count === 0) return false;
    const isFilled = [...profile.filled].filter((_, index) => level.at[index] === 1).map((filled) => filled === 1);
    // The end of a column in progress may still be blank.
    const begun = this.contents.get(profile) === "status" && isGradeHeader(profile) ? isFilled.lastIndexOf(true) + 1 : level.count;
    const blank = isFilled.slice(0, begun).filter((filled) => !filled).length;
    return blank <= (begun >= 3 ? Math.max(1, 0.3 * begun) : 0);
  }

  #level({ keyColumn, key, template }: InferredLevel, depth: number): FormLevel {
    const { first } = keyColumn;
    const name = this.#levelName(keyColumn);
    const { titlePlace, tables } = this.aligned ?? { tables: [] };
    const mayBeEmpty = keyColumn.profile.place === titlePlace && tables.some(({ from, to }) => to < from);
    return { id: levelId(depth), name: { ja: name, en: name }, key, ...(mayBeEmpty ? { mayBeEmpty } : {}), ...(template === "" ? {} : { code: template }), ...(first === undefined || key !== "running" ? {} : { first }) };
  }

  /** The header's name for a level: the word above its code and its name, otherwise the code's own without 番号. */
  #levelName({ holds, profile: { header, place, order } }: InferredLevel["keyColumn"]): string {
    const leaf = header.at(-1) ?? "";
    const bare = leaf.replace(/(?:の)?(?:番号|コード|No\.?|№|NO|名称|名)$/i, "");
    const above = header.at(-2);
    const right = this.profiles.filter((other) => other.order > order && other.place !== this.aligned?.titlePlace).map((profile) => stemOf(profile.header));
    // 予算コード before 事務事業名: the code is that of a project.
    const named = holds !== "code" || isLevelWord(stemOf(header)) ? undefined : right.slice(0, 2).find(isLevelWord);
    return (named ?? (bare !== "" ? bare : (above ?? right.find(isLevelWord) ?? right.find(endsInLevelWord) ?? right[0] ?? leaf))) || `第${place + 1}列`;
  }

  #name({ header, place }: Profile): { ja: string; en: string } {
    const leaf = header.at(-1) ?? "";
    const isShared = this.profiles.some((other) => other.place !== place && other.header.at(-1) === leaf);
    const above = header.at(-2);
    const ja = leaf === "" ? `${columnLetters(place)}列` : isShared && above !== undefined && above !== leaf ? `${above}（${leaf}）` : leaf;
    return { ja: ja.slice(0, 150), en: leaf === "" ? `column ${columnLetters(place)}` : ja.slice(0, 150) };
  }
}

/** A column is identified by its letters. */
function idOf(place: number): string {
  return columnLetters(place);
}

function levelId(depth: number): string {
  return `level${depth + 1}`;
}

const spellings: readonly (readonly string[])[] = [...osakaWard.spellings.filter(([usual]) => usual !== "あり"), ["おおむね", "概ね"]];
