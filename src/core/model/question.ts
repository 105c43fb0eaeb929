import type { Form } from "../form/schema.ts";
import type { CellPlace } from "./address.ts";

/** In both languages. */
type Both = Readonly<Form["name"]>;

/** A question about the form that the sheet alone does not answer. Findings and marks that depend on it assume an answer. */
export interface Question {
  /** bad:H, term:H:text, year:H, decides:H, level:H; a column by its letters. */
  readonly id: string;
  readonly text: Both;
  readonly choices: readonly { readonly value: string; readonly text: Both }[];
  readonly assumed: string;
  readonly cells: readonly CellPlace[];
  /** Set if another answer would change marks, but no finding. */
  readonly isOfMarks?: true;
}

/** A question that was answered: `answer` is the value of a choice. */
export interface AnsweredQuestion extends Question {
  readonly answer: string;
}
