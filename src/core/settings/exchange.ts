import type { z } from "zod/mini";
import { Refusal } from "../model/refusal.ts";
import { upgradeSettings } from "../form/version-1.ts";
import { plainSettings } from "./keep.ts";
import { formOf, settingsShape } from "./schema.ts";
import type { Settings } from "./settings.ts";

/** Longer texts are no settings. */
const longestText = 200_000;

/** The settings as a text that people can read, copy and send. */
export function exportSettings(settings: Settings): string {
  return JSON.stringify(plainSettings(settings), undefined, 2);
}

/**
 * The settings of a text such as `exportSettings` makes; an entry that is left out counts as not chosen.
 * @throws {Refusal} settings-invalid, or form-invalid for what is wrong inside the form, its detail the path of the entry.
 */
export function importSettings(text: string): Settings {
  const parsed = settingsShape.safeParse(upgradeSettings(parseJson(text)));
  if (!parsed.success) throw wrong(describeIssue(parsed.error.issues[0]));
  const { rules = {}, form, answers = {}, follow = null, language = null } = parsed.data;
  return { rules, form: formOf(form), answers, follow, language };
}

function parseJson(text: string): unknown {
  if (text.length > longestText) throw wrong(`more than ${longestText} characters`);
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : "not JSON");
  }
}

function wrong(detail: string): Refusal {
  return new Refusal("settings-invalid", detail);
}

function describeIssue(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code !== "unrecognized_keys") return [issue?.path.join("."), issue?.message].filter(Boolean).join(": ");
  return `${[...issue.path, ...issue.keys.slice(0, 1)].join(".")}: no such entry`;
}
