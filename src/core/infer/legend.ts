import { addAll } from "../model/many.ts";
import { isBlank } from "../form/reader.ts";
import type { CellPlace } from "../model/address.ts";
import type { Grid } from "../model/grid.ts";
import { withoutSpace } from "../wording/hidden.ts";
import type { Region } from "./region.ts";
import { foldTerm, isSign, signsBetween } from "./scales.ts";

/** One entry of a legend: a sign with its words, or only words. */
export interface LegendItem {
  /** The sign as written; the word itself if there is none. */
  readonly sign: string;
  /** The meaning of the sign; "" if the sign is the word. */
  readonly words: string;
}

/** The explanation of grades on a sheet. */
export interface Legend {
  /** The word above it, such as a column's header; "" if there is none. */
  readonly head: string;
  readonly items: readonly LegendItem[];
  readonly at: CellPlace;
  /** The column, zero-based, with the legend in its header; undefined if it is outside the table. */
  readonly column?: number;
}

const longest = 2000;
const heading = /^[\s※*＊]*[【〔［[〈《（(]([^】〕］\]〉》）)]{1,30})[】〕］\]〉》）)]/;
const opening = "[(（［[〔]";
const closing = `[)）］\\]〕]`;
const inBrackets = `${opening}[^)）］\\]〕\\s]{1,3}${closing}`;
const word = `(?:[^\\s：:、,，；;/／()（）・]|・(?!・)){1,12}`;
const anySign = `${inBrackets}|[A-Za-zＡ-Ｚａ-ｚ]['’′]?|[ア-オイロハニ]|[Ⅰ-Ⅻⅰ-ⅻ]|[①-⑳]|[◎○〇◯△▲×✕☓●■□]|[－−‐―ー-]|[0-9０-９]{1,2}|${word}`;
/** It stands before its words without a colon, too. */
const numberSign = `[①-⑳]|${opening}[0-9０-９ⅰ-ⅻⅠ-Ⅻ]{1,2}${closing}`;
/** A sign before its words: A：…, ①　…, ［1］…, (ⅰ)：…, 5：…. */
const signed = new RegExp(`(?:^|[\\s、,，;；/／(（])(${anySign})\\s*(?:[：:＝=…]|・{2,})|(?:^|[\\s、,，;；])(${numberSign})\\s*(?=[^\\s：:])`, "g");

const plainSign = "[◎○〇◯△▲×✕☓]|[A-ZＡ-Ｚ]|[a-zａ-ｚ]|[ア-オ]|[Ⅰ-Ⅻ]|[0-9０-９]";
const wordsOrRate = `[^\\sA-Za-z0-9Ａ-Ｚａ-ｚ０-９.．、,，。)）％%：:＝=…・～〜~-]|(?<=\\s)[0-9０-９]{1,3}[%％割]`;
/** A sign right before its words, with a space between or in brackets; before a rate, 80％以上, only with a space. */
const bareSign = new RegExp(`(?:(?<=[\\s、,，;；/／)）】］\\]：:])|^)${opening}?(${plainSign})${closing}?[.．\\s]*(?=${wordsOrRate})`, "g");

/** The texts outside of the table, and in its header, that explain signs. */
export function readLegends(grid: Grid, { top, bottom, rows, width }: Region): readonly Legend[] {
  const last = rows.at(-1) ?? 0;
  const data = new Set(rows);
  const legends: Legend[] = [];
  const inHeader: Legend[] = [];
  for (let row = 0; row < grid.rowCount; row++) {
    const isBeside = row >= top && row <= last;
    const cells = grid.row(row);
    cells.forEach((value, column) => {
      if (typeof value !== "string") return;
      if (isBeside && column < width) {
        if (row <= bottom) addAll(inHeader, joinLegends(legendsIn(value, { row, column })).map((legend) => ({ ...legend, column })));
        // Between tables stand titles too, which are no legend of one item.
        else if (!data.has(row)) addAll(legends, legendsIn(value, { row, column }).filter(({ items }) => items.length > 1));
        return;
      }
      const meant = cells[column + 1];
      // A legend in two columns: the sign and its meaning.
      if (!isBeside && isSign(value) && typeof meant === "string" && !isBlank(meant) && !isSign(meant)) legends.push({ head: "", items: [{ sign: value, words: meant }], at: { row, column } });
      addAll(legends, legendsIn(value, { row, column }));
    });
  }
  return [...inHeader, ...joinLegends(legends)];
}

