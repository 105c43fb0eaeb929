import { withoutSpace } from "../wording/hidden.ts";
import { foldWidth } from "./fold.ts";
import type { Form } from "./schema.ts";

/** A page number; exact where it is written as the form writes it. */
export interface PageReading {
  readonly page: number;
  readonly exact: boolean;
}

/** Reads and writes the page references of one form. */
export class PageScheme {
  readonly #before: string;
  readonly #after: string;
  readonly #ways: ReadonlySet<string>;

  constructor({ page }: Form) {
    const [before = "", after = ""] = page.write.split("{n}");
    this.#before = before;
    this.#after = after;
    this.#ways = new Set([page.write, ...page.also].map(foldPage));
  }

  /** The page as the form writes it: 7 → "p.7". */
  write(page: number): string {
    return `${this.#before}${page}${this.#after}`;
  }

  /** The page that a text names; undefined where it names none, or more than one. There is no page 0. */
  read(text: string): PageReading | undefined {
    const exact = this.#readExact(text);
    if (exact !== undefined) return { page: exact, exact: true };
    if (text.length > 40) return undefined;
    const parts = /^([^0-9]*)([0-9]{1,6})([^0-9]*)$/.exec(foldPage(text));
    if (!parts || !this.#ways.has(`${parts[1] ?? ""}{n}${parts[3] ?? ""}`)) return undefined;
    const page = Number(parts[2]);
    return page === 0 ? undefined : { page, exact: false };
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

/** Case, width, white space and dots do not tell pages apart; a dot between digits does. */
function foldPage(text: string): string {
  return withoutSpace(foldWidth(text)).replace(/(?<![0-9])[.。・]|[.。・](?![0-9])/g, "").toLowerCase();
}
