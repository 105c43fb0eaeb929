import type { Counts, FullInspection, Inspection, TablePlace } from "./model/finding.ts";
import { readerOf } from "./form/reader.ts";
import type { FormAnswers, FormChoice } from "./form/known.ts";
import { cardFindings } from "./cards/findings.ts";
import { fullyOnCards, onCards } from "./cards/places.ts";
import { recognizeCards, type RecognizedCards } from "./cards/recognize.ts";
import { cautious, questioned } from "./infer/questioned.ts";
import { heaviestFirst } from "./infer/hanging.ts";
import type { Asked } from "./infer/questions.ts";
import { recognize, type Recognized } from "./infer/recognize.ts";
import type { Grid, SheetInfo } from "./model/grid.ts";
import { inputRulesOf } from "./input-rules/plan.ts";
import { outlineOf } from "./outline/outline.ts";
import { reviewMarks } from "./review/marks.ts";
import { runRules, type Found } from "./rules/run.ts";
import { sectionsOf } from "./reply/sections.ts";
import { hasOwnTitle } from "./summary/own-title.ts";
import { tallyOf } from "./summary/tally.ts";
import type { Table } from "./table/find.ts";
import { fullyOnSheet, onSheet } from "./table/on-sheet.ts";
import { folded, fullyFolded, unfoldTables, type UnfoldedTables } from "./table/side-by-side.ts";
import { Evaluation } from "./tree/evaluation.ts";

export type { FullInspection, Inspection } from "./model/finding.ts";

/**
 * Checks a sheet as read, by the form that fits it best. Null where the sheet is no card and holds no evaluation table.
 * @param answers given where a form may be inferred from the sheet; earlier answers about it
 */
export function inspect(grid: Grid, forms: FormChoice, answers?: FormAnswers): Inspection | null {
  return inspectBook([grid], forms, answers)[0] ?? null;
}

/** The same, with everything that views show: no view evaluates a sheet again. */
export function inspectFully(grid: Grid, forms: FormChoice, answers?: FormAnswers): FullInspection | null {
  return inspectFullyIn([grid], grid, forms, answers);
}

/** Checks the sheets of a workbook, in their order. Its cards of one kind are one evaluation, in the place of the first card. */
export function inspectBook(grids: readonly Grid[], forms: FormChoice, answers?: FormAnswers): readonly Inspection[] {
  const tableOf = tablesBy(forms, answers);
  const kinds = cardsIn(grids, forms, answers, tableOf);
  const among = idsAmong(kinds);
  return grids.flatMap((grid) => {
    const cards = kinds.find(({ cards: { sheets: [first] } }) => first?.id === grid.sheet.id);
    if (cards) return [onCards(toldOfCards(evaluationOf(cards.book.grid, cards), cards), cards.book)];
    const table = among.has(grid.sheet.id) ? undefined : tableOf(grid);
    if (!table) return [];
    const { aligned, unfolded } = table;
    const inspection = toldOfTable(evaluationOf(aligned?.grid ?? unfolded?.grid ?? grid, table), table);
    const led = aligned ? onSheet(inspection, aligned) : inspection;
    return [withOthers(unfolded ? folded(led, unfolded) : led, table)];
  });
}

/** Checks one sheet of a workbook, a card with all others, with everything that views show. Null where it holds no evaluation, or is left out. */
export function inspectFullyIn(grids: readonly Grid[], grid: Grid, forms: FormChoice, answers?: FormAnswers): FullInspection | null {
  const tableOf = tablesBy(forms, answers);
  const kinds = cardsIn(grids, forms, answers, tableOf);
  const cards = kinds.find(({ cards: { sheets } }) => sheets.some(({ id }) => id === grid.sheet.id));
  if (cards) {
    const evaluation = evaluationOf(cards.book.grid, cards);
    return fullyOnCards(toldOfCards(evaluation, cards), outlineOf(evaluation), cards.book);
  }
  const table = idsAmong(kinds).has(grid.sheet.id) ? undefined : tableOf(grid);
  if (!table) return null;
  const { aligned, unfolded } = table;
  const evaluation = evaluationOf(aligned?.grid ?? unfolded?.grid ?? grid, table);
  const inspection = toldOfTable(evaluation, table);
  const outline = outlineOf(evaluation);
  const overview = { outline, sections: sectionsOf(evaluation.grid, inspection.table, outline), inputRules: inputRulesOf(evaluation.grid, evaluation.table, table.known.form) };
  const led = aligned ? fullyOnSheet({ ...inspection, overview }, aligned) : { ...inspection, overview };
  return withOthers(unfolded ? fullyFolded(led, unfolded) : led, table);
}

