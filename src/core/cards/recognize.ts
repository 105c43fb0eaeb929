import type { FormAnswers, FormChoice, KnownForm } from "../form/known.ts";
import type { Form } from "../form/schema.ts";
import { nothingAsked, type Asked } from "../infer/questions.ts";
import { CodeScanner } from "../form/code-scanner.ts";
import type { CardSheets, LeftOutSheet } from "../model/card-sheets.ts";
import type { Grid, SheetInfo } from "../model/grid.ts";
import { hasOwnTitle } from "../summary/own-title.ts";
import type { Table } from "../table/find.ts";
import { cellText } from "../wording/phrase.ts";
import { alignCards, CardBook, bookColumns, type BookColumn, type Placed } from "./book.ts";
import { isCard, readCard } from "./card.ts";
import type { Card } from "./fields.ts";
import { cardForm, partLevel } from "./card-form.ts";
import { isCodeLabel, isGradeLabel, isNameLabel, labelOf, Labels, repeatedLabels } from "./labels.ts";
import { tellApart } from "./headings.ts";
import { keyOf } from "./keys.ts";
import { commonestKind, datedLabels } from "./kinds.ts";
import { isExample, isTemplate, listedOn } from "./left-out.ts";

/** The cards among a workbook's sheets as one table, and the form that reads them. */
export interface RecognizedCards extends Asked {
  readonly book: CardBook;
  readonly table: Table;
  readonly known: KnownForm;
  readonly cards: CardSheets;
  /** True if the numbers continue from card to card in the table. */
  readonly isCounted: boolean;
}

/**
 * The cards of a workbook, each kind separately, in the order of the workbook: by the known forms of cards, the others by
 * inferred forms. Empty if there are none. @param grids sheets of the workbook in order @param answers undefined to infer
 * nothing
 */
export function recognizeCards(grids: readonly Grid[], forms: FormChoice, answers: FormAnswers | undefined): readonly RecognizedCards[] {
  const known: readonly KnownForm[] = "id" in forms ? [{ form: forms, from: "file" }] : forms;
  const kinds: Found[] = [];
  let rest = grids.filter((grid) => !hasOwnTitle(grid));
  const take = (found: Found | undefined) => {
    if (!found) return false;
    kinds.push(found);
    const taken = sheetsOf(found);
    rest = rest.filter(({ sheet }) => !taken.has(sheet.id));
    return true;
  };
  for (const one of known) if (one.form.layout === "cards") take(byForm(rest, one));
  if (answers !== undefined && !("id" in forms)) while (take(bySelf(rest, answers)));
  return withOthers(kinds, grids);
}

type Found = Omit<RecognizedCards, "cards" | "isCounted"> & { readonly left: CardSheets["leftOut"] };

/** A sheet with three quarters of a form's labels is a card. */
const enough = 0.75;

function byForm(grids: readonly Grid[], known: KnownForm): Found | undefined {
  const { form } = known;
  const wanted = columnsOfForm(form);
  const needed = wanted.filter((_, index) => form.columns[index]?.optional !== true);
  const bare = (columns: readonly BookColumn[]) => new Set(columns.map(({ label }) => labelOf(label)));
  const labels = new Labels(bare(wanted), bare(wanted.filter(({ year }) => year !== undefined)));
  const read = tellApart(grids.flatMap((grid) => readCard(grid, labels) ?? []), bare(wanted.filter(({ heading, year }) => heading !== undefined && year === undefined)));
  const fitting = read.filter((card) => {
    const keys = keysOf(card);
    return needed.filter(({ key }) => keys.has(key)).length >= enough * needed.length;
  });
  if (fitting.length === 0) return undefined;
  const { cards, left } = sortOut(alignCards(fitting, new Set(wanted.flatMap(({ key, isPart }) => (isPart ? [key] : [])))), wanted);
  const book = new CardBook(wanted, inPlanOrder(cards, planKeys(form, wanted)));
  return { book, known, table: tableOf(book, form), ...nothingAsked, left };
}

