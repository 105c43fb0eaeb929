import type { Watch } from "../../../core/model/ports.ts";
import { readSharedStrings } from "../read/shared-strings.ts";
import type { Draft } from "../parts/draft.ts";
import { findItems } from "../parts/text-scan.ts";
import { asUtf8 } from "../xml/utf8.ts";

/** The shared texts of a workbook that were read so far. */
export interface TextReader {
  readonly knownStrings: { readonly texts: readonly string[]; readonly styled: ReadonlySet<number> } | undefined;
  /** Reads all of them. @throws {Refusal} damaged, too-large, cancelled */
  strings(watch: Watch): Promise<unknown>;
}

/** If more texts than this are needed, all are read and kept by the workbook. */
const mostSingle = 500;

/** The texts that cells refer to by number. Writing into a few cells of an unread workbook only needs a few of them. */
export class TextSource {
  readonly #found: string[] = [];
  /** Numbers of the found texts with runs or furigana. */
  readonly #rich = new Set<number>();
  readonly #sources = new Map<number, string>();
  /** Empty, since writing does not need the look of the text. */
  readonly styled: ReadonlySet<number> = new Set();
  readonly struck: ReadonlySet<number> = new Set();

  constructor(
    private readonly reader: TextReader,
    private readonly part: string | undefined,
    private readonly watch: Watch,
  ) {}

  /** By number, without those that were neither read before nor requested. */
  get texts(): readonly string[] {
    return this.reader.knownStrings?.texts ?? this.#found;
  }

  /** A text with runs or furigana as in its part; undefined for any other, and for one that was not requested. */
  source(number: number): string | undefined {
    return this.#sources.get(number);
  }

  /** Makes sure that texts are loaded. @param asked their numbers, which are only looked for where it is not known that all are @throws {Refusal} damaged, too-large, cancelled */
  async need(draft: Draft, asked: () => ReadonlySet<number>): Promise<void> {
    if (this.part === undefined || this.reader.knownStrings?.styled.size === 0) return;
    const numbers = asked();
    const missing = new Set([...numbers].filter((number) => this.texts[number] === undefined));
    if (this.reader.knownStrings === undefined && missing.size > mostSingle) await this.reader.strings(this.watch);
    else if (this.reader.knownStrings === undefined && missing.size > 0) await this.#find(draft, this.part, missing);
    const rich = this.reader.knownStrings?.styled ?? this.#rich;
    const wanted = new Set([...numbers].filter((number) => rich.has(number) && !this.#sources.has(number)));
    if (wanted.size > 0) for (const [number, item] of await findItems(asUtf8(draft.stream(this.part)), wanted)) this.#sources.set(number, new TextDecoder().decode(item));
  }

  async #find(draft: Draft, part: string, numbers: ReadonlySet<number>): Promise<void> {
    const items = await findItems(asUtf8(draft.stream(part)), numbers);
    const { texts, styled } = await readSharedStrings(part, wrapped([...items.values()]));
    for (const [index, number] of [...items.keys()].entries()) {
      this.#found[number] = texts[index] ?? "";
      if (styled.has(index)) this.#rich.add(number);
    }
  }
}

async function* wrapped(items: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode("<sst>");
  yield* items;
  yield encoder.encode("</sst>");
}
