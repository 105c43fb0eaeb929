import type { Finding } from "../model/finding.ts";
import { columnMissing } from "../rules/column-missing.ts";
import { runRules, severityOf, type Found } from "../rules/run.ts";
import type { Evaluation } from "../tree/evaluation.ts";
import { partLevel } from "./card-form.ts";
import type { RecognizedCards } from "./recognize.ts";

/** Rules for parts of the plan, which cards only name: they are counted elsewhere, occur on many cards, and have no place of their own. */
const notOfPlan: ReadonlySet<string> = new Set(["code-sequence", "code-duplicate", "label-misplaced"]);

/** The findings of the rules in cards laid out as a table, and the labels that single cards lack, at cells of the cards. */
export function cardFindings(evaluation: Evaluation, { book, isCounted }: RecognizedCards): Found {
  const { form } = evaluation.reader;
  const item = form.levels.findIndex(({ id }) => id === "item");
  const outer = new Set(form.levels.slice(0, Math.max(0, item)).map(({ id }) => id));
  const isOfPlan = ({ at }: Finding) => outer.has(form.columns[at.column]?.level ?? "");
  const all = runRules(evaluation);
  const isMeant = ({ rule }: Pick<Finding, "rule">) => rule !== "code-sequence" || isCounted;
  const found = all.findings.filter((finding) => isMeant(finding) && !(notOfPlan.has(finding.rule) && isOfPlan(finding)));
  const more = all.more.filter(isMeant);
  const severity = severityOf(columnMissing, form);
  if (severity === "off") return { findings: found, more };
  const labels = Array.from(evaluation.nodesOf(item)).flatMap((node) => missingLabels(evaluation, node, book).map((missing): Finding => ({ ...missing, severity })));
  return { findings: [...found, ...labels], more };
}

/** Placed at the first cell of the card, since the missing field cannot be filled in. For a missing small table only its first label is reported. */
function missingLabels(evaluation: Evaluation, node: number, book: RecognizedCards["book"]): readonly Omit<Finding, "severity">[] {
  const { form } = evaluation.reader;
  const row = evaluation.row(node);
  const fields = form.columns.map((_, column) => book.fieldAt({ row, column }));
  const firstPart = form.columns.findIndex(({ level }) => level === partLevel);
  const hasTable = form.columns.some(({ level }, column) => level === partLevel && fields[column]);
  const at = book.firstCell(row);
  const value = book.sheetAt(row).value(at.row, at.column);
  return form.columns.flatMap(({ id, level, optional }, column) => {
    if (optional === true || fields[column] || (level === partLevel && !hasTable && column !== firstPart)) return [];
    const facts = { found: { text: value }, column: { column: id } };
    return [{ rule: columnMissing.id, message: "label", facts, at, code: evaluation.codeText(node), title: evaluation.title(node), value, present: { text: value }, related: [], fix: null }];
  });
}
