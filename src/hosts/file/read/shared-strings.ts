import { RichText } from "./rich-text.ts";
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
    this.#items.push(this.#text.take());
    if (this.#items.length > limits.texts) refuseAbove(this.#items.length, limits.texts, "texts");
    this.#waits = false;
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
