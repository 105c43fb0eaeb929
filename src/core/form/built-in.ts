import osakaWardData from "./osaka-ward.form.json";
import type { KnownForm } from "./known.ts";

/** The form of the wards of Osaka City. A test holds it against the schema, so that no start pays for that. */
export const osakaWard = osakaWardData;

/** Every form that is known without a file. */
export const builtInForms: readonly KnownForm[] = [{ form: osakaWard, from: "built-in" }];