/** The legends in a text, several if it has several heads. */
export function legendsIn(text: string, at: CellPlace): readonly Legend[] {
  if (text.length > longest || text.length < 3) return [];
  return text.split(/\r?\n|(?<=[^\s\u3000【〔［[])(?=[\s\u3000]*[【〔])/).flatMap((line) => legendIn(line, at) ?? []);
}

function legendIn(line: string, at: CellPlace): Legend | undefined {
  const found = heading.exec(line);
  const isSignHead = found !== null && isSign(found[1] ?? "");
  const head = found && !isSignHead ? (found[1] ?? "") : "";
  const body = found && !isSignHead ? line.slice(found[0].length) : line.replace(/^[\s\u3000]*[※*＊]+[\s\u3000]*/, "");
  // A head on a line of its own is that of the lines below it.
  if (head !== "" && tidyWords(body) === "") return { head, items: [], at };
  const items = mostItems(signedItems(body), bareItems(body));
  const ordered = listItems(body, head);
  if (items && items.items.length >= (ordered ? ordered.items.length : 1)) return { head: head || items.head, items: items.items, at };
  if (ordered) return { ...ordered, at };
  const span = signsBetween(body);
  return span.length === 0 ? undefined : { head, items: span.map((sign) => ({ sign, words: "" })), at };
}

type Items = Omit<Legend, "at">;

function mostItems(one: Items | undefined, other: Items | undefined): Items | undefined {
  return other && other.items.length > (one?.items.length ?? 0) && (other.items.length > 1 || !one) ? other : one;
}

/** Signs and their words in sequence, optionally after a head. */
function signedItems(body: string): Items | undefined {
  const matches = [...body.matchAll(signed)];
  const [first] = matches;
  if (!first) return undefined;
  const items = matches.map((match, index): LegendItem => ({ sign: (match[1] ?? match[2] ?? "").trim(), words: wordsAfter(body, matches, index) }));
  const before = tidyWords(body.slice(0, first.index)).replace(/[(（]$/, "");
  const signs = items.filter(({ sign }) => isSign(sign)).length;
  // A rate before its grade is the reverse order: 100％以上：7.
  if (items.every((item) => isRateText(item.sign) && isSign(item.words))) return { head: headOfRates(body, before), items: items.map((item) => ({ sign: item.words, words: item.sign })) };
  // A head with a colon looks like a sign with words: 評価の区分：順調／概ね順調.
  if (signs === 0 && items.length === 1) return /[／/]/.test(items[0]?.words ?? "") ? undefined : { head: "", items };
  return { head: before, items: items.filter(({ words }) => words !== "") };
}

/** Signs of one kind directly before their words: ◎達成 ○概ね達成, a 拡充　b 継続, A（100％以上）. A single one starts the line. */
function bareItems(body: string): Items | undefined {
  const all = [...body.matchAll(bareSign)];
  const kind = kindOf(all[0]?.[1] ?? "");
  const matches = all.filter((match) => kindOf(match[1] ?? "") === kind);
  const signs = matches.map((match) => foldTerm(match[1] ?? ""));
  const isMarks = /[◎○△▲×]/.test(signs[0] ?? "");
  const isAlone = matches.length === 1 && matches[0]?.index === 0 && /[\s\u3000)）］\]〕]$/.test(matches[0][0]);
  if (!isAlone && (new Set(signs).size < signs.length || signs.length < (isMarks ? 2 : 3) || !(isMarks || isCounted(signs)))) return undefined;
  const items = matches.map((match, index): LegendItem => ({ sign: match[1] ?? "", words: wordsAfter(body, matches, index).replace(/^[(（](.*)[)）]$/, "$1") }));
  return items.some(({ words }) => words === "") ? undefined : { head: tidyWords(body.slice(0, matches[0]?.index)).replace(/[：:]$/, ""), items };
}

/** True if each sign follows the one before it, or precedes it: A B C, 3 2 1. */
function isCounted(signs: readonly string[]): boolean {
  // S precedes A.
  if (signs[0] === "S") return isCounted(signs.slice(1));
  const steps = signs.slice(1).map((sign, index) => sign.charCodeAt(0) - (signs[index]?.charCodeAt(0) ?? 0));
  return steps.every((step) => step === steps[0] && Math.abs(step) <= 2 && step !== 0);
}

/** The text between a match and the next. */
function wordsAfter(body: string, matches: readonly RegExpExecArray[], index: number): string {
  const match = matches[index];
  return match ? tidyWords(body.slice(match.index + match[0].length, matches[index + 1]?.index ?? body.length)) : "";
}

