import type { Code } from "../form/code.ts";
import type { Level } from "../form/levels.ts";
import type { CellPlace } from "../model/address.ts";
import type { LabelCell } from "./blocks.ts";
import type { CodeReading } from "./code-reading.ts";

/** An issue, a strategy or an initiative of the sheet. Every node keeps its cells. */
export interface Node {
  readonly level: Level;
  /** Its rows in `table.rows`; `to` is not in it. */
  readonly from: number;
  readonly to: number;
  /** Its first and last row on the sheet, zero-based. */
  readonly row: number;
  readonly lastRow: number;
  /** How far right of their columns its cells stand. */
  readonly shift: number;
  /** True where rows below it name it, but nothing of it stands on the sheet. */
  readonly missing: boolean;
  readonly reading: CodeReading;
  /** The code as read, the expected one where it is unreadable. */
  readonly code: Code | undefined;
  /** The code that its place asks for: the one read, unless the codes around it contradict it. */
  readonly expectedCode: Code;
  /** True where the codes around it say that its code is wrong. */
  readonly contradicted: boolean;
  /** Cells below its first row that say something else than it. */
  readonly deviating: readonly CellPlace[];
}

export interface Initiative extends Node {
  readonly level: "initiative";
  readonly strategy: Strategy;
}

export interface Strategy extends Node {
  readonly level: "strategy";
  readonly issue: Issue;
  readonly initiatives: readonly Initiative[];
}

export interface Issue extends Node {
  readonly level: "issue";
  readonly strategies: readonly Strategy[];
  readonly label: LabelCell | undefined;
  /** Labels inside its rows that say it again in another way. */
  readonly repeats: readonly LabelCell[];
  /** Labels inside its rows that name another issue, or the same number for another one. */
  readonly strays: readonly LabelCell[];
}

export type TreeNode = Issue | Strategy | Initiative;
