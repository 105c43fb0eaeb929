/** Values that readers of files have fallen over. */
const nasty = [
  "", " ", "0", "-1", "1e309", "NaN", "99999999999999999999", "2147483648", "4294967296", "0.1", "true", "A1:XFD1048576", "XFE1", "A0", "A1:A", "$A$1", "#REF!", "&#x110000;", "&#0;", "&amp;", "&x;", "_xD800_", "_x0000_",
  "../../../x", "/", "xl/workbook.xml", "r1", "\u202e", "\u0000", "\ud800", "\ufffe", "𠮷", "か\u3099", "\u{E0041}", "constructor", "__proto__", "toString", "1-1", "1-1-1", "①", "令和8年1月1日", "0\"-\"0", "[h]:mm;@", "=1+1", "'", "\"", "<", "]]>", "<!--", "<![CDATA[", "{1}-{2}", "{n:Ⅰ}", "{1:0",
  "達成", "順調でない", "〃", "p.", "経営課題", "計", "9".repeat(400), "あ".repeat(33_000), " ".repeat(33_000), "[".repeat(2000), "(".repeat(2000), "1-".repeat(2000), "\n".repeat(1000),
] as const;

/** Random choices that a seed decides, and what they make of something sound. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0, below the limit (mulberry32). */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  }

  of<Some>(all: readonly [Some, ...Some[]] | readonly Some[]): Some {
    const one = all[this.below(all.length)];
    if (one === undefined) throw new Error("nothing to choose from");
    return one;
  }

  /** Bytes of which some are changed, left out, doubled or cut off. */
  bytes(sound: Uint8Array): Uint8Array {
    let bytes = Uint8Array.from(sound);
    for (let times = this.below(4); times >= 0; times--) {
      const at = this.below(bytes.length);
      const to = Math.min(bytes.length, at + this.below(64));
      const kind = this.below(5);
      if (kind === 0) bytes = bytes.slice(0, at + 1);
      else if (kind === 1) bytes = Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(to)]);
      else if (kind === 2) bytes = Uint8Array.from([...bytes.subarray(0, to), ...bytes.subarray(at, to), ...bytes.subarray(to)]);
      else if (kind === 3) bytes.fill(this.of([0, 0xff, 0x80, 0x1b]), at, to);
      else bytes[at] = this.below(256);
    }
    return bytes;
  }

  /** A text with pieces left out, doubled, moved, or made nasty. */
  text(sound: string): string {
    let text = sound;
    for (let times = this.below(4); times >= 0; times--) {
      const at = this.below(text.length + 1);
      const to = at + this.below(24);
      text = text.slice(0, at) + this.of([() => "", () => text.slice(at, to).repeat(2), () => this.of(nasty), () => JSON.stringify(this.of(nasty)), () => text.slice(this.below(text.length + 1)).slice(0, 40)])() + text.slice(to);
    }
    return text;
  }

  /** Markup of which attributes, texts, elements or just letters are made nasty. */
  markup(sound: string): string {
    let text = sound;
    for (let times = this.below(4); times >= 0; times--) {
      const places = [...text.matchAll(this.of([/="([^"]*)"/g, />([^<]+)</g, /<[^>]*>/g]))];
      const place = places[this.below(places.length + 1)];
      if (!place) text = this.text(text);
      else text = text.slice(0, place.index) + place[0].replace(place[1] ?? place[0], () => this.of([this.of(nasty), (place[1] ?? place[0]).repeat(this.below(50)), String(this.below(70_000))])) + text.slice(place.index + place[0].length);
    }
    return text;
  }

  /** JSON of a value in which some entries are made nasty, left out, or doubled. */
  json(sound: unknown): string {
    let left = 1 + this.below(3);
    const change = (value: unknown): unknown => {
      if (left > 0 && this.below(200) === 0) {
        left--;
        return this.of<unknown>([null, -1, 1.5, 1e308, true, [], {}, [value, value], ...nasty]);
      }
      if (Array.isArray(value)) {
        const all = value.map(change);
        return left > 0 && this.below(200) === 0 ? Array.from({ length: this.below(300) }, (_, at) => all[at % all.length]) : all;
      }
      if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([key, own]) => [this.below(400) === 0 ? this.of(nasty) : key, change(own)]));
      return value;
    };
    return JSON.stringify(change(sound));
  }
}
