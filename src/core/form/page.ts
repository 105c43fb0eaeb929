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
  readonly #form: Form["page"];
  readonly #ways: ReadonlySet<string>;
  readonly #known = new Map<string, PageReading | undefined>();

  constructor(form: Form) {
    this.#form = form.page;
    this.#ways = new Set([form.page.write, ...form.page.also].map(foldPage));
  }

  /** The page as the form writes it: 7 → "p.7". */
  write(page: number): string {
    return this.#form.write.replace("{n}", String(page));
  }

  /** The page that a text names; undefined where it names none, or more than one. */
  read(text: string): PageReading | undefined {
    if (!this.#known.has(text)) this.#known.set(text, this.#readNew(text));
    return this.#known.get(text);
  }

  #readNew(text: string): PageReading | undefined {
    if (text.length > 40) return undefined;
    const parts = /^([^0-9]*)([0-9]{1,4})([^0-9]*)$/.exec(foldPage(text));
    if (!parts || !this.#ways.has(`${parts[1] ?? ""}{n}${parts[3] ?? ""}`)) return undefined;
    const page = Number(parts[2]);
    return { page, exact: text === this.write(page) };
  }
}

/** Case, width, white space and dots do not tell pages apart; a dot between digits does. */
function foldPage(text: string): string {
  return withoutSpace(foldWidth(text)).replace(/(?<![0-9])[.。・]|[.。・](?![0-9])/g, "").toLowerCase();
}
