import { makeStyles, tokens } from "@fluentui/react-components";
import type { CellWrite } from "../../core/model/changes.ts";
import type { JournalEntry } from "../../core/fixes/journal.ts";
import { describeChange } from "../../core/fixes/say.ts";
import { a1, a1Range, type CellPlace } from "../../core/model/address.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";

const useStyles = makeStyles({
  line: { display: "block", whiteSpace: "pre-wrap", overflowWrap: "anywhere" },
  place: { fontVariantNumeric: "tabular-nums", color: tokens.colorNeutralForeground2 },
  before: { textDecorationLine: "none", color: tokens.colorNeutralForeground2 },
  after: { fontWeight: tokens.fontWeightSemibold, textDecorationLine: "none" },
});

interface ChangeLinesProps {
  readonly cells: readonly Pick<CellWrite, "at" | "from" | "to" | "date1904">[];
  /** False for a single cell that is already named. */
  readonly withPlace: boolean;
}

/** The cells of a fix in the journal for display, with their sheet if another card is active. */
export function changedCells({ cells, sheet: id, name }: JournalEntry, front: string): ChangeLinesProps["cells"] {
  return cells.map(({ at, from, to, date1904 }) => ({ at: id !== front ? { ...at, sheet: { id, name } } : at, from: from ?? undefined, to, ...(date1904 !== undefined && { date1904 }) }));
}

/** What each cell holds before and after, with nothing hidden; neighbours that change alike are told once. */
export function ChangeLines({ cells, withPlace }: ChangeLinesProps) {
  const styles = useStyles();
  const words = useTexts();
  const language = useLanguage();
  const runs = alikeRuns(cells);
  return runs.map(({ first, last, cell, count }) => {
    const [before, after] = describeChange(cell, language);
    return (
      <span key={a1(first)} className={styles.line}>
        {(withPlace || cells.length > 1) && <span className={styles.place}>{count > 1 ? words.cells(a1Range(first, last), count) : a1(first)} </span>}
        <del className={styles.before}>{before}</del> {words.becomes} <ins className={styles.after}>{after}</ins>
      </span>
    );
  });
}

/** The change in a few words: what the first cell holds before and after, and how many more change. */
export function ChangeSummary({ cells }: Pick<ChangeLinesProps, "cells">) {
  const words = useTexts();
  const language = useLanguage();
  const [run] = alikeRuns(cells);
  if (!run) return null;
  return [describeChange(run.cell, language).join(` ${words.becomes} `), ...(cells.length > 1 ? [words.moreCells(cells.length)] : [])].join(" ");
}

interface Run {
  readonly first: CellPlace;
  readonly last: CellPlace;
  readonly count: number;
  readonly cell: ChangeLinesProps["cells"][number];
}

/** Cells one below the other, or side by side, that change alike. */
function alikeRuns(cells: ChangeLinesProps["cells"]): readonly Run[] {
  const runs: Run[] = [];
  for (const cell of cells) {
    const before = runs.at(-1);
    if (before && isAlike(before, cell)) runs[runs.length - 1] = { ...before, last: cell.at, count: before.count + 1 };
    else runs.push({ first: cell.at, last: cell.at, count: 1, cell });
  }
  return runs;
}

function isAlike({ first, last, cell }: Run, { at, from, to }: ChangeLinesProps["cells"][number]): boolean {
  const isSame = cell.from === from && cell.to === to && first.sheet?.id === at.sheet?.id;
  const isBelow = at.column === last.column && first.column === last.column && at.row === last.row + 1;
  const isBeside = at.row === last.row && first.row === last.row && at.column === last.column + 1;
  return isSame && (isBelow || isBeside);
}
