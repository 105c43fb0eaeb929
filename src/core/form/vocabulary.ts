import { distance } from "fastest-levenshtein";
import { dashLetters, foldMarks, markIn, type Fold, widen, withMark } from "./fold.ts";
import { bareOf, narrow, narrowOf } from "./marks.ts";
import type { Form, Term } from "./schema.ts";

/**
 * The writing of a status, for any term: [s] for the sign, [0] for the term's own words and [1] for the first other ones, everything
 * else literally: "[s]：[0]". [ｓ] is a full-width sign, [w] the own words in full-width letters, [〇✕] with these circles and crosses for others; "" is no writing.
 */
export type StatusWriting = string;

/** A cell that holds a term of its column. */
interface OwnReading {
  /** spelling: an orthography, a space or a letter that belongs to no writing. */
  readonly kind: "term" | "spelling";
  readonly term: Term;
  readonly writing: StatusWriting;
}

/** The reading of a status cell. Only the kinds "term" and "spelling" have a meaning for its column. */
export type StatusReading =
  | OwnReading
  /** A term of another column; `instead` is the term of this column with the same meaning. */
  | { readonly kind: "elsewhere"; readonly column: string; readonly term: Term; readonly instead: Term | undefined }
  | { readonly kind: "unknown" };

/** Size of the cache: a sheet usually repeats a few words. One that does not must not fill the memory, so the cache is then cleared. */
const mostKnown = 100_000;
/** The writing of the form itself. */
export const plainWriting: StatusWriting = "[0]";

/** The readers of a form's status columns, by id. Columns of one vocabulary share theirs. */
export function statusReaders(form: Form, fold: Fold): ReadonlyMap<string, StatusReader> {
  const columns = form.columns.filter(({ holds }) => holds === "status");
  const terms = new Map(Object.entries(form.vocabularies));
  const vocabularies = new Map<string | undefined, Named>();
  for (const { id, vocabulary } of columns) {
    if (!vocabularies.has(vocabulary)) vocabularies.set(vocabulary, { column: id, vocabulary: new Vocabulary(terms.get(vocabulary ?? "") ?? [], fold) });
  }
  const all = [...vocabularies.values()];
  const readers = new Map([...vocabularies].map(([name, own]) => [name, new StatusReader(own.vocabulary, all.filter((other) => other !== own))]));
  return new Map(columns.flatMap(({ id, vocabulary }) => [readers.get(vocabulary)].flatMap((reader) => (reader ? [[id, reader] as const] : []))));
}

/** A vocabulary, and the first column that holds its terms. */
interface Named {
  readonly column: string;
  readonly vocabulary: Vocabulary;
}

/** The circles and crosses of a writing such as [〇✕]; undefined for any other writing. */
export function marksOf(writing: StatusWriting): readonly string[] | undefined {
  const marks = /^\[([○〇◯×✕✖☓]{1,2})\]$/.exec(writing)?.[1];
  return marks === undefined ? undefined : Array.from(marks);
}

/** Reads the texts of status columns, each different text once. */
export class StatusReader {
  readonly #known = new Map<string, StatusReading>();
  readonly #nearest = new Map<string, Term | undefined>();
  readonly #numbers: ReadonlyMap<number, Term>;

  constructor(
    readonly own: Vocabulary,
    readonly others: readonly Named[],
  ) {
    this.#numbers = new Map(own.terms.flatMap((term) => (term.number === undefined ? [] : [[term.number, term] as const])));
  }

  /** Interprets a text that is not blank. */
  read(text: string): StatusReading {
    let reading = this.#known.get(text);
    if (reading) return reading;
    reading = this.#readNew(text);
    if (this.#known.size >= mostKnown) this.#known.clear();
    this.#known.set(text, reading);
    return reading;
  }

  /** The term of a number; undefined where the form's terms are texts, or none is this number. */
  readNumber(value: number): Term | undefined {
    return this.#numbers.get(value);
  }

  /** The form's own term of this text; undefined where it has none. */
  termOf(text: string): Term | undefined {
    return this.own.terms.find((term) => term.text === text);
  }

  /** True if the text is a term of this column, in any spelling. Terms of other columns are not tried, since most texts belong to none. */
  understands(text: string): boolean {
    const reading = this.#known.get(text) ?? this.#readOwn(text);
    return reading !== undefined && (reading.kind === "term" || reading.kind === "spelling");
  }

  #readOwn(text: string): OwnReading | undefined {
    return this.own.read(text) ?? notJudged(text);
  }

