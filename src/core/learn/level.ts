import type { Level } from "./levels.ts";
import type { CodeColumn } from "./codes.ts";
import type { ColumnEvidence, Standing } from "./evidence.ts";

export interface LevelGuess {
  readonly level: Level;
  readonly sure: boolean;
}

/** So few rows below a block's first say nothing about a column. */
const fewRows = 3;

/**
 * The level whose blocks a column's cells stand on. A column that stands on every row is an initiative's, unless it
 * is filled down like the columns beside it; the column's place among the codes decides where the cells do not.
 */
export function guessLevel(column: ColumnEvidence, codes: ReadonlyMap<Level, CodeColumn>, filledDown: boolean): LevelGuess {
  const byPlace = levelOfPlace(column.place, codes);
  const { issueRows, strategyRows, otherRows } = column.standing;
  const onFirst = share(issueRows) >= 0.5 || share(strategyRows) >= 0.5;
  const onOthers = share(otherRows);
  if (otherRows.rows === 0 || (!onFirst && onOthers < 0.5)) return { level: byPlace, sure: true };
  if (onOthers <= 0.2) return ofBlocks(byPlace, issueRows, strategyRows, otherRows);
  if (onOthers < 0.5) return { level: byPlace, sure: false };
  if (!filledDown) return { level: "initiative", sure: true };
  return ofFilledDown(byPlace, column);
}

/** Cells on blocks' first rows only: an issue's where they are left out on its later strategies. One such row may be a fault. */
function ofBlocks(byPlace: Level, issueRows: Standing, strategyRows: Standing, otherRows: Standing): LevelGuess {
  const level: Level = strategyRows.rows > 0 && share(strategyRows) <= 0.2 && share(issueRows) >= 0.5 ? "issue" : "strategy";
  if (strategyRows.rows <= 1 && byPlace !== "initiative") return { level: byPlace, sure: true };
  return { level, sure: level === byPlace || otherRows.rows >= fewRows };
}

function ofFilledDown(byPlace: Level, { standing, texts }: ColumnEvidence): LevelGuess {
  const { strategyRows, otherRows } = standing;
  if (otherRows.same < 0.9 * otherRows.filled) return { level: "initiative", sure: true };
  const level = byPlace === "issue" && strategyRows.same < 0.9 * strategyRows.filled ? "strategy" : byPlace;
  const cells = texts.map(({ count }) => count);
  const deviating = cells.reduce((sum, count) => sum + count, 0) - cells.reduce((most, count) => Math.max(most, count), 0);
  const variesByBlock = deviating >= 0.25 * (otherRows.filled + strategyRows.filled) && otherRows.filled >= fewRows;
  return { level, sure: level !== "initiative" || !variesByBlock };
}

/** Columns stand right of their level's code. */
function levelOfPlace(place: number, codes: ReadonlyMap<Level, CodeColumn>): Level {
  const strategy = codes.get("strategy")?.place;
  const initiative = codes.get("initiative")?.place ?? 0;
  if (place > initiative) return "initiative";
  return strategy !== undefined && place > strategy ? "strategy" : codes.has("issue") ? "issue" : "strategy";
}

/** The share of filled cells; 0 where there are no such rows. */
function share({ filled, rows }: Standing): number {
  return rows === 0 ? 0 : filled / rows;
}
