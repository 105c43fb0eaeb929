import { Refusal } from "../../../core/model/refusal.ts";
import { hasAscii, Window } from "../zip/bytes.ts";
import { limits, refuseAbove } from "../zip/limits.ts";

/** Receives the contents from a scanner. Names are numbers, see `nameCode`; prefixes are omitted. */
export interface XmlSink {
  /** An element starts. Its attributes can be read from the scanner during the call. */
  open(name: number, scanner: XmlScanner): void;
  /** Text in `bytes`; `whole` if an end tag follows. */
  text(bytes: Uint8Array, start: number, end: number, whole: boolean): void;
  /** Text of a CDATA section, which has no references. */
  cdata(bytes: Uint8Array, start: number, end: number): void;
  close(name: number): void;
  /** Takes markup that it knows by its bytes, from the start of a tag on. Returns the end of what it took, `start` for nothing. */
  plain?(bytes: Uint8Array, start: number): number;
}

const more = -1;

/**
 * Scans UTF-8 XML in pieces. It makes no objects for elements or attributes, since sheets have millions of them. Tags must
 * match; a DOCTYPE is refused.
 */
export class XmlScanner {
  /** Start and end of the attribute values in `bytes`, in the order of the attributes. */
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly attributes: number[] = [];
  count = 0;
  bytes: Uint8Array = new Uint8Array(0);
  readonly #window = new Window();
  readonly #open: number[] = [];
  #hasRoot = false;
  /** Number of bytes to wait for before an unfinished token is scanned again. */
  #wanted = 0;

  constructor(
    readonly part: string,
    private readonly sink: XmlSink,
  ) {}

  /** Takes the next piece. @throws {Refusal} damaged or too-large */
  push(piece: Uint8Array): void {
    this.bytes = this.#window.add(piece);
    if (this.bytes.length < this.#wanted) return;
    this.#window.drop(this.#scan());
    refuseAbove(this.#window.length, limits.tokenBytes, `${this.part}: bytes of one value`);
    // Doubled each time, so that a long token takes linear time.
    this.#wanted = Math.min(2 * this.#window.length, limits.tokenBytes);
  }

  /** @throws {Refusal} damaged if the XML is incomplete */
  finish(): void {
    this.#wanted = 0;
    this.push(new Uint8Array(0));
    this.bytes = this.#window.add(new Uint8Array(0));
    if (!this.#hasRoot || this.#open.length > 0 || !isBlank(this.bytes, 0, this.bytes.length)) this.damaged();
  }

  /** @param at what in the part, if that is known */
  damaged(at?: string): never {
    throw new Refusal("damaged", at === undefined ? this.part : `${this.part} (${at})`);
  }

  /** The index of an attribute of the starting element, -1 if it has none of that name. */
  find(name: number): number {
    for (let index = 0; index < this.count; index++) if (this.attributes[index] === name) return index;
    return -1;
  }

  /** Scans everything that is complete. Returns the start of the incomplete rest. */
  #scan(): number {
    const bytes = this.bytes;
    const plain = this.sink.plain?.bind(this.sink);
    let at = 0;
    for (;;) {
      if (plain) at = plain(bytes, at);
      let tag = at;
      while (tag < bytes.length && bytes[tag] !== 0x3c) tag++;
      if (tag + 1 >= bytes.length) return at;
      if (tag > at) this.#text(at, tag);
      const next = this.#markup(tag);
      if (next === more) return tag;
      at = next;
    }
  }

  #text(start: number, end: number): void {
    if (this.#open.length > 0) this.sink.text(this.bytes, start, end, this.bytes[end + 1] === 0x2f);
    else if (!isBlank(this.bytes, start, end)) this.damaged();
  }

  #markup(tag: number): number {
    const kind = this.bytes[tag + 1];
    if (kind === 0x2f) return this.#endTag(tag + 2);
    if (kind === 0x3f) return this.#until(tag + 2, "?>");
    return kind === 0x21 ? this.#declaration(tag) : this.#startTag(tag + 1);
  }

  #declaration(tag: number): number {
    if (this.bytes.length < tag + 9) return more;
    if (hasAscii(this.bytes, tag, "<!--")) return this.#until(tag + 4, "-->");
    if (!hasAscii(this.bytes, tag, "<![CDATA[") || this.#open.length === 0) this.damaged();
    const end = this.#until(tag + 9, "]]>");
    if (end !== more) this.sink.cdata(this.bytes, tag + 9, end - 3);
    return end;
  }

  #until(start: number, mark: string): number {
    const first = mark.charCodeAt(0);
    for (let at = this.bytes.indexOf(first, start); at >= 0; at = this.bytes.indexOf(first, at + 1)) {
      if (hasAscii(this.bytes, at, mark)) return at + mark.length;
    }
    return more;
  }

