import { withoutSpace } from "../wording/hidden.ts";
import { foldWidth } from "./fold.ts";
import type { Form } from "./schema.ts";

/** A page number, and its writing: {n} for the number, everything else literally. */
export interface PageReading {
  readonly page: number;
  readonly writing: string;
  /** False where it has spaces or invisible letters: such a text is never a writing of its own. */
  readonly clean: boolean;
}

/** No page reference is longer. */
const longest = 40;

/** Reads and writes the page references of one form. */
export class PageScheme {
  readonly writing: string;
  readonly #before: string;
  readonly #after: string;
  readonly #ways: ReadonlySet<string>;

  constructor(page: NonNullable<Form["page"]>) {
    const [before = "", after = ""] = page.write.split("{n}");
    this.writing = page.write;
    this.#before = before;
    this.#after = after;
    this.#ways = new Set([page.write, ...page.also].map(foldPage));
  }

  /** The page in a text; undefined where it names none, or several. */
  read(text: string): PageReading | undefined {
    const exact = this.#readExact(text);
    if (exact !== undefined) return { page: exact, writing: this.writing, clean: true };
    if (text.length > longest) return undefined;
    const parts = /^([^0-9]*)([0-9]{1,6})([^0-9]*)$/.exec(foldPage(text));
    if (!parts || Number(parts[2]) === 0 || !this.#ways.has(`${parts[1] ?? ""}{n}${parts[3] ?? ""}`)) return undefined;
    return { page: Number(parts[2]), writing: writingOf(text), clean: withoutSpace(text) === text && !/^[0０]/.test(digitsOf(text)) };
  }

  /** The number between the form's own letters; undefined for any other text. */
  #readExact(text: string): number | undefined {
    const end = text.length - this.#after.length;
    const start = this.#before.length;
    if (end <= start || end - start > 6 || text.charCodeAt(start) === 48 || !text.startsWith(this.#before) || !text.endsWith(this.#after)) return undefined;
    let page = 0;
    for (let at = start; at < end; at++) {
      const digit = text.charCodeAt(at) - 48;
      if (digit < 0 || digit > 9) return undefined;
      page = page * 10 + digit;
    }
    return page;
  }
}

/** The page in a writing: 7 in "p.{n}" is "p.7", in "{ｎ}" it has full-width digits. */
export function writePage(page: number, writing: string): string {
  const wide = String(page).replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  return writing.replace("{n}", String(page)).replace("{ｎ}", wide);
}

function digitsOf(text: string): string {
  return /[0-9０-９]+/.exec(text)?.[0] ?? "";
}

function writingOf(text: string): string {
  return withoutSpace(text).replace(/[0-9０-９]+/, (digits) => (/[０-９]/.test(digits) ? "{ｎ}" : "{n}"));
}

/** Case, width, white space and dots do not tell pages apart; a dot between digits does. */
function foldPage(text: string): string {
  return withoutSpace(foldWidth(text)).replace(/(?<![0-9])[.。・]|[.。・](?![0-9])/g, "").toLowerCase();
}
