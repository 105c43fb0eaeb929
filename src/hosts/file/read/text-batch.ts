import { Refusal } from "../../../core/model/refusal.ts";
import { decodeUtf8 } from "../xml/utf8.ts";
import { resolved, withoutEscapes } from "../xml/text.ts";

const batchSize = 32 * 1024;
/** XML cannot contain this character, so it can separate texts. */
const separator = "\u0000";
const utf16 = new TextDecoder("utf-16le", { ignoreBOM: true });

/**
 * Makes strings of many short texts at once, since a decoder's call costs more than the text. Each text waits, as UTF-16, with its future index in `target`:
 * an engine makes strings of that four times as fast as of UTF-8 beyond ASCII.
 */
export class TextBatch {
  #codes = new Uint16Array(batchSize);
  #end = 0;
  #starts: number[] = [];
  #indexes: number[] = [];

  constructor(
    private readonly part: string,
    private readonly target: string[],
  ) {}

  /** Adds a text from the bytes of a part. */
  add(bytes: Uint8Array, start: number, end: number, index: number): void {
    // No byte makes more than one code.
    if (this.#end + end - start >= this.#codes.length) this.#makeRoom(end - start);
    this.#starts.push(this.#end);
    this.#indexes.push(index);
    const last = toUtf16(bytes, start, end, this.#codes, this.#end);
    this.#end = last < 0 ? this.#copy(decodeUtf8(bytes, start, end)) : last;
    this.#codes[this.#end++] = 0;
  }

  /** Removes the last added text from the batch and returns it. */
  takeLast(): string {
    const start = this.#starts.pop() ?? this.#end;
    this.#indexes.pop();
    const text = utf16.decode(this.#codes.subarray(start, this.#end - 1));
    this.#end = start;
    return withoutEscapes(resolved(text));
  }

  /** Puts all waiting texts into the target. @throws {Refusal} damaged if one contains the separator */
  flush(): void {
    if (this.#end === 0) return;
    const all = utf16.decode(this.#codes.subarray(0, this.#end - 1));
    const texts = all.split(separator);
    if (texts.length !== this.#indexes.length) throw new Refusal("damaged", this.part);
    const isPlain = !all.includes("&") && !all.includes("\r") && !all.includes("_x");
    texts.forEach((text, order) => {
      this.target[this.#indexes[order] ?? 0] = isPlain ? text : withoutEscapes(resolved(text));
    });
    this.#starts = [];
    this.#indexes = [];
    this.#end = 0;
  }

  #makeRoom(codes: number): void {
    this.flush();
    if (codes >= this.#codes.length) this.#codes = new Uint16Array(codes + 1);
  }

  #copy(text: string): number {
    for (let at = 0; at < text.length; at++) this.#codes[this.#end + at] = text.charCodeAt(at);
    return this.#end + text.length;
  }
}

/**
 * Writes UTF-8 (RFC 3629) as UTF-16 to `codes` from `to` on. Returns the end of what it wrote, or -1 for bytes that are no such text or beyond the basic plane:
 * `decodeUtf8` knows what becomes of them.
 */
function toUtf16(bytes: Uint8Array, start: number, end: number, codes: Uint16Array, to: number): number {
  let last = to;
  for (let at = start; at < end; last++) {
    const first = bytes[at++] ?? 0;
    if (first < 0x80) {
      codes[last] = first;
      continue;
    }
    const length = first >= 0xe0 ? 2 : 1;
    if (first < 0xc2 || first > 0xef || at + length > end) return -1;
    let code = length === 2 ? first & 0x0f : first & 0x1f;
    for (const until = at + length; at < until; at++) {
      const next = bytes[at] ?? 0;
      if ((next & 0xc0) !== 0x80) return -1;
      code = (code << 6) | (next & 0x3f);
    }
    if (length === 2 && (code < 0x800 || (code >= 0xd800 && code <= 0xdfff))) return -1;
    codes[last] = code;
  }
  return last;
}
