import type { FormAnswers, FormChoice } from "./form/known.ts";
import { cardFindings } from "./cards/findings.ts";
import { fullyOnCards, onCards } from "./cards/places.ts";
import { recognizeCards, type RecognizedCards } from "./cards/recognize.ts";
import { cautious, questioned } from "./infer/questioned.ts";
import { heaviestFirst } from "./infer/hanging.ts";
import type { Asked } from "./infer/questions.ts";
import { recognize, type Recognized } from "./infer/recognize.ts";
import { evaluationOf, fullyOn, onIt, told, type SheetTable } from "./inspect-known.ts";
import type { FullInspection, Inspection } from "./model/finding.ts";
import type { LeftOutSheet } from "./model/card-sheets.ts";
import type { Grid, SheetInfo } from "./model/grid.ts";
import { atOnce } from "./model/pace.ts";
import { Refusal } from "./model/refusal.ts";
import { outlineInSteps } from "./outline/outline.ts";
import { ruleByRule, type Found } from "./rules/run.ts";
import { hasOwnTitle } from "./summary/own-title.ts";
import { unfoldTables } from "./table/side-by-side.ts";
import { withoutGradeCounts } from "./table/grade-counts.ts";
import type { Evaluation } from "./tree/evaluation.ts";

export type { FullInspection, Inspection } from "./model/finding.ts";
export { mayBeCard, resemblesCard } from "./cards/card.ts";

/**
 * Checks a sheet as read, by the form that fits it best. Null where the sheet is no card and holds no evaluation table.
 * @param answers given where a form may be inferred from the sheet; earlier answers about it
 */
export function inspect(grid: Grid, forms: FormChoice, answers?: FormAnswers): Inspection | null {
  return inspectBook([grid], forms, answers)[0] ?? null;
}

/** The same, with everything that views show: no view evaluates a sheet again. */
export function inspectFully(grid: Grid, forms: FormChoice, answers?: FormAnswers): FullInspection | null {
  return atOnce(fullyInSteps([grid], grid, forms, answers));
}

/** Is told of a sheet that holds too much to be checked, so that the others still are. */
type OnRefused = (sheet: SheetInfo, refusal: Refusal) => void;

const refuse: OnRefused = (_, refusal) => {
  throw refusal;
};

/** Checks the sheets of a workbook, in their order. Its cards of one kind are one evaluation, in the place of the first card. @throws {Refusal} too-large, unless `onRefused` takes it */
export function inspectBook(grids: readonly Grid[], forms: FormChoice, answers?: FormAnswers, onRefused = refuse): readonly Inspection[] {
  return atOnce(resultsIn(grids, { forms, answers, onRefused, ofTable: tableResult, ofCards: cardsResult }));
}

/** The same, with everything that views show. */
export function inspectBookFully(grids: readonly Grid[], forms: FormChoice, answers?: FormAnswers, onRefused = refuse): readonly FullInspection[] {
  return atOnce(resultsIn(grids, { forms, answers, onRefused, ofTable: fullTableResult, ofCards: fullCardsResult }));
}

/** Checks one sheet of a workbook, a card with all others, with everything that views show, in steps. Null where it holds no evaluation, or is left out. */
export function* fullyInSteps(grids: readonly Grid[], grid: Grid, forms: FormChoice, answers?: FormAnswers): Generator<void, FullInspection | null> {
  const tableOf = tablesBy(forms, answers);
  const kinds = yield* cardsIn(grids, forms, answers, tableOf);
  const cards = kinds.find(({ cards: { sheets } }) => sheets.some(({ id }) => id === grid.sheet.id));
  if (cards) return yield* fullCardsResult(cards);
  const table = idsAmong(kinds).has(grid.sheet.id) ? undefined : yield* tableOf(grid);
  return table ? yield* fullTableResult(table, grid) : null;
}

interface Results<Result> {
  readonly forms: FormChoice;
  readonly answers: FormAnswers | undefined;
  readonly onRefused: OnRefused;
  readonly ofTable: (table: RecognizedTable, grid: Grid) => Generator<void, Result>;
  readonly ofCards: (cards: RecognizedCards) => Generator<void, Result>;
}

function* resultsIn<Result>(grids: readonly Grid[], { forms, answers, onRefused, ofTable, ofCards }: Results<Result>): Generator<void, readonly Result[]> {
  const tableOf = tablesBy(forms, answers);
  const kinds = yield* cardsIn(grids, forms, answers, tableOf);
  const among = idsAmong(kinds);
  const results: Result[] = [];
  const resultOf = function* (grid: Grid): Generator<void, Result | undefined> {
    const cards = kinds.find(({ cards: { sheets: [first] } }) => first?.id === grid.sheet.id);
    if (cards) return yield* ofCards(cards);
    const table = among.has(grid.sheet.id) ? undefined : yield* tableOf(grid);
    return table && (yield* ofTable(table, grid));
  };
  for (const grid of grids) {
    const result = yield* orRefusal(resultOf(grid));
    if (result instanceof Refusal) onRefused(grid.sheet, result);
    else if (result) results.push(result);
  }
  return results;
}

