import { levels, type Level } from "./levels.ts";
import type { FormColumn } from "../form/schema.ts";
import { Questions } from "./doubt.ts";
import type { ColumnEvidence, Evidence } from "./evidence.ts";
import { guessContent, type Content } from "./holds.ts";
import { guessLevel } from "./level.ts";
import type { DecidedColumn } from "./names.ts";

/** A column of the form to be. */
export interface Decided extends DecidedColumn {
  readonly heading: boolean;
  readonly optional: boolean;
}

/** Decides for every sheet column what it holds, its level and whether it is due; what the form leaves out is left out. */
export function decideColumns(evidence: Evidence, questions: Questions): readonly Decided[] {
  const titled = new Set<Level>();
  const decided: Decided[] = [];
  for (const column of evidence.columns) {
    const code = codeLevel(column, evidence);
    const holds = code?.holds ?? decideContent(column, evidence, questions);
    if (holds === "out") continue;
    const level = code?.level ?? decideLevel(column, evidence, questions);
    const isTitle = holds === "text" && !titled.has(level);
    if (holds === "text" || holds === "label") titled.add(level);
    const due = code !== undefined || isTitle || isDue(column, level, holds, questions);
    decided.push({ evidence: column, level, holds, heading: holds === "text" && isHeaded(column), optional: !due });
  }
  return decided;
}

function codeLevel({ place }: ColumnEvidence, { codes }: Evidence): { readonly level: Level; readonly holds: "code" | "label" } | undefined {
  for (const [level, column] of codes) if (column.place === place) return { level, holds: column.holds };
  return undefined;
}

function isHeaded({ headed, strings }: ColumnEvidence): boolean {
  return strings > 0 && headed >= 0.6 * strings;
}

function about({ place, header, at }: ColumnEvidence) {
  return { column: place, name: header.at(-1) ?? "", at };
}

/** A text just behind a code is its name, however often it stands. */
function decideContent(column: ColumnEvidence, { codes }: Evidence, questions: Questions): Content {
  const { content, sure: clear } = guessContent(column);
  const named = [...codes.values()].some(({ place, holds }) => holds === "code" && place === column.place - 1);
  const sure = clear || (named && content === "text");
  const choices: readonly Content[] = column.numbers > column.strings ? ["page", "out"] : ["status", "text", "out"];
  return questions.decide({ kind: "holds", ...about(column), choices, chosen: content }, sure);
}

function decideLevel(column: ColumnEvidence, { codes, filledDown }: Evidence, questions: Questions): Level {
  const { level, sure } = guessLevel(column, codes, filledDown);
  return questions.decide<Level>({ kind: "level", ...about(column), choices: levels, chosen: level }, sure);
}

/** A few empty cells are faults; where nearly half are empty, a person decides; a text beside the title may be left empty. */
function isDue(column: ColumnEvidence, level: Level, holds: FormColumn["holds"], questions: Questions): boolean {
  const { rows, filled } = rowsOf(column, level);
  const empty = rows - filled;
  const part = rows === 0 ? 1 : empty / rows;
  if (holds === "text") return part <= 0.1;
  const few = empty < 2 || part <= 0.15;
  return questions.decide({ kind: "due", ...about(column), choices: ["due", "optional"], chosen: few || part <= 0.3 ? "due" : "optional" }, few || part > 0.6) === "due";
}

/** The rows on which the level's own cells stand. */
function rowsOf({ standing }: ColumnEvidence, level: Level): { rows: number; filled: number } {
  const { issueRows, strategyRows, otherRows } = standing;
  const kinds = level === "issue" ? [issueRows] : level === "strategy" ? [issueRows, strategyRows] : [issueRows, strategyRows, otherRows];
  return { rows: kinds.reduce((sum, { rows }) => sum + rows, 0), filled: kinds.reduce((sum, { filled }) => sum + filled, 0) };
}
