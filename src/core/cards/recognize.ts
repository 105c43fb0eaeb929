import type { FormAnswers, FormChoice, KnownForm } from "../form/known.ts";
import type { Form } from "../form/schema.ts";
import { nothingAsked, type Asked } from "../infer/questions.ts";
import { CodeScanner } from "../infer/region.ts";
import type { CardSheets } from "../model/card-sheets.ts";
import type { Grid } from "../model/grid.ts";
import { hasOwnTitle } from "../summary/own-title.ts";
import type { Table } from "../table/find.ts";
import { cellText } from "../wording/phrase.ts";
import { alignCards, CardBook, bookColumns, type BookColumn, type Placed } from "./book.ts";
import { isCard, readCard, type Card } from "./card.ts";
import { cardForm, partLevel } from "./card-form.ts";
import { isCodeLabel, isGradeLabel, isNameLabel, labelOf, Labels, repeatedLabels } from "./labels.ts";
import { beside, isExample, isTemplate } from "./left-out.ts";

/** The cards among a workbook's sheets as one table, by the form that reads them. */
export interface RecognizedCards extends Asked {
  readonly book: CardBook;
  readonly table: Table;
  readonly known: KnownForm;
  readonly cards: CardSheets;
  /** True where the cards' numbers count on from card to card as the table has them. */
  readonly isCounted: boolean;
}

/**
 * The cards of a workbook: by a known form of cards, else by the form that they show themselves. Undefined where there are none.
 * @param grids sheets of the workbook in their order
 * @param answers undefined where nothing shall be inferred
 */
export function recognizeCards(grids: readonly Grid[], forms: FormChoice, answers: FormAnswers | undefined): RecognizedCards | undefined {
  const own = grids.filter((grid) => !hasOwnTitle(grid));
  const known: readonly KnownForm[] = "id" in forms ? [{ form: forms, from: "file" }] : forms;
  for (const one of known) {
    const found = one.form.layout === "cards" ? byForm(own, one) : undefined;
    if (found) return withOthers(found, grids);
  }
  if (answers === undefined || "id" in forms) return undefined;
  const inferred = bySelf(own, answers);
  return inferred && withOthers(inferred, grids);
}

type Found = Omit<RecognizedCards, "cards" | "isCounted"> & { readonly left: CardSheets["leftOut"] };

/** Three quarters of the labels that a form asks for make a card. */
const enough = 0.75;

function byForm(grids: readonly Grid[], known: KnownForm): Found | undefined {
  const { form } = known;
  const wanted = columnsOfForm(form);
  const needed = wanted.filter((_, index) => form.columns[index]?.optional !== true);
  const labels = new Labels(new Set(wanted.map(({ label }) => labelOf(label))));
  const read = grids.flatMap((grid) => readCard(grid, labels) ?? []);
  const fitting = read.filter((card) => {
    const keys = keysOf(card);
    return needed.filter(({ key }) => keys.has(key)).length >= enough * needed.length;
  });
  if (fitting.length === 0) return undefined;
  const { cards, left } = sortOut(alignCards(fitting, new Set(wanted.flatMap(({ key, isPart }) => (isPart ? [key] : [])))), wanted);
  const book = new CardBook(wanted, inPlanOrder(cards, planKeys(form, wanted)));
  return { book, known, table: tableOf(book, form), ...nothingAsked, left };
}

function bySelf(grids: readonly Grid[], answers: FormAnswers): Found | undefined {
  const plain = new Labels();
  const sure = grids.flatMap((grid) => readCard(grid, plain) ?? []).filter(isCard);
  if (sure.length === 0) return undefined;
  const values = new Map(sure.map((card) => [card.grid, valueCells(card)]));
  const own = [...values.keys()];
  const labels = new Labels(repeatedLabels(own, (grid, row, column) => values.get(grid)?.has(`${row} ${column}`) === true));
  const usual = bookColumns(alignCards(own.flatMap((grid) => readCard(grid, labels) ?? [])));
  // A card may lack the very label that tells it.
  const fitting = grids.flatMap((grid) => {
    const card = readCard(grid, labels);
    if (!card) return [];
    const keys = keysOf(card);
    return usual.filter(({ key }) => keys.has(key)).length >= enough * usual.length ? [card] : [];
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

/** The labels of a form's columns: the same word again is the next one on the card. */
function columnsOfForm(form: Form): readonly BookColumn[] {
  const times = new Map<string, number>();
  return form.columns.map(({ header, level }) => {
    const label = header.at(-1) ?? "";
    const bare = labelOf(label);
    const time = (times.get(bare) ?? 0) + 1;
    times.set(bare, time);
    return { key: time === 1 ? bare : `${bare}#${time}`, label, isPart: level === partLevel };
  });
}

/** Examples and blank forms beside cards that are filled in are none. */
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

/** The keys of the labels that say where a card belongs in the plan, outermost first. */
function planKeys(form: Form, columns: readonly BookColumn[]): readonly string[] {
  const outer = new Set(form.levels.slice(0, form.levels.findIndex(({ id }) => id === "item")).map(({ id }) => id));
  return form.columns.flatMap(({ level, holds }, index) => (outer.has(level) && (holds === "label" || holds === "code") ? [columns[index]?.key ?? ""] : []));
}

/** The cards with those of one place in the plan together, in the order in which the places are met: a plan's part is no block of the workbook. */
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

function withOthers({ left, ...found }: Found, grids: readonly Grid[]): RecognizedCards {
  const { book, known, table } = found;
  const cards = new Set(book.cards.map(({ grid }) => grid.sheet.id));
  const leftIds = new Set(left.map(({ sheet }) => sheet.id));
  const ofItem = (holds: "code" | "text") => table.columns.get(known.form.columns.find((column) => column.level === "item" && column.holds === holds)?.id ?? "");
  const named = { code: ofItem("code"), name: ofItem("text") ?? 0 };
  const others = grids.filter(({ sheet }) => !cards.has(sheet.id) && !leftIds.has(sheet.id)).flatMap((grid) => beside(grid, book, named) ?? []);
  const sheets = grids.flatMap(({ sheet }) => (cards.has(sheet.id) ? [sheet] : []));
  const order = new Map(grids.map(({ sheet }, index) => [sheet.id, index]));
  const leftOut = [...left, ...others].sort((one, other) => (order.get(one.sheet.id) ?? 0) - (order.get(other.sheet.id) ?? 0));
  const isInOrder = book.cards.every(({ order: place }, index) => place >= (book.cards[index - 1]?.order ?? 0));
  return { ...found, cards: { sheets, leftOut }, isCounted: cards.size > 1 && (isInOrder || known.form.levels.some(({ id, key }) => id === "item" && key === "nested")) };
}
