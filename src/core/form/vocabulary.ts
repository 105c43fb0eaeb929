import { distance } from "fastest-levenshtein";
import type { Fold } from "./fold.ts";
import { foldWidth } from "./fold.ts";
import { withoutMarks, withoutSuperscripts } from "./marks.ts";
import type { Form, FormColumn, Term } from "./schema.ts";
import { withoutSpace } from "../wording/hidden.ts";

/** What a status cell says. Only term, spelling, alias and marked (in brackets, or with the mark of a note) have a meaning for their column. */
export type StatusReading =
  | { readonly kind: "term" | "spelling" | "alias" | "marked"; readonly term: Term }
  /** A term of another column; `instead` is this column's term that says the same. */
  | { readonly kind: "elsewhere"; readonly column: string; readonly term: Term; readonly instead: Term | undefined }
  | { readonly kind: "unknown" };

/** A sheet repeats a few words; one that does not must not fill the memory. */
const mostKnown = 10_000;

/** Reads the texts of one status column, each different text once. */
export class StatusReader {
  readonly #known = new Map<string, StatusReading>();
  readonly #others: readonly { readonly column: string; readonly vocabulary: Vocabulary }[];
  readonly #own: Vocabulary;

  constructor(form: Form, column: FormColumn, fold: Fold) {
    this.#own = new Vocabulary(termsOf(form, column), fold);
    this.#others = form.columns
      .filter((other) => other.holds === "status" && other.vocabulary !== column.vocabulary)
      .map((other) => ({ column: other.id, vocabulary: new Vocabulary(termsOf(form, other), fold) }));
  }

  /** What the text says; the text is not blank. */
  read(text: string): StatusReading {
    let reading = this.#known.get(text);
    if (reading) return reading;
    reading = this.#readNew(text);
    if (this.#known.size < mostKnown) this.#known.set(text, reading);
    return reading;
  }

  /** True where the text is a term of this column, in whatever spelling. */
  understands(text: string): boolean {
    const { kind } = this.read(text);
    return kind !== "elsewhere" && kind !== "unknown";
  }

  #readNew(text: string): StatusReading {
    const own = this.#own.read(text);
    if (own) return own;
    for (const { column, vocabulary } of this.#others) {
      const term = vocabulary.read(text)?.term;
      if (term) return { kind: "elsewhere", column, term, instead: this.#own.corresponding(term) };
    }
    return { kind: "unknown" };
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

class Vocabulary {
  readonly #exact: ReadonlyMap<string, Term>;
  readonly #folded: ReadonlyMap<string, Term>;
  readonly #aliases: readonly (readonly [alias: string, term: Term])[];

  constructor(
    readonly terms: readonly Term[],
    readonly fold: Fold,
  ) {
    this.#exact = new Map(terms.map((term) => [term.text, term]));
    this.#folded = new Map(terms.map((term) => [fold(term.text), term]));
    this.#aliases = terms.flatMap((term) => (term.aliases ?? []).map((alias) => [narrow(alias), term] as const));
  }

  read(text: string): { kind: "term" | "spelling" | "alias" | "marked"; term: Term } | undefined {
    const exact = this.#exact.get(text);
    if (exact) return { kind: "term", term: exact };
    if (text.length > longestStatus) return undefined;
    const spelled = this.#folded.get(this.fold(text));
    if (spelled) return { kind: "spelling", term: spelled };
    const term = this.#readAlias(narrow(text));
    if (term) return { kind: "alias", term };
    const bare = withoutMarks(narrow(withoutSuperscripts(text)));
    const marked = this.#folded.get(this.fold(bare ?? withoutSuperscripts(text)));
    return marked && { kind: "marked", term: marked };
  }

  /** An alias stands alone or before the words of its own term. */
  #readAlias(text: string): Term | undefined {
    for (const [alias, term] of this.#aliases) {
      if (text === alias) return term;
      if (text.startsWith(alias) && this.fold(text.slice(alias.length)) === this.fold(term.text)) return term;
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
    const folded = this.fold(text);
    const measured = this.terms.map((term) => ({ term, ...measure(folded, this.fold(term.text)) }));
    const near = measured.filter(({ edits, length }) => edits <= 2 && edits < length / 2);
    const [nearest] = near;
    if (!nearest || near.length > 1) return undefined;
    const rival = measured.some(({ term, edits }) => term.meaning !== nearest.term.meaning && edits <= nearest.edits);
    return rival ? undefined : nearest.term;
  }
}

function measure(text: string, term: string): { edits: number; length: number } {
  return { edits: distance(text, term), length: term.length };
}

function narrow(text: string): string {
  return withoutSpace(foldWidth(text));
}
