import { Pace, refuseAborted } from "../../../core/model/pace.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import type { Watch } from "../../../core/model/ports.ts";
import type { Inflate } from "./inflate.ts";
import { limits, refuseAbove } from "./limits.ts";
import { packedBytes, readDirectory, type ZipEntry } from "./zip.ts";

/** Piece size for parts that are stored without compression. */
const sliceBytes = 128 * 1024;

/** The parts of an Office package from any source. Names are found in any case. */
export interface PartSource {
  /** The part's name in the package's own case, with "/" as separator; undefined if there is no such part. */
  find(name: string): string | undefined;
  /** Inflated bytes of the part as declared, 0 if there is no such part. */
  sizeOf(name: string): number;
  /** All names as written in the package. */
  names(): string[];
  /** The part's inflated bytes, piece by piece; in as few as possible where all of them are kept. @throws {Refusal} damaged, cancelled */
  stream(name: string, watch?: Watch, isKept?: boolean): AsyncIterable<Uint8Array>;
}

/** The parts of a package in a zip file, inflated piece by piece. */
export class Package implements PartSource {
  readonly #entries = new Map<string, ZipEntry>();

  /** The entries of the zip file by `partKey`, in the order of its directory. */
  get entries(): ReadonlyMap<string, ZipEntry> {
    return this.#entries;
  }

  readonly bytes: Uint8Array;
  /** One for all parts: those that follow each other are one piece of work. */
  readonly #pace = new Pace();

  /** @throws {Refusal} damaged, encrypted or too-large. Nothing is inflated yet */
  constructor(
    bytes: Uint8Array,
    private readonly inflate: Inflate,
  ) {
    // A slice of Node's Buffer is no copy: writing into it would change the opened file.
    this.bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let inflated = 0;
    for (const entry of readDirectory(bytes)) {
      const key = partKey(entry.name);
      if (this.#entries.has(key) || isOutside(key)) throw new Refusal("damaged", entry.name);
      if (entry.encrypted) throw new Refusal("encrypted", "zip");
      refuseAbove((inflated += entry.size), limits.inflatedBytes, "inflated bytes");
      // A picture of one colour packs better than any sheet, and is never inflated.
      if (/\.(?:xml|rels)$/.test(key)) refuseTight(entry);
      this.#entries.set(key, entry);
    }
  }

  find(name: string): string | undefined {
    return this.#entries.get(partKey(name))?.name.replaceAll("\\", "/");
  }

  sizeOf(name: string): number {
    return this.#entries.get(partKey(name))?.size ?? 0;
  }

  names(): string[] {
    return [...this.#entries.values()].map((entry) => entry.name);
  }

  /**
   * The part's inflated bytes, piece by piece, with pauses for other events. @throws {Refusal} damaged if the part is
   * missing, broken or longer than declared; too-large, cancelled
   */
  async *stream(name: string, watch: Watch = {}, isKept = false): AsyncGenerator<Uint8Array> {
    const entry = this.#entries.get(partKey(name));
    if (entry === undefined) throw new Refusal("damaged", name);
    refuseTight(entry);
    let done = 0;
    for await (const piece of this.#inflated(entry, isKept)) {
      refuseAborted(watch);
      done += piece.length;
      if (done > entry.size) throw new Refusal("damaged", entry.name);
      yield piece;
      watch.onProgress?.(done / entry.size);
      if (this.#pace.isOver) await this.#pace.next();
    }
    refuseAborted(watch);
    if (done !== entry.size) throw new Refusal("damaged", entry.name);
  }

  async *#inflated(entry: ZipEntry, isKept: boolean): AsyncGenerator<Uint8Array> {
    const packed = packedBytes(this.bytes, entry);
    if (entry.method === 0) yield* slices(packed);
    else if (entry.method === 8) yield* this.#broken(entry, this.inflate(packed, entry.size, isKept));
    else throw new Refusal("damaged", `${entry.name} (zip method ${entry.method})`);
  }

  async *#broken(entry: ZipEntry, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    try {
      yield* pieces;
    } catch {
      throw new Refusal("damaged", entry.name);
    }
  }
}

/** @throws {Refusal} too-large for an entry that packs too well */
function refuseTight({ name, size, packed }: ZipEntry): void {
  if (size > limits.ratioFrom) refuseAbove(Math.ceil(size / packed), limits.ratio, `${name}: inflate ratio`);
}

/** Bytes in pieces of the best size for scanners. */
export function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += sliceBytes) yield bytes.subarray(start, start + sliceBytes);
}

/** Excel finds parts without regard to case (ECMA-376 part 2, 6.2.2.3), and some programs write backslashes. */
export function partKey(name: string): string {
  return name.replaceAll("\\", "/").toLowerCase();
}

function isOutside(key: string): boolean {
  return key.startsWith("/") || /^[a-z]:/.test(key) || key.split("/").includes("..");
}