function* tableResult(table: RecognizedTable, grid: Grid): Generator<void, Inspection> {
  const evaluation = yield* evaluationOf(grid, table);
  return onIt(table, yield* toldWithQuestions(evaluation, table, yield* ruleByRule(evaluation)));
}

function* fullTableResult(table: RecognizedTable, grid: Grid): Generator<void, FullInspection> {
  const evaluation = yield* evaluationOf(grid, table);
  return yield* fullyOn(table, evaluation, yield* toldWithQuestions(evaluation, table, yield* ruleByRule(evaluation)));
}

function* cardsResult(cards: RecognizedCards): Generator<void, Inspection> {
  return onCards(yield* toldOfCards(yield* evaluationOf(cards.book.grid, cards), cards), cards.book);
}

function* fullCardsResult(cards: RecognizedCards): Generator<void, FullInspection> {
  const evaluation = yield* evaluationOf(cards.book.grid, cards);
  const inspection = yield* toldOfCards(evaluation, cards);
  return fullyOnCards(inspection, yield* outlineInSteps(evaluation), cards.book);
}

/** A sheet's table, with the questions about its form. */
type RecognizedTable = Recognized & SheetTable;

type TableOf = (grid: Grid) => Generator<void, RecognizedTable | undefined>;

/** Looks at each sheet once. @throws {Refusal} too-large for a sheet with too many items, each time it is asked */
function tablesBy(forms: FormChoice, answers: FormAnswers | undefined): TableOf {
  const known = new Map<Grid, RecognizedTable | Refusal | undefined>();
  const look = function* (grid: Grid): Generator<void, RecognizedTable | undefined> {
    if (hasOwnTitle(grid)) return undefined;
    const plain = withoutGradeCounts(grid);
    const unfolded = unfoldTables(plain);
    yield;
    const all = unfolded && (yield* recognize(unfolded.grid, forms, answers));
    return all ? { ...all, unfolded } : yield* recognize(plain, forms, answers);
  };
  return function* (grid) {
    if (!known.has(grid)) known.set(grid, yield* orRefusal(look(grid)));
    const found = known.get(grid);
    if (found instanceof Refusal) throw found;
    return found;
  };
}

function* orRefusal<Result>(steps: Generator<void, Result>): Generator<void, Result | Refusal> {
  try {
    return yield* steps;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** The cards among the sheets, by kind. A single sheet that reads as a table is no card; a sheet with its own table is not left out. */
function* cardsIn(grids: readonly Grid[], forms: FormChoice, answers: FormAnswers | undefined, tableOf: TableOf): Generator<void, readonly RecognizedCards[]> {
  const byId = new Map(grids.map((grid) => [grid.sheet.id, grid]));
  const holdsTable = function* ({ id }: SheetInfo): Generator<void, boolean> {
    const grid = byId.get(id);
    return grid !== undefined && (yield* orRefusal(tableOf(grid))) !== undefined;
  };
  const [only, another] = grids;
  const isTable = only !== undefined && another === undefined && (yield* holdsTable(only.sheet));
  const kinds: RecognizedCards[] = [];
  for (const found of recognizeCards(grids, forms, isTable ? undefined : answers)) {
    yield;
    const { sheets, leftOut } = found.cards;
    const [first, ...others] = sheets;
    if (first && others.length === 0 && found.known.from === "inferred" && (yield* holdsTable(first))) continue;
    const own: LeftOutSheet[] = [];
    for (const left of leftOut) if (left.why !== "other" || !(yield* holdsTable(left.sheet))) own.push(left);
    kinds.push({ ...found, cards: { ...found.cards, leftOut: own } });
  }
  return kinds;
}

/** The ids of the cards, and of the sheets beside them that are left out. */
function idsAmong(kinds: readonly RecognizedCards[]): ReadonlySet<string> {
  return new Set(kinds.flatMap(({ cards: { sheets, leftOut } }) => [...sheets, ...leftOut.map(({ sheet }) => sheet)]).map(({ id }) => id));
}

/** Nobody would answer more questions at once. */
const mostQuestions = 3;

/** What is told of an evaluation in steps, with the questions about its form. */
function* toldWithQuestions(evaluation: Evaluation, recognized: Pick<Recognized, "known" | keyof Asked>, found: Found): Generator<void, Inspection> {
  const { known, questions, answered } = recognized;
  const findings = questioned(known.from === "inferred" ? cautious(found.findings) : found.findings, questions);
  const inspection = yield* told(evaluation, recognized, { ...found, findings });
  const open = heaviestFirst(questions, inspection);
  const named = new Set(findings.map(({ question }) => question));
  return { ...inspection, questions: open.slice(0, mostQuestions), waiting: open.slice(mostQuestions).filter(({ id }) => named.has(id)), answered };
}

function* toldOfCards(evaluation: Evaluation, recognized: RecognizedCards): Generator<void, Inspection> {
  return { ...(yield* toldWithQuestions(evaluation, recognized, cardFindings(evaluation, recognized))), cards: recognized.cards };
}