  #endTag(start: number): number {
    const bytes = this.bytes;
    let name = 0;
    let at = start;
    for (; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte > endOfPunctuation) name = (Math.imul(name, 31) + byte) | 0;
      else if (byte === 0x3e) break;
      else name = afterPunctuation(name, byte);
    }
    if (at >= bytes.length) return more;
    if (this.#open.pop() !== name) this.damaged();
    this.sink.close(name);
    return at + 1;
  }

  #startTag(start: number): number {
    const bytes = this.bytes;
    let name = 0;
    let at = start;
    for (; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte > endOfPunctuation) name = (Math.imul(name, 31) + byte) | 0;
      else if (byte <= 0x20 || byte === 0x3e || byte === 0x2f) break;
      else name = afterPunctuation(name, byte);
    }
    this.count = 0;
    const end = bytes[at] === 0x3e ? at + 1 : this.#attributes(at);
    if (end === more) return more;
    if (at === start || (this.#hasRoot && this.#open.length === 0)) this.damaged();
    this.#hasRoot = true;
    this.sink.open(name, this);
    if (bytes[end - 2] === 0x2f) this.sink.close(name);
    else if (this.#open.push(name) > limits.depth) this.damaged();
    return end;
  }

  /** Notes the attributes. Returns the start of the tag's content. */
  #attributes(start: number): number {
    const bytes = this.bytes;
    let count = 0;
    for (let at = start; ; at++) {
      at = afterSpace(bytes, at);
      this.count = count;
      if (at + 1 >= bytes.length) return bytes[at] === 0x3e ? at + 1 : more;
      if (bytes[at] === 0x3e) return at + 1;
      if (bytes[at] === 0x2f) return bytes[at + 1] === 0x3e ? at + 2 : this.damaged();
      let name = 0;
      for (; at < bytes.length; at++) {
        const byte = bytes[at] ?? 0;
        if (byte > endOfPunctuation) name = (Math.imul(name, 31) + byte) | 0;
        else if (byte === 0x3d) break;
        else if (byte === 0x3c || byte === 0x3e) this.damaged();
        else name = afterPunctuation(name, byte);
      }
      at = afterSpace(bytes, at + 1);
      if (at >= bytes.length) return more;
      const quote = bytes[at];
      if (quote !== 0x22 && quote !== 0x27) this.damaged();
      const from = ++at;
      while (at < bytes.length && bytes[at] !== quote) at++;
      if (at >= bytes.length) return more;
      if (count === limits.attributes) refuseAbove(count + 1, limits.attributes, `${this.part}: attributes of one element`);
      this.attributes[count] = name;
      this.starts[count] = from;
      this.ends[count++] = at;
    }
  }
}

/** Letters in names are above "<", "=", ">", ":", "/", digits and white space, so that one comparison is enough for most bytes. */
const endOfPunctuation = 0x3e;

/** Omits a prefix from the name, and white space after it. */
function afterPunctuation(name: number, byte: number): number {
  if (byte === 0x3a) return 0;
  return byte > 0x20 ? (Math.imul(name, 31) + byte) | 0 : name;
}

function afterSpace(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.length && (bytes[at] ?? 0) <= 0x20) at++;
  return at;
}

/** True for white space and the byte order mark that may start the part. */
function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  return afterSpace(bytes, hasAscii(bytes, start, "\u00ef\u00bb\u00bf") ? start + 3 : start) >= end;
}
