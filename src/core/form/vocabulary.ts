import { distance } from "fastest-levenshtein";
import { foldWidth, keepingLast, type Fold } from "./fold.ts";
import { isDitto, withoutMarks, withoutSuperscripts } from "./marks.ts";
import type { Form, FormColumn, Term } from "./schema.ts";
import { withoutSpace } from "../wording/hidden.ts";

/** What a status cell says. Only term, spelling, alias and marked (in brackets, or with the mark of a note) have a meaning for their column. */
export type StatusReading =
  | { readonly kind: "term" | "spelling" | "alias" | "marked"; readonly term: Term }
  /** A term of another column; `instead` is this column's term that says the same. */
  | { readonly kind: "elsewhere"; readonly column: string; readonly term: Term; readonly instead: Term | undefined }
  /** It says the same as the cell above it. */
  | { readonly kind: "ditto" }
  | { readonly kind: "unknown" };

/** A sheet repeats a few words. One that does not must not fill the memory: what is known is then begun anew. */
const mostKnown = 100_000;

/** Reads the texts of one status column, each different text once. */
export class StatusReader {
  readonly #known = new Map<string, StatusReading>();
  readonly #others: readonly { readonly column: string; readonly vocabulary: Vocabulary }[];
  readonly #own: Vocabulary;

  constructor(form: Form, column: FormColumn, looks: Looks) {
    this.#own = new Vocabulary(termsOf(form, column), looks);
    this.#others = form.columns
      .filter((other) => other.holds === "status" && other.vocabulary !== column.vocabulary)
      .map((other) => ({ column: other.id, vocabulary: new Vocabulary(termsOf(form, other), looks) }));
  }

  /** What the text says; the text is not blank. */
  read(text: string): StatusReading {
    let reading = this.#known.get(text);
    if (reading) return reading;
    reading = this.#readNew(text);
    if (this.#known.size >= mostKnown) this.#known.clear();
    this.#known.set(text, reading);
    return reading;
  }

  /** True where the text is a term of this column, in whatever spelling. */
  understands(text: string): boolean {
    const { kind } = this.read(text);
    return kind !== "elsewhere" && kind !== "ditto" && kind !== "unknown";
  }

  #readNew(text: string): StatusReading {
    const own = this.#own.read(text);
    if (own) return own;
    for (const { column, vocabulary } of this.#others) {
      const term = vocabulary.read(text)?.term;
      if (term) return { kind: "elsewhere", column, term, instead: this.#own.corresponding(term) };
    }
    return { kind: isDitto(text) ? "ditto" : "unknown" };
  }

  /** The one term that an unknown word is near to; undefined where none is, or several are. */
  nearest(text: string): Term | undefined {
    return this.#own.near(text);
  }
}

function termsOf(form: Form, column: FormColumn): readonly Term[] {
  const vocabularies = new Map(Object.entries(form.vocabularies));
  return vocabularies.get(column.vocabulary ?? "") ?? [];
}

/** The longest text that can be a status; anything longer is compared with nothing. */
const longestStatus = 200;

/** A text as terms are compared with it. */
interface Look {
  readonly folded: string;
  /** In plain width, without spaces. */
  readonly narrow: string;
  /** Folded, without the brackets or the mark of a note; undefined where it has none. */
  readonly bare: string | undefined;
}

/** The looks of texts: the same for all columns of a form, so that each text is folded once. */
export class Looks {
  readonly of: (text: string) => Look;

  constructor(readonly fold: Fold) {
    this.of = keepingLast((text) => {
      const plain = withoutSuperscripts(text);
      const bare = withoutMarks(narrow(plain)) ?? (plain === text ? undefined : plain);
      return { folded: fold(text), narrow: narrow(text), bare: bare === undefined ? undefined : fold(bare) };
    });
  }
}

/** Edits between a word and the term that it is near to. */
const farthest = 2;

class Vocabulary {
  readonly #exact: ReadonlyMap<string, Term>;
  readonly #folded: ReadonlyMap<string, Term>;
  readonly #aliases: readonly (readonly [alias: string, term: Term])[];

  constructor(
    readonly terms: readonly Term[],
    readonly looks: Looks,
  ) {
    this.#exact = new Map(terms.map((term) => [term.text, term]));
    this.#folded = new Map(terms.map((term) => [looks.fold(term.text), term]));
    this.#aliases = terms.flatMap((term) => (term.aliases ?? []).map((alias) => [narrow(alias), term] as const));
  }

  read(text: string): { kind: "term" | "spelling" | "alias" | "marked"; term: Term } | undefined {
    const exact = this.#exact.get(text);
    if (exact) return { kind: "term", term: exact };
    if (text.length > longestStatus) return undefined;
    const look = this.looks.of(text);
    const spelled = this.#folded.get(look.folded);
    if (spelled) return { kind: "spelling", term: spelled };
    const term = this.#readAlias(look.narrow);
    if (term) return { kind: "alias", term };
    const marked = look.bare === undefined ? undefined : this.#folded.get(look.bare);
    return marked && { kind: "marked", term: marked };
  }

  /** An alias stands alone or before the words of its own term. */
  #readAlias(text: string): Term | undefined {
    for (const [alias, term] of this.#aliases) {
      if (text === alias) return term;
      if (text.startsWith(alias) && this.looks.fold(text.slice(alias.length)) === this.looks.fold(term.text)) return term;
    }
    return undefined;
  }

  corresponding(term: Term): Term | undefined {
    const found = this.terms.filter((own) => own.corresponds?.includes(term.text));
    return found.length === 1 ? found[0] : undefined;
  }

  /** The one term within two edits and under half its length, if no term of another meaning is as near. */
  near(text: string): Term | undefined {
    if (text.length > longestStatus) return undefined;
    const { folded } = this.looks.of(text);
    // A term whose length differs more is no rival either.
    const alike = [...this.#folded].filter(([term]) => Math.abs(term.length - folded.length) <= farthest);
    const measured = alike.map(([words, term]) => ({ term, edits: distance(folded, words), length: words.length }));
    const near = measured.filter(({ edits, length }) => edits <= farthest && edits < length / 2);
    const [nearest] = near;
    if (!nearest || near.length > 1) return undefined;
    const rival = measured.some(({ term, edits }) => term.meaning !== nearest.term.meaning && edits <= nearest.edits);
    return rival ? undefined : nearest.term;
  }
}

function narrow(text: string): string {
  return withoutSpace(foldWidth(text));
}
