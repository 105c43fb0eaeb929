import type { Watch } from "../../../core/model/ports.ts";
import { Pace, refuseAborted } from "../../../core/model/pace.ts";
import { byteLength } from "../zip/bytes.ts";
import { slices, partKey, type Package, type PartSource } from "../zip/package.ts";
import type { Deflate } from "../zip/deflate.ts";
import { fileComment } from "../zip/zip.ts";
import { writeZip } from "../zip/zip-writer.ts";

/** A changed part. */
export interface ChangedPart {
  readonly name: string;
  /** Its new content in pieces, most of them from the old one; undefined if it was removed. */
  readonly content: readonly Uint8Array[] | undefined;
}

/** A package with some changed parts. The underlying zip file stays as it is. */
export class EditedPackage implements PartSource {
  /** @param changes by `partKey`; new parts in their order in the file */
  constructor(
    private readonly base: Package,
    readonly changes: ReadonlyMap<string, ChangedPart>,
  ) {}

  find(name: string): string | undefined {
    const change = this.changes.get(partKey(name));
    if (change === undefined) return this.base.find(name);
    return change.content === undefined ? undefined : change.name;
  }

  sizeOf(name: string): number {
    const change = this.changes.get(partKey(name));
    return change === undefined ? this.base.sizeOf(name) : byteLength(change.content ?? []);
  }

  names(): string[] {
    const kept = this.base.names().filter((name) => !this.changes.has(partKey(name)));
    return [...kept, ...[...this.changes.values()].filter(({ content }) => content !== undefined).map(({ name }) => name)];
  }

  async *stream(name: string, watch: Watch = {}, isKept = false): AsyncGenerator<Uint8Array> {
    const content = this.changes.get(partKey(name))?.content;
    if (content === undefined) {
      yield* this.base.stream(name, watch, isKept);
      return;
    }
    const pieces = content.flatMap((each) => [...slices(each)]);
    const pace = new Pace();
    for (const [index, piece] of pieces.entries()) {
      refuseAborted(watch);
      yield piece;
      watch.onProgress?.((index + 1) / pieces.length);
      if (pace.isOver) await pace.next();
    }
    refuseAborted(watch);
  }

  /** The zip file: unchanged entries byte for byte and in order, new ones at the end. @throws {Refusal} damaged */
  async save(deflate: Deflate): Promise<Uint8Array> {
    const { bytes: source, entries } = this.base;
    // What stands between the entries would not be written anew.
    if (this.changes.size === 0) return source.slice();
    const kept = [...entries].flatMap(([key, entry]) => {
      const change = this.changes.get(key);
      return change !== undefined && change.content === undefined ? [] : [{ entry, content: change?.content }];
    });
    const added = [...this.changes].flatMap(([key, { name, content }]) => (content === undefined || entries.has(key) ? [] : [{ name, content }]));
    return writeZip({ source, comment: fileComment(source), kept, added }, deflate);
  }
}
