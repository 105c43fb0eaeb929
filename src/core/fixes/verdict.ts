import { fixGroupsOf } from "./fix-groups.ts";
import type { Inspection } from "../model/finding.ts";
import { changedRules, describeChangedRules, type ChangedRule } from "../rules/changed.ts";
import type { Language } from "../wording/language.ts";
import { describeVerdict, type VerdictFacts } from "../wording/verdict.ts";

/** A check whose findings are those not accepted. */
export type Judged = Pick<Inspection, "findings" | "more" | "questions" | "form">;

/** Whether checked sheets may be handed in, and, on a second line, which rules that leaves out or weighs otherwise: for paper and letters, whose readers have no button that fixes. */
export function verdictLines(checks: readonly Judged[], language: Language): readonly string[] {
  const facts = checks.map((check) => verdictFacts(check, []));
  const sum = (part: keyof VerdictFacts) => facts.reduce((total, each) => total + each[part], 0);
  const line = describeVerdict({ errors: sum("errors"), fixable: 0, warnings: sum("warnings"), questions: sum("questions") }, language);
  const changed = new Map<string, ChangedRule>();
  for (const { form } of checks) for (const rule of changedRules(form.form)) changed.set(`${rule.id} ${rule.severity}`, rule);
  const settings = describeChangedRules([...changed.values()], language);
  return settings.length === 0 ? [line] : [line, language === "ja" ? `点検の設定：${settings.join("、")}` : `Settings of the check: ${settings.join("; ")}`];
}

/** What decides the verdict. @param fixGroups the fixes of the findings, where they are known */
export function verdictFacts({ findings, more, questions }: Omit<Judged, "form">, fixGroups = fixGroupsOf(findings)): VerdictFacts {
  const count = (severity: "error" | "warning") =>
    findings.filter((finding) => finding.severity === severity).length + more.reduce((sum, each) => sum + (each.severity === severity ? each.count : 0), 0);
  const fixable = fixGroups.flatMap((group) => (group.safety === "safe" ? group.findings : []));
  return { errors: count("error"), fixable: fixable.filter(({ severity }) => severity === "error").length, warnings: count("warning"), questions: questions.length };
}
