import type { Form } from "./schema.ts";

/** Where a form is from. */
export type FormOrigin = "built-in" | "document" | "file" | "inferred";

export interface KnownForm {
  readonly form: Form;
  readonly from: FormOrigin;
}

/** The forms that may be a sheet's, of which the best is taken; or the one that it is held against, whatever it lacks. */
export type FormChoice = readonly KnownForm[] | Form;
