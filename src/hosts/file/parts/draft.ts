import type { Watch } from "../../../core/model/ports.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import { byteLength, concatenated } from "../zip/bytes.ts";
import { partKey, type PartSource } from "../zip/package.ts";
import { partDecoder } from "../xml/utf8.ts";
import type { ChangedPart } from "./edited-package.ts";
import { XmlPart } from "../xml/part.ts";

const encoder = new TextEncoder();

const declaredEncoding = /^(\s{0,20}<\?xml\s[^>]*?\sencoding\s*=\s*)(["'])[^"']*\2/;

/** A working copy of a package. The changes of a plan only take effect if all of them were possible. */
export class Draft implements PartSource {
  readonly #changes: Map<string, ChangedPart>;
  #isChanged = false;

  constructor(
    private readonly pack: PartSource,
    changes: ReadonlyMap<string, ChangedPart>,
    /** The prefix of the workbook's sheet ids. */
    readonly idPrefix = "",
  ) {
    this.#changes = new Map(changes);
  }

  /** All changes by `partKey`, including earlier ones. */
  get changes(): ReadonlyMap<string, ChangedPart> {
    return this.#changes;
  }

  /** True after a new change. */
  get isChanged(): boolean {
    return this.#isChanged;
  }

  find(name: string): string | undefined {
    const change = this.#changes.get(partKey(name));
    if (change === undefined) return this.pack.find(name);
    return change.content === undefined ? undefined : change.name;
  }

  sizeOf(name: string): number {
    const change = this.#changes.get(partKey(name));
    return change === undefined ? this.pack.sizeOf(name) : byteLength(change.content ?? []);
  }

  names(): string[] {
    const known = new Set([...this.pack.names(), ...[...this.#changes.values()].map(({ name }) => name)]);
    return [...known].filter((name) => this.find(name) !== undefined);
  }

  async *stream(name: string, watch?: Watch, isKept?: boolean): AsyncGenerator<Uint8Array> {
    const change = this.#changes.get(partKey(name));
    if (change === undefined) yield* this.pack.stream(name, watch, isKept);
    else if (change.content !== undefined) yield* change.content;
    else throw new Refusal("damaged", name);
  }

  /** The part's bytes as UTF-8. @throws {Refusal} damaged, if the part is missing or has bytes that its encoding cannot read */
  async bytes(name: string): Promise<Uint8Array> {
    const bytes = await this.#read(name);
    const other = partDecoder(bytes);
    return other === undefined ? bytes : encoder.encode(decodedAs(other.encoding, name, bytes).replace(declaredEncoding, '$1"UTF-8"'));
  }

  async #read(name: string): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    for await (const piece of this.stream(name, {}, true)) pieces.push(piece);
    return concatenated(pieces);
  }

  /** The part as text. @throws {Refusal} damaged */
  async xml(name: string): Promise<XmlPart> {
    return new XmlPart(name, decodeStrictly(name, await this.bytes(name)));
  }

  /** Sets a part's content. A new part follows all others. */
  put(name: string, content: readonly Uint8Array[] | string): void {
    this.#isChanged = true;
    const key = partKey(name);
    const known = this.find(name) ?? name;
    this.#changes.set(key, { name: known, content: typeof content === "string" ? [encoder.encode(content)] : content });
  }

  /** Puts back an XML part if it was changed. */
  putXml(xml: XmlPart): void {
    if (xml.isChanged) this.put(xml.part, xml.toString());
  }

  remove(name: string): void {
    const known = this.find(name);
    if (known === undefined) return;
    this.#isChanged = true;
    this.#changes.set(partKey(name), { name: known, content: undefined });
  }

  /** A name for a new part: "xl/worksheets/sheet" and ".xml" give the first free number. */
  freeName(stem: string, extension: string): string {
    const isFree = (name: string) => this.find(name) === undefined && this.find(relationsPart(name)) === undefined;
    let number = 1;
    // Some programs keep relations of a removed part, which would become those of the new one.
    while (!isFree(`${stem}${number}${extension}`)) number++;
    return `${stem}${number}${extension}`;
  }
}

/** The name of the part with a part's relations. */
export function relationsPart(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** @throws {Refusal} damaged for bytes that the encoding cannot read */
function decodedAs(encoding: string, part: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: encoding === "utf-8" }).decode(bytes);
  } catch {
    throw new Refusal("damaged", `${part} (encoding)`);
  }
}

/** Decodes UTF-8 only if encoding gives the same bytes. @throws {Refusal} damaged */
export function decodeStrictly(part: string, bytes: Uint8Array): string {
  const text = decodedAs("utf-8", part, bytes);
  const [, , encoding = "utf-8"] = /^\ufeff?<\?xml[^>]*?\sencoding=(["'])([^"']*)\1/.exec(text) ?? [];
  if (/^(utf-?8|us-ascii)$/i.test(encoding)) return text;
  throw new Refusal("damaged", `${part} (encoding ${encoding})`);
}
