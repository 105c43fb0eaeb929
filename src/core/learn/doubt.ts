import type { MarkLevel, Meaning } from "../model/finding.ts";
import type { Level } from "./levels.ts";
import type { CellPlace } from "../model/address.ts";
import type { Content } from "./holds.ts";

export type RareChoice = "mistake" | "variant" | "term";
export type DueChoice = "due" | "optional";
export type MarkChoice = MarkLevel | "none";
export type HeaderChoice = "leave" | "use";

/** What every doubt has: the cell to look at, what may be answered, and what holds until it is. */
interface Choosing<C extends string> {
  readonly at: CellPlace;
  readonly choices: readonly C[];
  readonly chosen: C;
}

/** A doubt about one column: its zero-based place on a block's first row, and its header's last word; "" where it has none. */
interface OfColumn {
  readonly column: number;
  readonly name: string;
}

/** A question about a proposed form that the sheet alone does not settle. */
export type Doubt =
  /** The header's cells may not stand over their columns. */
  | ({ readonly kind: "header" } & Choosing<HeaderChoice>)
  | ({ readonly kind: "level" } & OfColumn & Choosing<Level>)
  | ({ readonly kind: "holds" } & OfColumn & Choosing<Content>)
  /** Empty cells stand in a column that is mostly filled. */
  | ({ readonly kind: "due" } & OfColumn & Choosing<DueChoice>)
  | ({ readonly kind: "meaning"; readonly term: string } & OfColumn & Choosing<Meaning>)
  | ({ readonly kind: "mark"; readonly term: string } & OfColumn & Choosing<MarkChoice>)
  /** A word that stands hardly anywhere; `near` is the term that it may be meant for, "" where none is near. */
  | ({ readonly kind: "rare-term"; readonly term: string; readonly near: string } & OfColumn & Choosing<RareChoice>)
  /** One term is often written in several ways; the choices are the ways. */
  | ({ readonly kind: "spelling" } & OfColumn & Choosing<string>)
  /** A level's codes are written in several ways: "{1}-{2}", "{1}({2})". */
  | ({ readonly kind: "code-pattern"; readonly level: Level } & Choosing<string>)
  /** Pages are written in several ways: "p.{n}", "{n}頁". */
  | ({ readonly kind: "page-pattern" } & Choosing<string>);

export type DoubtKind = Doubt["kind"];
export type DoubtOf<K extends DoubtKind> = Extract<Doubt, { readonly kind: K }>;

/** Answers by what the question is about. */
export type Answers = ReadonlyMap<string, string>;

/** What tells one question from all others of a sheet; the same after other questions are answered. */
export function keyOf(doubt: Doubt): string {
  const { kind } = doubt;
  if (kind === "code-pattern") return `${kind} ${doubt.level}`;
  if (kind === "page-pattern" || kind === "header") return kind;
  const subject = kind === "meaning" || kind === "mark" || kind === "rare-term" ? doubt.term : kind === "spelling" ? [...doubt.choices].sort().join("\n") : "";
  return `${kind} ${doubt.column} ${subject}`;
}

/** A question that came up, and what was answered; undefined while what is chosen holds. */
export interface Asked {
  readonly doubt: Doubt;
  readonly answer: string | undefined;
}

/** Decides by the answers given, and collects what is asked. */
export class Questions {
  readonly #asked: Asked[] = [];

  constructor(readonly answers: Answers) {}

  /** The answer to the question, else what is chosen until it comes. A question is asked where the guess is not sure. */
  decide<C extends string>(doubt: Choosing<C> & Doubt, sure: boolean): C {
    const given = this.answers.get(keyOf(doubt));
    const answer = doubt.choices.find((choice) => choice === given);
    if (!sure || answer !== undefined) this.#asked.push({ doubt, answer });
    return answer ?? doubt.chosen;
  }

  /** The questions in the order in which they came up, the answered ones with their answers. */
  asked(): readonly Asked[] {
    return this.#asked;
  }
}