  #readNew(text: string): StatusReading {
    const own = this.#readOwn(text);
    if (own) return own;
    for (const { column, vocabulary } of this.others) {
      const found = vocabulary.read(text);
      if (found) return { kind: "elsewhere", column, term: found.term, instead: this.own.corresponding(found.term) };
    }
    return { kind: "unknown" };
  }

  /** The one term that is near to an unknown word; undefined where none is, or several are. */
  nearest(text: string): Term | undefined {
    if (this.#nearest.size >= mostKnown) this.#nearest.clear();
    if (!this.#nearest.has(text)) this.#nearest.set(text, this.own.near(text));
    return this.#nearest.get(text);
  }

  /** The term in a writing; in the form's own words where the term lacks the parts of the writing. */
  write(term: Term, writing: StatusWriting): string {
    if (writing === "[w]") return widen(term.text);
    const marks = marksOf(writing);
    if (marks !== undefined) return marks.reduce(withMark, term.text);
    const sign = signOf(term);
    const parts = writing.replace("[s]", sign ?? "\0").replace("[ｓ]", sign === undefined ? "\0" : widen(sign));
    const written = parts.replace(/\[([0-9])\]/, (_, index: string) => (index === "0" ? term.text : (term.words?.[Number(index) - 1] ?? "\0")));
    return written.includes("\0") ? term.text : written;
  }
}

/** A dash of any kind, and 未測定, mean in every column that nothing can be judged yet. */
function notJudged(text: string): OwnReading | undefined {
  const judgesNothing = (text.length === 1 && `-ｰ${dashLetters}`.includes(text)) || text === "未測定";
  return judgesNothing ? { kind: "term", term: { text, meaning: "none" }, writing: "" } : undefined;
}

/** No status is longer; longer texts are not compared. */
const longestStatus = 200;
/** Separators between a sign and its words, and marks around the words. */
const betweenSignAndWords = /^[:：.．・、\s]*[（(【［[「]?$/;
const behindWords = /^[）)】］\]」]?$/;

/** Largest edit distance between a word and the term that it is near to. */
const farthest = 2;

/** One way to write one term, folded. */
interface Way {
  readonly term: Term;
  readonly words: number;
}

class Vocabulary {
  readonly #exact: ReadonlyMap<string, Way>;
  readonly #folded: ReadonlyMap<string, Way>;
  readonly #signs: readonly (readonly [sign: string, term: Term])[];

  constructor(
    readonly terms: readonly Term[],
    readonly fold: Fold,
  ) {
    const ways = terms.flatMap((term) => [term.text, ...(term.words ?? [])].map((text, words) => [text, { term, words }] as const));
    this.#exact = new Map(ways);
    this.#folded = new Map(ways.map(([text, way]) => [fold(text), way]));
    this.#signs = terms
      .flatMap((term) => [...new Set([signOf(term) ?? [], term.aliases ?? []].flat())].map((alias) => [narrow(alias), term] as const))
      .sort(([one], [other]) => other.length - one.length);
  }

  read(text: string): OwnReading | undefined {
    const exact = this.#exact.get(text);
    if (exact) return { kind: "term", term: exact.term, writing: `[${exact.words}]` };
    if (text.length > longestStatus) return undefined;
    const folded = this.fold(text);
    const spelled = folded === "" ? undefined : this.#folded.get(folded);
    if (spelled) return this.#spelled(text, spelled);
    return this.#readSign(text) ?? this.#readMarked(text);
  }

  /** A term in brackets, or with a note mark: a spelling. */
  #readMarked(text: string): OwnReading | undefined {
    const bare = bareOf(text);
    const way = bare === undefined ? undefined : this.#folded.get(this.fold(bare));
    return way && { kind: "spelling", term: way.term, writing: "" };
  }

  /** Full or half width of every letter is a writing; anything else is a spelling. */
  #spelled(text: string, { term, words }: Way): OwnReading {
    const usual = words === 0 ? term.text : (term.words?.[words - 1] ?? term.text);
    if (words === 0 && text === widen(usual)) return { kind: "term", term, writing: "[w]" };
    const mark = words === 0 && foldMarks(text) === foldMarks(usual) ? markIn(text) : undefined;
    if (mark !== undefined) return { kind: "term", term, writing: `[${mark}]` };
    return { kind: "spelling", term, writing: `[${words}]` };
  }

  /** A sign is alone or before the words of its own term. */
  #readSign(text: string): OwnReading | undefined {
    const narrowed = narrowOf(text);
    for (const [sign, term] of this.#signs) {
      if (!narrowed.startsWith(sign)) continue;
      const reading = narrowed === sign ? this.#ofSign(text, term, "") : this.#withWords(text, term, sign.length);
      if (reading) return reading;
    }
    return undefined;
  }

  #ofSign(raw: string, term: Term, rest: StatusWriting): OwnReading {
    const sign = signOf(term) ?? "";
    const isWide = sign !== widen(sign) && raw === widen(sign);
    return { kind: isWide || foldMarks(raw) === foldMarks(sign) ? "term" : "spelling", term, writing: `${isWide ? "[ｓ]" : "[s]"}${rest}` };
  }

  /** The sign's letters are searched in the raw text, since width and space do not count. */
  #withWords(text: string, term: Term, signLength: number): OwnReading | undefined {
    let end = 0;
    for (; end < text.length && narrow(text.slice(0, end)).length < signLength; end++);
    const behind = text.slice(end);
    const [between = ""] = /^[:：.．・、\s]*[（(【［[「]?/.exec(behind) ?? [];
    const bracketed = /[（(【［[「]$/.test(between);
    const words = bracketed ? behind.slice(between.length).replace(/[）)】］\]」]\s*$/, "") : behind.slice(between.length);
    const way = this.#exact.get(words) ?? this.#folded.get(this.fold(words));
    if (way?.term !== term) return undefined;
    const usual = way.words === 0 ? term.text : (term.words?.[way.words - 1] ?? "");
    const closing = behind.slice(between.length + words.length);
    const tail = `${between}[${way.words}]${closing}`;
    const sign = this.#ofSign(text.slice(0, end), term, tail);
    const clean = words === usual && betweenSignAndWords.test(between) && (/^[ \u3000]$/.test(between) || !/\s/.test(between)) && !/\s/.test(closing) && behindWords.test(closing);
    return { ...sign, kind: sign.kind === "term" && clean ? "term" : "spelling" };
  }

  corresponding(term: Term): Term | undefined {
    const found = this.terms.filter((own) => own.corresponds?.includes(term.text));
    return found.length === 1 ? found[0] : undefined;
  }

  /** The one term with words within two edits and under half their length, if no term with another meaning is as near. */
  near(text: string): Term | undefined {
    if (text.length > longestStatus) return undefined;
    const folded = this.fold(text);
    // A term of a very different length is no rival either.
    const alike = [...this.#folded].filter(([words]) => Math.abs(words.length - folded.length) <= farthest);
    const measured = alike.map(([words, { term }]) => ({ term, edits: distance(folded, words), length: words.length }));
    const near = measured.filter(({ edits, length }) => edits <= farthest && edits < length / 2);
    const [nearest] = near;
    if (!nearest || near.some(({ term }) => term !== nearest.term)) return undefined;
    return measured.some(({ term, edits }) => term.meaning !== nearest.term.meaning && edits <= nearest.edits) ? undefined : nearest.term;
  }
}

/** The sign of a term: its first alias, or its text where it is short and has other words. */
function signOf({ text, aliases = [], words = [] }: Term): string | undefined {
  return aliases[0] ?? (words.length > 0 && text.length <= 3 ? text : undefined);
}
