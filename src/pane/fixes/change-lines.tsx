import { makeStyles, tokens } from "@fluentui/react-components";
import type { CellWrite } from "../../core/model/changes.ts";
import type { JournalEntry } from "../../core/fixes/journal.ts";
import { describeChange } from "../../core/fixes/say.ts";
import { a1 } from "../../core/model/address.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";

const useStyles = makeStyles({
  line: { display: "block", whiteSpace: "pre-wrap", overflowWrap: "anywhere" },
  place: { fontVariantNumeric: "tabular-nums", color: tokens.colorNeutralForeground2 },
  before: { textDecorationLine: "none", color: tokens.colorNeutralForeground2 },
  after: { fontWeight: tokens.fontWeightSemibold, textDecorationLine: "none" },
});

interface ChangeLinesProps {
  readonly cells: readonly Pick<CellWrite, "at" | "from" | "to">[];
  /** False for a single cell that is already named. */
  readonly withPlace: boolean;
}

/** The cells of a fix in the journal for display, with their sheet if another card is active. */
export function changedCells({ cells, sheet: id, name }: JournalEntry, front: string): ChangeLinesProps["cells"] {
  return cells.map(({ at, from, to }) => ({ at: id !== front ? { ...at, sheet: { id, name } } : at, from: from ?? undefined, to }));
}

/** The contents of each cell before and after, with hidden characters made visible. */
export function ChangeLines({ cells, withPlace }: ChangeLinesProps) {
  const styles = useStyles();
  const words = useTexts();
  const language = useLanguage();
  return cells.map((cell) => {
    const [before, after] = describeChange(cell, language);
    return (
      <span key={a1(cell.at)} className={styles.line}>
        {(withPlace || cells.length > 1) && <span className={styles.place}>{a1(cell.at)} </span>}
        <del className={styles.before}>{before}</del> {words.becomes} <ins className={styles.after}>{after}</ins>
      </span>
    );
  });
}
