import { isUnder, sameCode, type Code } from "../form/code.ts";
import { FormReader } from "../form/reader.ts";
import type { Grid } from "../model/grid.ts";
import type { Table } from "../table/find.ts";
import { findBlocks, findLabels, LevelCells, readInitiatives, type InitiativeCodes, type LabelCell } from "./blocks.ts";
import { absentCode, type CodeReading } from "./code-reading.ts";
import { settleIssues, settleStrategy } from "./consensus.ts";
import type { Initiative, Issue, Node, Strategy } from "./node.ts";
import { collectEvidence, strategyCode, strategyKey, type CodeEvidence } from "./votes.ts";

/** The evaluation of a sheet: issues, their strategies, their initiatives, in sheet order. */
export interface EvaluationTree {
  readonly issues: readonly Issue[];
  readonly strategies: readonly Strategy[];
  readonly initiatives: readonly Initiative[];
}

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };
type GrowingIssue = Writable<Issue> & { readonly strategies: Strategy[]; readonly repeats: LabelCell[]; readonly strays: LabelCell[] };
type GrowingStrategy = Strategy & { readonly initiatives: Initiative[] };

/** Builds the tree of a table. Codes that contradict each other are settled so that the fewest are wrong. */
export function buildTree(grid: Grid, table: Table, reader: FormReader): EvaluationTree {
  const issueCells = new LevelCells(grid, table, reader, "issue");
  const strategyCells = new LevelCells(grid, table, reader, "strategy");
  const codes = readInitiatives(new LevelCells(grid, table, reader, "initiative"));
  const evidence = collectEvidence(findBlocks(strategyCells, codes), codes);
  const labels = findLabels(issueCells, (index) => codes[index] !== undefined || strategyCells.filled(table.rows[index]?.row ?? 0));
  return new TreeBuilder(table, codes, labels, reader, issueCells.code !== undefined).build(evidence);
}

class TreeBuilder {
  readonly #issues: GrowingIssue[] = [];
  readonly #strategies: Strategy[] = [];
  readonly #initiatives: Initiative[] = [];

  constructor(
    readonly table: Table,
    readonly codes: InitiativeCodes,
    readonly labels: readonly LabelCell[],
    readonly reader: FormReader,
    readonly hasLabels: boolean,
  ) {}

  build(evidence: readonly CodeEvidence[]): EvaluationTree {
    const numbers = settleIssues(evidence, this.labels);
    evidence.forEach((one, index) => {
      const number = numbers[index] ?? 0;
      const current = this.#issues.at(-1);
      const issue = current && numbers[index - 1] === number ? current : this.#beginIssue(number, one.from);
      this.#extend(issue, one.to);
      this.#addStrategy(issue, one);
    });
    new LabelGiver(this.#issues, this.labels, this.reader, this.hasLabels).give();
    return { issues: this.#issues, strategies: this.#strategies, initiatives: this.#initiatives };
  }

  #beginIssue(number: number, from: number): GrowingIssue {
    const row = this.#rowAt(from);
    const issue: GrowingIssue = {
      level: "issue",
      from,
      to: from + 1,
      row,
      lastRow: row,
      shift: 0,
      missing: false,
      reading: absentCode,
      code: [number],
      expectedCode: [number],
      contradicted: false,
      deviating: noCells,
      strategies: [],
      label: undefined,
      repeats: [],
      strays: [],
    };
    this.#issues.push(issue);
    return issue;
  }

  #extend(issue: GrowingIssue, to: number): void {
    issue.to = to;
    issue.lastRow = this.#rowAt(to - 1);
  }

