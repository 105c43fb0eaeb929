import { alignLetters } from "../wording/alignment.ts";
import type { CellEdit, Fact, Finding, Fix, MoreFindings, Severity } from "../model/finding.ts";
import type { Form, FormColumn } from "../form/schema.ts";
import { maxColumns, type CellPlace } from "../model/address.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import { atOnce } from "../model/pace.ts";
import { isDateFormat } from "../model/serial.ts";
import type { Evaluation } from "../tree/evaluation.ts";
import { rules } from "./index.ts";
import type { Report, Rule } from "./rule.ts";

/** What the rules find. */
export interface Found {
  /** By row, column, then the order of the rules. */
  readonly findings: readonly Finding[];
  readonly more: readonly MoreFindings[];
}

/** Findings that are kept of one rule. Of those with a fix many more are, since they are fixed together. */
const mostFindings = 1_000;
const mostFixes = 50_000;

/** The same, with the rules that found nothing, whatever others suppress. */
export interface RulesFound extends Found {
  readonly silent: ReadonlySet<Rule>;
}

/** What a check after edits begins with. */
interface Former extends Pick<RulesFound, "silent"> {
  /** The columns with edited cells. */
  readonly edited: ReadonlySet<FormColumn>;
}

/** Applies every rule that the form leaves on. */
export function runRules(evaluation: Evaluation): Found {
  return atOnce(ruleByRule(evaluation));
}

/** The same in steps: what is found once for all rules, then a rule each, those that suppress others first. */
export function* ruleByRule(evaluation: Evaluation, former?: Former): Generator<void, RulesFound> {
  yield* evaluation.findOddCells();
  const alone = new Set<number>();
  const byRule = new Map<string, Found>();
  const isAlone = (rule: Rule) => rule.alone ?? false;
  for (const rule of [...rules.filter(isAlone), ...rules.filter((rule) => !isAlone(rule))]) {
    if (former && isStillSilent(rule, former)) continue;
    byRule.set(rule.id, runRule(rule, evaluation, alone));
    yield;
  }
  const found = rules.flatMap(({ id }) => byRule.get(id) ?? []);
  const findsNothing = (rule: Rule) => alone.size === 0 && (byRule.get(rule.id)?.findings.length ?? 0) === 0;
  return {
    silent: new Set(rules.filter(findsNothing)),
    findings: found.flatMap(({ findings }) => findings).sort((one, other) => one.at.row - other.at.row || one.at.column - other.at.column),
    more: found.flatMap(({ more }) => more),
  };
}

function isStillSilent(rule: Rule, { silent, edited }: Former): boolean {
  return silent.has(rule) && rule.looksAt !== undefined && ![...edited].some(({ holds }) => rule.looksAt?.includes(holds));
}

function keyOf({ row, column }: CellPlace): number {
  return row * maxColumns + column;
}

/** The findings of one rule; none where the form switches it off. @param alone the cells at which only a rule that suppresses the others finds anything; such a rule adds its own */
function runRule(rule: Rule, evaluation: Evaluation, alone: Set<number>): Found {
  const severity = severityOf(rule, evaluation.reader.form);
  if (severity === "off") return { findings: [], more: [] };
  const findings: Finding[] = [];
  let [kept, fixes, count] = [0, 0, 0];
  rule.check(evaluation, (message, found) => {
    if (rule.alone) for (const at of [found.at, ...(found.related ?? [])]) alone.add(keyOf(at));
    else if (alone.size > 0 && alone.has(keyOf(found.at))) return;
    if (found.fix ? ++fixes > mostFixes : ++kept > mostFindings) count++;
    else findings.push({ rule: rule.id, severity, message, ...stamp(evaluation, found) });
  });
  return { findings, more: count === 0 ? [] : [{ rule: rule.id, severity, count }] };
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
  const { grid } = evaluation;
  const value = grid.value(at.row, at.column);
  const present = presentFact(grid, at, value);
  return {
    facts: { found: present, ...(typeof facts === "function" ? facts() : facts) },
    at,
    code: node === undefined ? null : evaluation.codeText(node),
    title: node === undefined ? "" : evaluation.title(node),
    value,
    present,
    related,
    fix: fix && asSafe(withDates(fix, grid), grid),
  };
}

function presentFact(grid: Grid, { row, column }: CellPlace, value: CellValue): Fact {
  const isDate = typeof value === "number" && isDateFormat(grid.numberFormat(row, column));
  return isDate ? { serial: value, date1904: grid.date1904 } : { text: value };
}

/** The fix, whose edits tell which cells show their number as a date. */
function withDates(fix: Fix, grid: Grid): Fix {
  const withDate = (edit: CellEdit): CellEdit => ("serial" in presentFact(grid, edit.at, edit.from) ? { ...edit, date1904: grid.date1904 } : edit);
  const [own, ...others] = fix.edits;
  return { ...fix, edits: [withDate(own), ...others.map(withDate)] };
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
