import type { Form } from "./schema.ts";

/** Where a form is from. */
export type FormOrigin = "built-in" | "document" | "file" | "inferred";

export interface KnownForm {
  readonly form: Form;
  readonly from: FormOrigin;
}

/** By the id of a question about an inferred form, what was chosen; by rule:<id>, what its findings count as. */
export type FormAnswers = ReadonlyMap<string, string>;

/** How a sheet is to be read: by which forms, and what was answered about the one that it shows itself. */
export interface ReadBy {
  readonly forms: FormChoice;
  readonly answers: FormAnswers;
}

/** The forms that may be a sheet's, of which the best is taken; or the one that it is held against, whatever it lacks. */
export type FormChoice = readonly KnownForm[] | Form;
