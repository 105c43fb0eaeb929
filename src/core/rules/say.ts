import type { Finding } from "../model/finding.ts";
import { currentRule } from "../form/version-1.ts";
import type { Form } from "../form/schema.ts";
import type { Language, Wording } from "../wording/language.ts";
import { fill } from "../wording/phrase.ts";
import { rules } from "./index.ts";
import type { Rule } from "./rule.ts";

/** A finding in three sentences. */
export interface FindingText {
  readonly what: string;
  readonly why: string;
  readonly how: string;
}

const byId = new Map<string, Rule>(rules.map((rule) => [rule.id, rule]));

/** The fault, why it matters and how to fix it, in the reader's language. */
export function describeFinding(finding: Finding, form: Form, language: Language): FindingText {
  const rule = ruleOf(finding.rule);
  const { why } = rule.about[language];
  const own = new Map(Object.entries(rule.hows ?? {})).get(finding.message);
  return { what: fill(sentenceOf(rule, finding.message), finding.facts, form, language), why, how: own?.[language] ?? howToFix(rule, language, finding.at.sheet !== undefined) };
}

/** How to fix what a rule finds, in a list of rows or on a card. */
export function howToFix({ about }: Pick<Rule, "about">, language: Language, isOnCard: boolean): string {
  const { how, howInRows } = about[language];
  return isOnCard || howInRows === undefined ? how : `${how}${language === "ja" ? "" : " "}${howInRows}`;
}

/** The rule's title in the reader's language; the id for a rule of another version. */
export function ruleTitle(id: string, language: Language): string {
  return byId.get(currentRule(id))?.about[language].title ?? id;
}

function ruleOf(id: string): Rule {
  const rule = byId.get(id);
  if (!rule) throw new Error(`no such rule: ${id}`);
  return rule;
}

function sentenceOf(rule: Rule, message: string): Wording {
  const sentence = new Map(Object.entries(rule.messages)).get(message);
  if (!sentence) throw new Error(`${rule.id} has no sentence ${message}`);
  return sentence;
}
