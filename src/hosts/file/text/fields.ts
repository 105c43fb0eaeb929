import { limits } from "../zip/limits.ts";

/** A field and its place in the text, including quotes. */
export interface Field {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** True if its text is written as ="…", by which programs keep Excel from making a date of it. */
  readonly isShielded: boolean;
  /** True if it starts with a quote that never closes, which is then an ordinary character. */
  readonly isOpen: boolean;
}

/** A quoted text at the start of a field. */
interface Quoted {
  readonly text: string;
  readonly end: number;
  /** True if the field ends after it. */
  readonly endsField: boolean;
}

/**
 * Reads the fields of a delimited text in sequence. Quotes follow RFC 4180. A quote inside an unquoted field is an ordinary
 * character, and so is one at its start that is never closed, first closed inside another line's field, or only after more than any cell holds.
 */
export class FieldReader {
  #at = 0;
  #row = 0;
  #column = 0;

  constructor(
    private readonly text: string,
    private readonly delimiter: string,
    start = 0,
  ) {
    this.#at = start;
  }

  get done(): number {
    return this.#at / this.text.length;
  }

  next(): Field | undefined {
    if (this.#at >= this.text.length) return undefined;
    const start = this.#at;
    const quoted = this.#quoted();
    if (quoted !== undefined) this.#at = quoted.end;
    const isOpen = quoted === undefined && this.text[start] === '"';
    const text = quoted?.endsField === true ? quoted.text : (quoted?.text ?? "") + this.#unquoted();
    const shielded = shieldedText(text);
    const field = { row: this.#row, column: this.#column, text: shielded ?? text, start, end: this.#at, isShielded: shielded !== undefined, isOpen };
    this.#endField();
    return field;
  }

  /** Undefined if the field does not start with a quote, or only with an ordinary one. */
  #quoted(): Quoted | undefined {
    const opening = this.#afterSpaces(this.#at);
    if (this.text[opening] !== '"') return undefined;
    const last = opening + limits.tokenBytes;
    let quote = this.text.indexOf('"', opening + 1);
    while (quote >= 0 && quote <= last && this.text[quote + 1] === '"') quote = this.text.indexOf('"', quote + 2);
    if (quote < 0 || quote > last) return undefined;
    return this.#closed(opening, quote + 1, this.text.slice(opening + 1, quote).replaceAll('""', '"'));
  }

  #closed(opening: number, end: number, text: string): Quoted | undefined {
    const behind = this.#afterSpaces(end);
    const endsField = behind >= this.text.length || this.#isEnd(this.text[behind]);
    // Spaces before a quote belong to the field, unless it only holds the quotes.
    if (opening > this.#at) return endsField ? { text, end: behind, endsField } : undefined;
    return !endsField && /[\r\n]/.test(text) ? undefined : { text, end, endsField: false };
  }

  #afterSpaces(at: number): number {
    let next = at;
    while (this.text[next] === " ") next++;
    return next;
  }

  #unquoted(): string {
    const start = this.#at;
    while (this.#at < this.text.length && !this.#isEnd(this.text[this.#at])) this.#at++;
    return this.text.slice(start, this.#at);
  }

  #isEnd(character: string | undefined): boolean {
    return character === this.delimiter || character === "\n" || character === "\r";
  }

  #endField(): void {
    const character = this.text[this.#at];
    this.#at += character === "\r" && this.text[this.#at + 1] === "\n" ? 2 : 1;
    if (character === this.delimiter) this.#column++;
    else {
      this.#row++;
      this.#column = 0;
    }
  }
}

/** The text of a field that reads ="…"; undefined for any other. */
function shieldedText(text: string): string | undefined {
  if (!text.startsWith('="') || !text.endsWith('"') || text.length < 3) return undefined;
  const inner = text.slice(2, -1);
  return inner.replaceAll('""', "").includes('"') ? undefined : inner.replaceAll('""', '"');
}
