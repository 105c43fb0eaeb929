import { isTag, nextTag, skipped, tagAt } from "../xml/tag-scan.ts";

/** The elements of some items of a shared string part, by number, without missing ones. */
export function findItems(bytes: Uint8Array, numbers: ReadonlySet<number>): ReadonlyMap<number, Uint8Array> {
  const items = new Map<number, Uint8Array>();
  let prefix: string | undefined;
  let number = -1;
  let start = 0;
  for (let at = nextTag(bytes, 0); at < bytes.length && items.size < numbers.size; at = nextTag(bytes, at + 1)) {
    const byte = bytes[at + 1];
    if (byte === 0x21) at = skipped(bytes, at);
    else if (byte === 0x3f) continue;
    else if (prefix === undefined) {
      const root = tagAt(bytes, at + 1);
      prefix = root.slice(0, root.indexOf(":") + 1);
    } else if (isTag(bytes, at + 1, `${prefix}si`) || isTag(bytes, at + 1, `/${prefix}sst`)) {
      if (numbers.has(number)) items.set(number, bytes.subarray(start, at));
      number++;
      start = at;
    }
  }
  return items;
}
