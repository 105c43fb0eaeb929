import type { Form } from "./schema.ts";

/** Origin of a form. */
export type FormOrigin = "built-in" | "document" | "file" | "inferred";

export interface KnownForm {
  readonly form: Form;
  readonly from: FormOrigin;
}

/** Choices by the id of a question about an inferred form; by rule:<id>, the severity of a rule's findings. */
export type FormAnswers = ReadonlyMap<string, string>;

/** How to read a sheet: the forms to try, and the answers about a form that the sheet itself shows. */
export interface ReadBy {
  readonly forms: FormChoice;
  readonly answers: FormAnswers;
}

/** The forms to try, of which the best is taken; or the one form that is used in any case. */
export type FormChoice = readonly KnownForm[] | Form;
