import { hasAscii, hasFours, inFours } from "../zip/bytes.ts";
import { hasFirmEdges, RichText } from "./rich-text.ts";
import { TextBatch } from "./text-batch.ts";
import { asUtf8 } from "../xml/utf8.ts";
import { nameCodes } from "../xml/names.ts";
import { limits, refuseAbove } from "../zip/limits.ts";
import { XmlScanner, type XmlSink } from "../xml/scanner.ts";

/** The texts that cells refer to by number. */
export interface SharedTexts {
  readonly texts: readonly string[];
  /** Numbers of the texts with runs of their own look, or furigana. */
  readonly styled: ReadonlySet<number>;
  /** Numbers of the texts with struck-through characters. */
  readonly struck: ReadonlySet<number>;
}

/** Reads a shared string part. @throws {Refusal} damaged, too-large */
export async function readSharedStrings(part: string, pieces: AsyncIterable<Uint8Array>): Promise<SharedTexts> {
  const sink = new SharedStrings(part);
  const scanner = new XmlScanner(part, sink);
  for await (const piece of asUtf8(pieces)) scanner.push(piece);
  scanner.finish();
  return sink.finish();
}

const spacedItem = inFours('<si><t xml:space="preserve">');
/** All of it but the last byte. */
const itemEnd = inFours("</t></si");

/** Items of one plain text, nearly all, are decoded in batches; the others one by one. */
class SharedStrings implements XmlSink {
  readonly #items: string[] = [];
  readonly #styled = new Set<number>();
  readonly #struck = new Set<number>();
  readonly #text = new RichText();
  readonly #batch: TextBatch;
  #waits = false;

  constructor(part: string) {
    this.#batch = new TextBatch(part, this.#items);
  }

  /** Items of one plain text, without a reference at an edge that may be space. */
  plain(bytes: Uint8Array, start: number): number {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    let at = start;
    for (;;) {
      const keepsSpace = hasFours(view, at, spacedItem);
      if (!keepsSpace && !hasAscii(bytes, at, "<si><t>")) return at;
      const from = at + (keepsSpace ? 28 : 7);
      const end = this.#batch.write(bytes, from);
      if (end <= from || !hasFours(view, end, itemEnd) || bytes[end + 8] !== 0x3e || !(keepsSpace || hasFirmEdges(bytes, from, end))) return at;
      this.#batch.keep(this.#items.length);
      this.#push("");
      at = end + 9;
    }
  }

  open(name: number, scanner: XmlScanner): void {
    if (this.#waits) this.#unbatch();
    this.#text.open(name, scanner);
  }

  text(bytes: Uint8Array, start: number, end: number, whole: boolean): void {
    if (whole && this.#text.isBare && this.#text.keeps(bytes, start, end)) {
      this.#waits = true;
      this.#batch.add(bytes, start, end, this.#items.length);
    } else this.#text.text(bytes, start, end);
  }

  cdata(bytes: Uint8Array, start: number, end: number): void {
    this.#text.cdata(bytes, start, end);
  }

  close(name: number): void {
    if (name !== nameCodes.si) {
      this.#text.close(name);
      return;
    }
    if (this.#text.isStyled) this.#styled.add(this.#items.length);
    if (this.#text.isStruck) this.#struck.add(this.#items.length);
    this.#push(this.#text.take());
    this.#waits = false;
  }

  #push(text: string): void {
    if (this.#items.push(text) > limits.texts) refuseAbove(this.#items.length, limits.texts, "texts");
  }

  finish(): SharedTexts {
    this.#batch.flush();
    return { texts: this.#items, styled: this.#styled, struck: this.#struck };
  }

  /** The item has more contents, so its first text is decoded alone after all. */
  #unbatch(): void {
    this.#waits = false;
    this.#text.prepend(this.#batch.takeLast());
  }
}