/** The cards of one kind among the sheets, those of the commonest kind. */
function bySelf(grids: readonly Grid[], answers: FormAnswers): Found | undefined {
  const plain = new Labels();
  const sure = commonestKind(grids.flatMap((grid) => readCard(grid, plain) ?? []).filter(isCard));
  if (sure.length === 0) return undefined;
  const values = new Map(sure.map((card) => [card.grid, valueCells(card)]));
  const own = [...values.keys()];
  const labels = new Labels(repeatedLabels(own, (grid, row, column) => values.get(grid)?.has(`${row} ${column}`) === true), datedLabels(sure));
  const reread = tellApart(grids.flatMap((grid) => readCard(grid, labels) ?? []));
  const known = new Set(own);
  const usual = bookColumns(alignCards(reread.filter(({ grid }) => known.has(grid))));
  // A card may lack just the identifying label.
  const fitting = reread.filter((card) => {
    const keys = keysOf(card);
    return usual.filter(({ key }) => keys.has(key)).length >= enough * usual.length;
  });
  const { cards, left } = sortOut(alignCards(fitting), usual);
  if (cards.length === 0) return undefined;
  const columns = bookColumns(cards);
  const inOrder = new CardBook(columns, cards);
  const found = cardForm(inOrder, answers);
  if (!found) return undefined;
  const { form, ...asked } = found;
  const book = new CardBook(columns, inPlanOrder(cards, planKeys(form, columns)));
  return { book, known: { form, from: "inferred" }, table: tableOf(book, form), ...asked, left };
}

/** The cells of a card that are values, as "row column". */
function valueCells({ fields, tables }: Card): ReadonlySet<string> {
  const ofTables = tables.flatMap(({ labels, rows }) => rows.flatMap((row) => labels.map(({ value }) => `${row} ${value.column}`)));
  return new Set([...fields.map(({ value: { row, column } }) => `${row} ${column}`), ...ofTables]);
}

function keysOf({ fields, tables }: Card): ReadonlySet<string> {
  return new Set([...fields, ...tables.flatMap(({ labels }) => labels)].map(({ key }) => key));
}

/** The labels of a form's columns: the same word again is the next one on the card, one with years goes back year by year. */
function columnsOfForm(form: Form): readonly BookColumn[] {
  const times = new Map<string, number>();
  const next = (key: string) => {
    const time = times.get(key) ?? 0;
    times.set(key, time + 1);
    return time;
  };
  return form.columns.map(({ header, level, year }) => {
    const label = header.at(-1) ?? "";
    const heading = header.at(-2);
    const isPart = level === partLevel;
    const own = keyOf(label, heading, year === undefined ? undefined : year === "this" ? 0 : -1 - next(`${labelOf(label)}@`));
    const time = next(own);
    return { key: time === 0 ? own : `${own}#${time + 1}`, label, ...(heading !== undefined && { heading }), ...(year && { year }), isPart };
  });
}

/** Removes examples and blank forms, unless no card is filled in. */
function sortOut(cards: readonly Placed[], columns: readonly BookColumn[]): { readonly cards: readonly Placed[]; readonly left: CardSheets["leftOut"] } {
  const telling = columns.filter(({ label, isPart }) => !isPart && (isNameLabel(label) || isGradeLabel(label) || isCodeLabel(label))).map(({ key }) => key);
  const sorted = cards.map((card) => ({ card, why: isExample(card.grid) ? ("example" as const) : isTemplate(card, telling) ? ("blank" as const) : undefined }));
  const filled = sorted.filter(({ why }) => why === undefined);
  if (filled.length === 0) return { cards, left: [] };
  return {
    cards: filled.map(({ card }) => card),
    left: sorted.flatMap(({ card: { grid }, why }) => (why ? [{ sheet: grid.sheet, why, notOnCards: [], notOnList: [] }] : [])),
  };
}

/** The keys of the labels that tell where a card belongs in the plan, outermost first. */
function planKeys(form: Form, columns: readonly BookColumn[]): readonly string[] {
  const outer = new Set(form.levels.slice(0, form.levels.findIndex(({ id }) => id === "item")).map(({ id }) => id));
  return form.columns.flatMap(({ level, holds }, index) => (outer.has(level) && (holds === "label" || holds === "code") ? [columns[index]?.key ?? ""] : []));
}

