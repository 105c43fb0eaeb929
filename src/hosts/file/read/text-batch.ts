import { Refusal } from "../../../core/model/refusal.ts";
import { decodeUtf8 } from "../xml/utf8.ts";
import { resolved, withoutEscapes } from "../xml/text.ts";

const batchBytes = 64 * 1024;
/** XML cannot contain this character, so it can separate texts. */
const separator = "\u0000";

/** Decodes many short texts at once, since a decoder's call costs more than the text. Each text waits with its future index in `target`. */
export class TextBatch {
  #buffer = new Uint8Array(batchBytes);
  #end = 0;
  #starts: number[] = [];
  #indexes: number[] = [];

  constructor(
    private readonly part: string,
    private readonly target: string[],
  ) {}

  /** Adds a text from the bytes of a part. */
  add(bytes: Uint8Array, start: number, end: number, index: number): void {
    if (this.#end + end - start >= this.#buffer.length) this.#makeRoom(end - start);
    this.#starts.push(this.#end);
    this.#indexes.push(index);
    if (end - start > 64) this.#buffer.set(bytes.subarray(start, end), this.#end);
    else for (let at = start; at < end; at++) this.#buffer[this.#end + at - start] = bytes[at] ?? 0;
    this.#end += end - start;
    this.#buffer[this.#end++] = 0;
  }

  /** Removes the last added text from the batch and returns it. */
  takeLast(): string {
    const start = this.#starts.pop() ?? this.#end;
    this.#indexes.pop();
    const text = decodeUtf8(this.#buffer, start, this.#end - 1);
    this.#end = start;
    return withoutEscapes(resolved(text));
  }

  /** Puts all waiting texts into the target. @throws {Refusal} damaged if one contains the separator */
  flush(): void {
    if (this.#end === 0) return;
    const all = decodeUtf8(this.#buffer, 0, this.#end - 1);
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

  #makeRoom(bytes: number): void {
    this.flush();
    if (bytes >= this.#buffer.length) this.#buffer = new Uint8Array(bytes + 1);
  }
}
