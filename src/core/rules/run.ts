import { alignLetters } from "../wording/alignment.ts";
import type { CellEdit, Fact, Finding, Fix, Severity } from "../model/finding.ts";
import type { Form } from "../form/schema.ts";
import type { CellPlace } from "../model/address.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import { isDateFormat } from "../model/serial.ts";
import type { Evaluation } from "../tree/evaluation.ts";
import { rules } from "./index.ts";
import type { Report, Rule } from "./rule.ts";

/** Applies every rule that the form leaves on: findings by row, column, then the order of the rules. */
export function runRules(evaluation: Evaluation): Finding[] {
  const all = rules.flatMap((rule) => runRule(rule, evaluation));
  const alone = new Set(all.filter(({ rule }) => lonely.has(rule)).flatMap(({ at, related }) => [at, ...related].map(keyOf)));
  const findings = alone.size === 0 ? all : all.filter(({ rule, at }) => lonely.has(rule) || !alone.has(keyOf(at)));
  return findings.sort((one, other) => one.at.row - other.at.row || one.at.column - other.at.column);
}

const lonely: ReadonlySet<string> = new Set(rules.filter((rule: Rule) => rule.alone).map(({ id }) => id));

function keyOf({ row, column }: CellPlace): string {
  return `${row} ${column}`;
}

/** The findings of one rule; none where the form switches it off. */
function runRule(rule: Rule, evaluation: Evaluation): Finding[] {
  const severity = severityOf(rule, evaluation.reader.form);
  if (severity === "off") return [];
  const findings: Finding[] = [];
  rule.check(evaluation, (message, found) => {
    findings.push({ rule: rule.id, severity, message, ...stamp(evaluation, found) });
  });
  return findings;
}

/** The severity of a rule's findings by the form; "off" where the form switches it off. */
export function severityOf(rule: Rule, form: Form): Severity | "off" {
  return new Map(Object.entries(form.rules ?? {})).get(rule.id) ?? rule.severity;
}

/** How many rules the form leaves on. */
export function rulesInUse(form: Form): number {
  return rules.filter((rule) => severityOf(rule, form) !== "off").length;
}

function stamp(evaluation: Evaluation, { at, node, facts, related = [], fix = null }: Report): Omit<Finding, "rule" | "severity" | "message"> {
  const value = evaluation.grid.value(at.row, at.column);
  return {
    facts: { found: { text: value }, ...facts },
    at,
    code: node === undefined ? null : evaluation.codeText(node),
    title: node === undefined ? "" : evaluation.title(node),
    value,
    present: presentFact(evaluation.grid, at, value),
    related,
    fix: fix && asSafe(fix, evaluation.grid),
  };
}

function presentFact(grid: Grid, { row, column }: CellPlace, value: CellValue): Fact {
  const isDate = typeof value === "number" && isDateFormat(grid.numberFormat(row, column));
  return isDate ? { serial: value, date1904: grid.date1904 } : { text: value };
}

/** Makes a safe fix a suggested one if a formula gives the text, letters would lose their look, or the cell's own list refuses the text. */
function asSafe(fix: Fix, grid: Grid): Fix {
  const doubt = fix.safety === "safe" ? doubtAbout(fix, grid) : undefined;
  return doubt ? { ...fix, safety: "suggested", doubt } : fix;
}

function doubtAbout({ edits }: Fix, grid: Grid): Fix["doubt"] {
  if (edits.some(({ at }) => grid.has("formula", at.row, at.column))) return "formula";
  if (edits.some(({ at, to }) => to !== "" && !grid.allows(at.row, at.column, to))) return "off-list";
  return edits.some((edit) => grid.has("styled", edit.at.row, edit.at.column) && !keepsLook(edit, grid)) ? "loses-style" : undefined;
}

function keepsLook({ at, from, to }: CellEdit, grid: Grid): boolean {
  return !grid.has("struck", at.row, at.column) && typeof from === "string" && typeof to === "string" && alignLetters(from, to) !== undefined;
}