/** The cards grouped by their place in the plan, in the order of first appearance, since a part of the plan need not be contiguous in the workbook. */
function inPlanOrder(cards: readonly Placed[], keys: readonly string[]): readonly Placed[] {
  const [key, ...inner] = keys;
  if (key === undefined) return cards;
  const scanner = new CodeScanner();
  const groups = new Map<string, Placed[]>();
  for (const card of cards) {
    const field = card.fields.get(key);
    const value = field && card.grid.value(field.value.row, field.value.column);
    const code = typeof value === "string" ? (scanner.code(value)?.code.join("-") ?? value) : cellText(value);
    const group = groups.get(code) ?? [];
    groups.set(code, group);
    group.push(card);
  }
  return [...groups.values()].flatMap((group) => inPlanOrder(group, inner));
}

function tableOf(book: CardBook, form: Form): Table {
  const item = form.levels.findIndex(({ id }) => id === "item");
  const rows = Array.from({ length: book.rowCount }, (_, index) => ({ row: index + 1, shift: 0, ...(book.begins(index + 1) && { begins: item }) }));
  const columns = new Map(form.columns.map(({ id }, index) => [id, index]));
  return { first: { row: 0, column: 0 }, last: { row: rows.length, column: columns.size - 1 }, columns, rows, skippedRows: [], doubtful: [], breaks: [] };
}

/** The ids of the cards, and of the blank ones and examples among them. */
function sheetsOf({ book, left }: Found): ReadonlySet<string> {
  return new Set([...book.cards.map(({ grid }) => grid.sheet.id), ...left.map(({ sheet }) => sheet.id)]);
}

/** The kinds with the other sheets: a list belongs to its cards, all others to the first kind. */
function withOthers(kinds: readonly Found[], grids: readonly Grid[]): readonly RecognizedCards[] {
  const order = new Map(grids.map(({ sheet }, index) => [sheet.id, index]));
  const place = ({ sheet }: { readonly sheet: SheetInfo }) => order.get(sheet.id) ?? 0;
  const sorted = kinds.map((kind) => ({ kind, sheets: kind.book.cards.map(({ grid: { sheet } }) => sheet).sort((one, other) => place({ sheet: one }) - place({ sheet: other })) }));
  sorted.sort((one, other) => place({ sheet: one.sheets[0] ?? one.kind.book.grid.sheet }) - place({ sheet: other.sheets[0] ?? other.kind.book.grid.sheet }));
  const taken = new Set(kinds.flatMap((kind) => [...sheetsOf(kind)]));
  const others = grids.filter((grid) => !taken.has(grid.sheet.id) && !hasOwnTitle(grid)).map((grid) => ({ grid, lists: sorted.map(({ kind }) => listOf(grid, kind)) }));
  return sorted.map(({ kind: { left, ...found }, sheets }, index) => {
    const { book, known } = found;
    const own = others.flatMap(({ grid: { sheet }, lists }): readonly LeftOutSheet[] => {
      const list = lists[index];
      if (list) return [{ sheet, why: "list", ...list }];
      return index === 0 && lists.every((one) => !one) ? [{ sheet, why: "other", notOnCards: [], notOnList: [] }] : [];
    });
    const leftOut = [...left, ...own].sort((one, other) => place(one) - place(other));
    const otherKinds = sorted.flatMap(({ sheets: [first, ...more] }, kind) => (kind === index || !first ? [] : [{ first, count: more.length + 1 }]));
    const isInOrder = book.cards.every(({ order: at }, card) => at >= (book.cards[card - 1]?.order ?? 0));
    return { ...found, cards: { sheets, leftOut, otherKinds }, isCounted: sheets.length > 1 && (isInOrder || known.form.levels.some(({ id, key }) => id === "item" && key === "nested")) };
  });
}

function listOf(grid: Grid, { book, known: { form }, table }: Found): ReturnType<typeof listedOn> {
  const ofItem = (holds: "code" | "text") => table.columns.get(form.columns.find((column) => column.level === "item" && column.holds === holds)?.id ?? "");
  return listedOn(grid, book, { code: ofItem("code"), name: ofItem("text") ?? 0 });
}
