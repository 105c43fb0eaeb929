import { builtInForms, osakaWard } from "../form/built-in.ts";
import type { KnownForm, ReadBy } from "../form/known.ts";
import type { Severity } from "../model/finding.ts";
import type { Form } from "../form/schema.ts";
import { rules, type RuleId } from "../rules/index.ts";
import { severityOf } from "../rules/run.ts";
import type { Language } from "../wording/language.ts";

/** Severity of a rule's findings; "off" switches the rule off. */
export type RuleSetting = Severity | "off";

/** How the document's sheets are checked. Null for what was not chosen. */
export interface Settings {
  /** Only rules whose severity differs from the form's. */
  readonly rules: Readonly<Partial<Record<RuleId, RuleSetting>>>;
  /** Null for the built-in form. */
  readonly form: Form | null;
  /** Answers about an inferred form, by question id. */
  readonly answers: Readonly<Record<string, string>>;
  /** Whether checks follow the edits. */
  readonly follow: boolean | null;
  readonly language: Language | null;
}

/** The settings of a document without any choice. */
export const noSettings: Settings = { rules: {}, form: null, answers: {}, follow: null, language: null };

const effective = new WeakMap<Settings, Form>();

/**
 * The form for sheets: the document's own or the built-in one, with the chosen severities. The same object
 * for the same settings, since readers are cached by form.
 */
export function effectiveForm(settings: Settings): Form {
  let form = effective.get(settings);
  if (!form) effective.set(settings, (form = merged(settings)));
  return form;
}

const choices = new WeakMap<Settings, readonly KnownForm[]>();

/**
 * The forms for the document's sheets: first its own, then the built-in ones, then those of other documents, all with the chosen
 * severities. The same forms for the same settings.
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

/** A rule in the settings. */
export interface RuleState {
  readonly id: RuleId;
  readonly severity: RuleSetting;
  /** Its severity by the form alone. */
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

/** The settings with another severity of a rule; kept only where it differs from the form's. */
export function withRule(settings: Settings, id: RuleId, severity: RuleSetting): Settings {
  const changed = { ...settings, rules: { ...settings.rules, [id]: severity } };
  return { ...changed, rules: differing(changed) };
}

/** Rules whose severity differs from the form's. */
export function differing(settings: Settings): Settings["rules"] {
  const changed = ruleStates(settings).filter(({ severity, usual }) => severity !== usual);
  return Object.fromEntries(changed.map(({ id, severity }) => [id, severity]));
}

function baseForm({ form }: Settings): Form {
  return form ?? osakaWard;
}