  #addStrategy(issue: GrowingIssue, evidence: CodeEvidence): void {
    const number = issue.expectedCode[0] ?? 0;
    const next = [number, (issue.strategies.at(-1)?.expectedCode[1] ?? 0) + 1];
    const key = settleStrategy(evidence, number, strategyKey(next));
    const expectedCode = key === undefined ? next : strategyCode(key);
    const strategy: GrowingStrategy = {
      level: "strategy",
      from: evidence.from,
      to: evidence.to,
      row: this.#rowAt(evidence.from),
      lastRow: this.#rowAt(evidence.to - 1),
      shift: 0,
      missing: evidence.missing,
      reading: evidence.code,
      code: codeOf(evidence.code, expectedCode),
      expectedCode,
      contradicted: isContradicted(evidence.code, expectedCode),
      deviating: evidence.deviating,
      issue,
      initiatives: [],
    };
    issue.strategies.push(strategy);
    this.#strategies.push(strategy);
    for (let index = evidence.from; index < evidence.to; index++) this.#addInitiative(strategy, index);
  }

  #addInitiative(strategy: GrowingStrategy, index: number): void {
    const reading = this.codes[index];
    if (!reading) return;
    const before = strategy.initiatives.at(-1)?.expectedCode.at(-1) ?? 0;
    const expectedCode = reading.codes.find((code) => isUnder(code, strategy.expectedCode)) ?? [...strategy.expectedCode, before + 1];
    const row = this.#rowAt(index);
    const initiative: Initiative = {
      level: "initiative",
      from: index,
      to: index + 1,
      row,
      lastRow: row,
      shift: this.table.rows[index]?.shift ?? 0,
      missing: false,
      reading,
      code: codeOf(reading, expectedCode),
      expectedCode,
      contradicted: isContradicted(reading, expectedCode),
      deviating: noCells,
      strategy,
    };
    strategy.initiatives.push(initiative);
    this.#initiatives.push(initiative);
  }

  #rowAt(index: number): number {
    return this.table.rows[index]?.row ?? 0;
  }
}

const noCells: Node["deviating"] = [];

/** The code that counts for a cell: of several readings of a date the settled one. */
function codeOf(reading: CodeReading, expectedCode: Code): Code {
  return reading.codes.find((code) => sameCode(code, expectedCode)) ?? reading.codes[0] ?? expectedCode;
}

function isContradicted(reading: CodeReading, expectedCode: Code): boolean {
  return reading.codes.length > 0 && !reading.codes.some((code) => sameCode(code, expectedCode));
}

/** Gives every issue its label: the one on its first row, else one with its number elsewhere. */
class LabelGiver {
  readonly #given = new Set<LabelCell>();

  constructor(
    readonly issues: readonly GrowingIssue[],
    readonly labels: readonly LabelCell[],
    readonly reader: FormReader,
    readonly hasLabels: boolean,
  ) {}

  give(): void {
    const onRow = new Map(this.labels.map((label) => [label.index, label]));
    for (const issue of this.issues) this.#set(issue, onRow.get(issue.from));
    const free = new Map<number, LabelCell>();
    for (const label of this.labels) {
      const number = label.code.codes[0]?.[0];
      if (number !== undefined && !this.#given.has(label) && !free.has(number)) free.set(number, label);
    }
    for (const issue of this.issues) if (!issue.label) this.#set(issue, free.get(issue.expectedCode[0] ?? 0));
    this.#giveRest();
  }

  #set(issue: GrowingIssue, label: LabelCell | undefined): void {
    issue.missing = this.hasLabels && !label;
    if (!label) return;
    this.#given.add(label);
    issue.label = label;
    issue.reading = label.code;
    issue.code = codeOf(label.code, issue.expectedCode);
    issue.contradicted = isContradicted(label.code, issue.expectedCode);
  }

  #giveRest(): void {
    let at = 0;
    for (const label of this.labels) {
      if (this.#given.has(label)) continue;
      while (at < this.issues.length - 1 && (this.issues[at]?.to ?? 0) <= label.index) at++;
      const issue = this.issues[at];
      if (issue) (this.#repeats(issue, label) ? issue.repeats : issue.strays).push(label);
    }
  }

  #repeats(issue: GrowingIssue, label: LabelCell): boolean {
    const [code] = label.code.codes;
    const sameTitle = this.reader.fold(label.code.title) === this.reader.fold(issue.label?.code.title ?? "");
    return !code || (sameCode(code, issue.expectedCode) && sameTitle);
  }
}
