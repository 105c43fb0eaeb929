import { CodeScanner } from "../form/code-scanner.ts";
import type { FormAnswers } from "../form/known.ts";
import type { Grid } from "../model/grid.ts";
import type { AlignedTables } from "../table/aligned.ts";
import { gatherChoices } from "../table/choices.ts";
import { guessContent, saysWordsOf, type Content } from "./content.ts";
import { findChoices } from "./choice-columns.ts";
import { answersAbout } from "./answers.ts";
import { blankGrades, isGradeHeader, isOtherList } from "./grade-header.ts";
import { guessLevels } from "./level-guess.ts";
import { readLegends, type Legend } from "./legend.ts";
import { findBandLevels } from "./band-levels.ts";
import { findNestedRows } from "./nested-rows.ts";
import { findOuterGrades } from "./outer-grades.ts";
import { findStackedLevels, innermostRegion, namedAnew } from "./stacked-levels.ts";
import { readProfiles, type Profile } from "./profile.ts";
import { findRegion } from "./region.ts";
import { codeTwins, findLikeHeaded } from "./twins.ts";
import { FormMaker, type Inferred, type InferenceSource, type InferredOnce } from "./form-maker.ts";

/**
 * Infers the form of a sheet, in steps: its levels, columns and scales. Undefined unless the sheet holds graded items that can be told
 * apart. Linear in the cells. @throws {Refusal} too-large @param aligned given if the grid is several tables laid out as one
 */
export function* inferForm(grid: Grid, answers: FormAnswers, aligned?: AlignedTables): Generator<void, Inferred | undefined> {
  const scanner = new CodeScanner();
  const region = yield* findRegion(grid, scanner);
  if (!region) return undefined;
  const stackedLevels = (yield* findStackedLevels(grid, region.rows, scanner)) ?? findBandLevels(grid, region, scanner) ?? findNestedRows(grid, region, scanner);
  yield;
  const source = { grid, region: stackedLevels ? innermostRegion(region, stackedLevels) : region, scanner, stackedLevels, aligned };
  const inferred = yield* inferOnce(source, answers);
  return inferred && inferred.unused.size > 0 ? yield* inferOnce(source, answersAbout(inferred.form, answers), inferred.unused) : inferred;
}

/** @param unused the key columns, zero-based, that are no level, as the answers choose others */
function* inferOnce(source: InferenceSource, answers: FormAnswers, unused: ReadonlySet<number> = new Set()): Generator<void, InferredOnce | undefined> {
  const { grid: sheet, region, scanner, stackedLevels, aligned } = source;
  const titled = aligned?.titlePlace === undefined ? [] : aligned.tables;
  const read = (from: Grid) => readProfiles(from, region, scanner, new Set([...titled.map((table) => table.from), ...(stackedLevels ? namedAnew(from, region.rows, stackedLevels) : [])]));
  const seen = yield* read(sheet);
  const { head, found } = yield* findChoices(sheet, region, seen);
  const choices = new Map(found.map((choice) => [choice.first, choice]));
  const grid = found.length > 0 ? (yield* gatherChoices(sheet, head, found)).grid : sheet;
  const isGathered = (place: number) => found.some(({ first, grades }) => place > first && place < first + grades.length);
  const profiles = (found.length > 0 ? (yield* read(grid)).filter(({ place }) => !isGathered(place)) : seen).map((profile) => (profile.place === aligned?.titlePlace ? { ...profile, order: -1 } : profile));
  if (isOtherList(profiles)) return undefined;
  yield;
  const legends = readLegends(aligned?.real ?? sheet, region);
  yield;
  const contents = yield* guessContents(profiles, legends, choices);
  yield;
  const holds = (content: Content) => (profile: Profile) => contents.get(profile) === content;
  const mayBeKey = (profile: Profile) => !unused.has(profile.place) && !choices.has(profile.place) && (contents.get(profile) !== "status" || !isGradeHeader(profile));
  const levels = guessLevels(profiles.filter(mayBeKey), region.rows.length, holds("text"), holds("section"));
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
  return new FormMaker({ ...source, grid, profiles, legends, contents, levels, blank: new Set(blank), outerGrades, likeHeaded, choices }).make([...filled, ...blank], answers);
}

/** A choice is a grade, and so is a column that its header calls one and that has the words of another. */
function* guessContents(profiles: readonly Profile[], legends: readonly Legend[], choices: ReadonlyMap<number, unknown>): Generator<void, Map<Profile, Content>> {
  const contents = new Map<Profile, Content>();
  for (const profile of profiles) {
    yield;
    contents.set(profile, choices.has(profile.place) ? "status" : guessContent(profile, legends));
  }
  const graded = profiles.filter((profile) => contents.get(profile) === "status");
  for (const profile of profiles) if (isGradeHeader(profile) && graded.some((other) => saysWordsOf(profile, other))) contents.set(profile, "status");
  return contents;
}
