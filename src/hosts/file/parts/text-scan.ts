import { isTag, nextTag, tagAt, tagClose } from "../xml/tag-scan.ts";
import { Window } from "../zip/bytes.ts";

/** The elements of some items of a shared string part, by number, without missing ones. It is read no further than the last of them. */
export async function findItems(pieces: AsyncIterable<Uint8Array>, numbers: ReadonlySet<number>): Promise<ReadonlyMap<number, Uint8Array>> {
  const items = new Map<number, Uint8Array>();
  const window = new Window();
  let prefix: string | undefined;
  let number = -1;
  for await (const piece of pieces) {
    const bytes = window.add(piece);
    let start = 0;
    // The rest of the pieces before begins with a tag that was seen.
    for (let at = nextTag(bytes, prefix === undefined ? 0 : 1); items.size < numbers.size; at = nextTag(bytes, at + 1)) {
      // A tag is only known when it is there as a whole.
      if (tagClose(bytes, at) === bytes.length) break;
      if (prefix === undefined) {
        const root = tagAt(bytes, at + 1);
        prefix = root.slice(0, root.indexOf(":") + 1);
        start = at;
      } else if (isTag(bytes, at + 1, `${prefix}si`) || isTag(bytes, at + 1, `/${prefix}sst`)) {
        if (numbers.has(number)) items.set(number, bytes.slice(start, at));
        number++;
        start = at;
      }
    }
    if (items.size === numbers.size) break;
    window.drop(start);
  }
  return items;
}
