import type { z } from "zod/mini";
import type { Form } from "../form/schema.ts";
import { Refusal } from "../model/refusal.ts";
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
 * @throws {Refusal} settings-invalid; form-invalid, with the path of the faulty entry as its detail.
 */
export function importSettings(text: string, present: Settings = noSettings): Settings {
  const given = parseJson(text);
  if (typeof given === "object" && given !== null && "levels" in given) {
    const form = formOf(given);
    return { ...present, form: form && withDefaultMarks(form) };
  }
  const parsed = settingsShape.safeParse(upgradeSettings(given));
  if (!parsed.success) throw wrong(describeIssue(parsed.error.issues[0]));
  const { rules = {}, form, answers = {}, follow = null, language = null } = parsed.data;
  return { rules, form: formOf(form), answers, follow, language };
}

function parseJson(text: string): unknown {
  if (text.length > longestSettings) throw wrong(`more than ${longestSettings} characters`);
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