/** Words between commas, or dots, of a list that says what it is about: 評価の区分：高（90％以上）、低（90％未満）. */
function enumerated(head: string, rest: string): readonly LegendItem[] | undefined {
  if (!/評価|評定|判定|達成|進捗|方向/.test(head)) return undefined;
  const items = rest.split(/[、,，]/.test(rest) ? /[、,，]/ : "・").map((part): LegendItem => {
    const [, sign = part, words = ""] = /^([^（(]+)[（(]([^（）()]+)[)）]$/.exec(tidyWords(part)) ?? [];
    return { sign: tidyWords(sign), words: tidyWords(words) };
  });
  return items.length < 3 || items.some(({ sign }) => sign === "" || sign.length > 12 || /[：:＝=…]/.test(sign)) ? undefined : items;
}

/** Words separated by strokes, after a head. */
function listItems(body: string, head: string): Items | undefined {
  const colon = /^([^：:／/]{1,30})[：:]/.exec(body);
  const own = head === "" && colon ? (colon[1] ?? "") : head;
  const rest = head === "" && colon ? body.slice(colon[0].length) : body;
  const items = colon && !/[／/]/.test(rest) ? enumerated(own, rest) : undefined;
  if (items) return { head: own.trim(), items };
  const parts = rest.split(/[／/]/).map((part) => tidyWords(part.replace(/（[^（）]{6,}）|\([^()]{6,}\)/g, "")));
  if (parts.length < 2 || parts.some((part) => part === "" || part.length > 40)) return undefined;
  return { head: own.trim(), items: parts.map((sign) => ({ sign, words: "" })) };
}

function isRateText(text: string): boolean {
  return /[0-9０-９][%％割]?(?:以上|未満|以下|超)$/.test(text);
}

/** The name of the rates, 達成率, precedes the first of them and is no head. */
function headOfRates(body: string, before: string): string {
  return before !== "" ? before : (/^([^0-9０-９\s]{2,20})[\s\u3000]/.exec(body)?.[1] ?? "");
}

function tidyWords(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s\u3000、,，;；。]/.test(text.charAt(end - 1))) end--;
  return text.slice(0, end).replace(/^[\s\u3000、,，;；]+/, "");
}

/** Splits the items of a legend by the kind of their signs: A B ア イ are two scales in one line. */
export function scalesIn({ items }: Legend): readonly (readonly LegendItem[])[] {
  const scales = new Map<string, LegendItem[]>();
  for (const item of items) {
    const kind = kindOf(item.sign);
    const own = scales.get(kind);
    if (own) own.push(item);
    else scales.set(kind, [item]);
  }
  const words = scales.get("words") ?? [];
  const others = [...scales].filter(([kind]) => kind !== "words").map(([, scale]) => scale);
  // Words and a dash beside signs belong to these: 完了, －.
  return others.length === 1 ? [items] : [...others, ...(words.length > 0 ? [words] : [])];
}

function kindOf(sign: string): string {
  const kinds = [/^[A-ZＡ-Ｚ]['’′]?$/, /^[a-zａ-ｚ]$/, /^[ア-オイロハニ]$/, /^[Ⅰ-Ⅻ]$/, /^[(（［[〔].*[)）］\]〕]$/, /^[ⅰ-ⅻ]$/, /^[①-⑳]$/, /^[◎○〇◯△▲×✕☓●■□]$/, /^[0-9０-９]{1,2}$/];
  const found = kinds.findIndex((kind) => kind.test(sign));
  return found < 0 ? "words" : String(found);
}

/** Legends of one item each, in one cell, beside each other or on rows that follow each other, are one; a head above them is theirs. */
export function joinLegends(legends: readonly Legend[]): readonly Legend[] {
  const joined: { legend: Legend; last: CellPlace; isOpen: boolean }[] = [];
  for (const legend of legends) {
    const open = joined.at(-1);
    const isOne = legend.items.length === 1 && legend.head === "";
    if (open?.isOpen === true && isOne && goesOn(open.legend.at, open.last, legend.at)) {
      open.legend = { ...open.legend, items: [...open.legend.items, ...legend.items] };
      open.last = legend.at;
    } else joined.push({ legend, last: legend.at, isOpen: isOne || legend.items.length === 0 });
  }
  // Repeated signs are the bullets of a list.
  return joined.map(({ legend }) => legend).filter(({ items }) => items.length > 0 && new Set(items.map(({ sign }) => foldTerm(sign))).size === items.length);
}

function goesOn(first: CellPlace, last: CellPlace, at: CellPlace): boolean {
  return at.row === last.row ? at.column >= last.column : at.row === last.row + 1 && at.column === first.column;
}

/** True if the head of a legend names a header word: 評価点 for 必要性, 施策の進捗 for 施策の進捗状況. */
export function isNamedAfter(head: string, header: readonly string[]): boolean {
  const bare = withoutSpace(head).replace(/の?(?:区分|基準|凡例|説明|分類)$/, "");
  return bare.length >= 2 && header.some((word) => word.length >= 2 && (word.includes(bare) || bare.includes(word)));
}
