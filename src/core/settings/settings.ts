import { builtInForms, osakaWard } from "../form/built-in.ts";
import type { KnownForm, ReadBy } from "../form/known.ts";
import type { Severity } from "../model/finding.ts";
import type { Form } from "../form/schema.ts";
import { rules, type RuleId } from "../rules/index.ts";
import { severityOf } from "../rules/run.ts";
import type { Language } from "../wording/language.ts";

/** What a rule's findings count as; "off" switches it off. */
export type RuleSetting = Severity | "off";

/** What the document keeps of how its sheets are checked. Null where nobody chose. */
export interface Settings {
  /** Only the rules that shall count as something else than the form says. */
  readonly rules: Readonly<Partial<Record<RuleId, RuleSetting>>>;
  /** Null for the built-in form. */
  readonly form: Form | null;
  /** By question id, what was answered about a form that a sheet of the document shows itself. */
  readonly answers: Readonly<Record<string, string>>;
  /** Whether findings follow the edits. */
  readonly follow: boolean | null;
  readonly language: Language | null;
}

/** The settings of a document in which nobody chose anything. */
export const noSettings: Settings = { rules: {}, form: null, answers: {}, follow: null, language: null };

const effective = new WeakMap<Settings, Form>();

/**
 * The form by which sheets are checked: the document's own or the built-in one, with the severities chosen. The same object
 * for the same settings, since readers are kept by form.
 */
export function effectiveForm(settings: Settings): Form {
  let form = effective.get(settings);
  if (!form) effective.set(settings, (form = merged(settings)));
  return form;
}

const choices = new WeakMap<Settings, readonly KnownForm[]>();

/**
 * How a sheet of the document is read: by its own form first, then by the built-in ones, then by those of other documents, with the severities
 * chosen. The same forms for the same settings.
 */
export function readBy(settings: Settings, others: readonly Form[]): ReadBy {
  let known = choices.get(settings);
  if (!known) {
    const own = settings.form === null ? [] : [{ form: settings.form, from: "document" } as const];
    known = [...own, ...builtInForms].map(({ form, from }) => ({ form: withRules(form, settings), from }));
    choices.set(settings, known);
  }
  const rules = Object.entries(differing(settings)).map(([id, setting]) => [`rule:${id}`, setting] as const);
  return { forms: [...known, ...others.map((form) => ({ form: withRules(form, settings), from: "file" }) as const)], answers: new Map([...rules, ...Object.entries(settings.answers)]) };
}

function merged(settings: Settings): Form {
  return withRules(baseForm(settings), settings);
}

function withRules(form: Form, settings: Settings): Form {
  const chosen = differing(settings);
  return Object.keys(chosen).length === 0 ? form : { ...form, rules: { ...form.rules, ...chosen } };
}

/** A rule as the settings have it. */
export interface RuleState {
  readonly id: RuleId;
  readonly severity: RuleSetting;
  /** What it counts as by the form alone. */
  readonly usual: RuleSetting;
}

/** All rules in their order. */
export function ruleStates(settings: Settings): readonly RuleState[] {
  const form = baseForm(settings);
  return rules.map((rule) => {
    const usual = severityOf(rule, form);
    return { id: rule.id, severity: settings.rules[rule.id] ?? usual, usual };
  });
}

/** The settings with a rule's findings counting as something else; kept only where that is not what the form says. */
export function withRule(settings: Settings, id: RuleId, severity: RuleSetting): Settings {
  const changed = { ...settings, rules: { ...settings.rules, [id]: severity } };
  return { ...changed, rules: differing(changed) };
}

/** The rules that count as something else than the form says. */
export function differing(settings: Settings): Settings["rules"] {
  const changed = ruleStates(settings).filter(({ severity, usual }) => severity !== usual);
  return Object.fromEntries(changed.map(({ id, severity }) => [id, severity]));
}

function baseForm({ form }: Settings): Form {
  return form ?? osakaWard;
}
