import type { Severity } from "../model/finding.ts";
import type { Form } from "../form/schema.ts";
import { sayCount } from "../wording/counts.ts";
import { nameFew } from "../wording/few.ts";
import type { Language } from "../wording/language.ts";
import { severityNames } from "../wording/severities.ts";
import { rules, type RuleId } from "./index.ts";
import { severityOf } from "./run.ts";
import { ruleTitle } from "./say.ts";

/** A rule that counts otherwise than by itself. */
export interface ChangedRule {
  readonly id: RuleId;
  readonly severity: Severity | "off";
}

/** The rules that count otherwise under a form, with what was chosen beside it, in the order of the rules. */
export function changedRules(form: Form): readonly ChangedRule[] {
  return rules.flatMap((rule) => {
    const severity = severityOf(rule, form);
    return severity === rule.severity ? [] : [{ id: rule.id, severity }];
  });
}

/** 規則2つを点検しない（…）, then 規則1つの区分を変える（…); only what there is. */
export function describeChangedRules(changed: readonly ChangedRule[], language: Language): readonly string[] {
  const off = changed.filter(({ severity }) => severity === "off").map(({ id }) => ruleTitle(id, language));
  const others = changed.flatMap(({ id, severity }) => (severity === "off" ? [] : [`${ruleTitle(id, language)} → ${severityNames[language][severity]}`]));
  const words = sentences[language];
  return [...(off.length > 0 ? [words.off(off.length, nameFew(off, language))] : []), ...(others.length > 0 ? [words.changed(others.length, nameFew(others, language))] : [])];
}

const sentences = {
  ja: {
    off: (count: number, names: string) => `規則${sayCount(count)}つを点検しない（${names}）`,
    changed: (count: number, names: string) => `規則${sayCount(count)}つの区分を変える（${names}）`,
  },
  en: {
    off: (count: number, names: string) => `${sayCount(count)} ${count === 1 ? "rule is" : "rules are"} not checked (${names})`,
    changed: (count: number, names: string) => `${sayCount(count)} ${count === 1 ? "rule counts" : "rules count"} otherwise (${names})`,
  },
} as const;
