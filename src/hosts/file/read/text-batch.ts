import { Refusal } from "../../../core/model/refusal.ts";
import { decodeUtf8 } from "../xml/utf8.ts";
import { resolved, withoutEscapes } from "../xml/text.ts";

const batchSize = 32 * 1024;
/** What was written needs more room. */
const full = -2;
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
  /** The end of what was written but not kept yet. */
  #written = 0;
  #starts: number[] = [];
  #indexes: number[] = [];

  constructor(
    private readonly part: string,
    private readonly target: string[],
  ) {}

  /** Adds a text from the bytes of a part, which a tag follows. */
  add(bytes: Uint8Array, start: number, end: number, index: number): void {
    if (this.write(bytes, start) !== end) this.#copy(decodeUtf8(bytes, start, end));
    this.keep(index);
  }

  /**
   * Writes the text that begins at `start` and ends at the next tag, to be kept or not. Returns its end in the bytes; -1 where it does not end there, or is no
   * UTF-8 (RFC 3629) of the basic plane: `decodeUtf8` knows what becomes of that.
   */
  write(bytes: Uint8Array, start: number): number {
    for (;;) {
      const end = this.#writeInto(this.#codes, bytes, start);
      if (end !== full) return end;
      this.#makeRoom(2 * this.#codes.length);
    }
  }

  /** Adds the text that was written last. */
  keep(index: number): void {
    this.#starts.push(this.#end);
    this.#indexes.push(index);
    this.#codes[this.#written] = 0;
    this.#end = this.#written + 1;
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
    if (this.#end > 0) this.flush();
    else this.#codes = new Uint16Array(codes);
  }

  #copy(text: string): void {
    while (this.#end + text.length >= this.#codes.length) this.#makeRoom(text.length + 1);
    for (let at = 0; at < text.length; at++) this.#codes[this.#end + at] = text.charCodeAt(at);
    this.#written = this.#end + text.length;
  }

  #writeInto(codes: Uint16Array, bytes: Uint8Array, start: number): number {
    // The last place is for the separator.
    const most = codes.length - 1;
    let last = this.#end;
    let at = start;
    while (last < most) {
      const first = bytes[at] ?? 0;
      if (first < 0x80) {
        if (first === 0x3c) {
          this.#written = last;
          return at;
        }
        if (first === 0) return -1;
        codes[last++] = first;
        at++;
        continue;
      }
      const second = bytes[at + 1] ?? 0;
      if ((second & 0xc0) !== 0x80) return -1;
      if (first < 0xe0) {
        if (first < 0xc2) return -1;
        codes[last++] = ((first & 0x1f) << 6) | (second & 0x3f);
        at += 2;
        continue;
      }
      const third = bytes[at + 2] ?? 0;
      const code = ((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f);
      if (first > 0xef || (third & 0xc0) !== 0x80 || code < 0x800 || (code & 0xf800) === 0xd800) return -1;
      codes[last++] = code;
      at += 3;
    }
    return full;
  }
}
