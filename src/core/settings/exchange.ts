import { faultsOf, refusalOf } from "../form/faults.ts";
import { parseJson } from "../form/parse.ts";
import type { Form } from "../form/schema.ts";
import { withDefaultMarks } from "../form/default-marks.ts";
import { upgradeSettings } from "../form/version-1.ts";
import { inertJson } from "../wording/hidden.ts";
import { plainSettings } from "./keep.ts";
import { formOf, longestSettings, settingsShape } from "./schema.ts";
import { noSettings, type Settings } from "./settings.ts";

/** The settings as a text that people can read, copy and send. */
export function exportSettings(settings: Settings): string {
  return inertJson(JSON.stringify(plainSettings(settings), undefined, 2));
}

/** A form as a file for other documents, and for the terminal. */
export function exportForm(form: Form): string {
  return inertJson(JSON.stringify(form, undefined, 2));
}

/**
 * The settings from a text of `exportSettings`; missing entries count as not chosen. A form alone, from `exportForm`,
 * replaces the form in the present settings.
 * @throws {Refusal} settings-invalid and form-invalid, their detail the wrong entries: see `describeFaults`
 */
export function importSettings(text: string, present: Settings = noSettings): Settings {
  const given = parseJson(text, longestSettings, "settings-invalid");
  if (typeof given === "object" && given !== null && "levels" in given) {
    const form = formOf(given);
    return { ...present, form: form && withDefaultMarks(form) };
  }
  const data = upgradeSettings(given);
  const parsed = settingsShape.safeParse(data);
  if (!parsed.success) throw refusalOf(faultsOf(parsed.error.issues, data), "settings-invalid");
  const { rules = {}, form, answers = {}, follow = null, language = null } = parsed.data;
  return { rules, form: formOf(form), answers, follow, language };
}