/** A sheet's table, perhaps of several that stand side by side. */
interface SheetTable extends Recognized {
  readonly unfolded?: UnfoldedTables;
}

/** The result with the tables of other forms, at the cells of the sheet. */
function withOthers<Some extends Inspection>(inspection: Some, { others = [], unfolded }: SheetTable): Some {
  const placed = unfolded ? others.map(({ first, last }) => ({ first: unfolded.placeOf(first), last: unfolded.placeOf(last) })) : others;
  return placed.length > 0 ? { ...inspection, otherTables: placed } : inspection;
}

type TableOf = (grid: Grid) => SheetTable | undefined;

/** Looks at each sheet once. */
function tablesBy(forms: FormChoice, answers: FormAnswers | undefined): TableOf {
  const known = new Map<Grid, SheetTable | undefined>();
  const look = (grid: Grid): SheetTable | undefined => {
    const own = hasOwnTitle(grid) ? undefined : answers;
    const unfolded = unfoldTables(grid);
    const all = unfolded && recognize(unfolded.grid, forms, own);
    return all ? { ...all, unfolded } : recognize(grid, forms, own);
  };
  return (grid) => {
    if (!known.has(grid)) known.set(grid, look(grid));
    return known.get(grid);
  };
}

/** The cards among the sheets, by kind. A single sheet that reads as a table is no card; a sheet with its own table is not left out. */
function cardsIn(grids: readonly Grid[], forms: FormChoice, answers: FormAnswers | undefined, tableOf: TableOf): readonly RecognizedCards[] {
  const byId = new Map(grids.map((grid) => [grid.sheet.id, grid]));
  const holdsTable = ({ id }: SheetInfo) => {
    const grid = byId.get(id);
    return grid !== undefined && tableOf(grid) !== undefined;
  };
  return recognizeCards(grids, forms, answers).flatMap((found) => {
    const { sheets, leftOut } = found.cards;
    const [first, ...others] = sheets;
    if (first && others.length === 0 && found.known.from === "inferred" && holdsTable(first)) return [];
    return [{ ...found, cards: { ...found.cards, leftOut: leftOut.filter(({ sheet, why }) => why !== "other" || !holdsTable(sheet)) } }];
  });
}

/** The ids of the cards, and of the sheets beside them that are left out. */
function idsAmong(kinds: readonly RecognizedCards[]): ReadonlySet<string> {
  return new Set(kinds.flatMap(({ cards: { sheets, leftOut } }) => [...sheets, ...leftOut.map(({ sheet }) => sheet)]).map(({ id }) => id));
}

function evaluationOf(grid: Grid, { table, known }: Pick<Recognized, "table" | "known">): Evaluation {
  return new Evaluation(grid, table, readerOf(known.form));
}

function toldOfTable(evaluation: Evaluation, recognized: Recognized): Inspection {
  return told(evaluation, recognized, runRules(evaluation));
}

function toldOfCards(evaluation: Evaluation, recognized: RecognizedCards): Inspection {
  return { ...told(evaluation, recognized, cardFindings(evaluation, recognized)), cards: recognized.cards };
}

/** Nobody would answer more questions at once. */
const mostQuestions = 3;

function told(evaluation: Evaluation, { known: form, questions, answered }: Pick<Recognized, "known" | keyof Asked>, found: Found): Inspection {
  const findings = questioned(form.from === "inferred" ? cautious(found.findings) : found.findings, questions);
  const marks = reviewMarks(evaluation);
  const open = heaviestFirst(questions, { findings, marks });
  const named = new Set(findings.map(({ question }) => question));
  return {
    sheet: evaluation.grid.sheet,
    form,
    questions: open.slice(0, mostQuestions),
    waiting: open.slice(mostQuestions).filter(({ id }) => named.has(id)),
    answered,
    table: placeOf(evaluation.table),
    counts: countsOf(evaluation),
    tally: tallyOf(evaluation),
    findings,
    more: found.more,
    marks,
  };
}

function placeOf(table: Table): TablePlace {
  const { first, last, skippedRows } = table;
  return { first, last, columns: Object.fromEntries(table.columns), skippedRows };
}

function countsOf({ tree }: Evaluation): Counts {
  return tree.byDepth.map(({ length }) => length);
}
