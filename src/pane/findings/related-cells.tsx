import { makeStyles } from "@fluentui/react-components";
import { a1, type CellPlace } from "../../core/model/address.ts";
import type { Session } from "../state/session.ts";
import { useTexts } from "../texts/texts.ts";
import { Link } from "../ui/link.tsx";

/** Cells that are named before the rest is counted. */
const mostCells = 8;

const useStyles = makeStyles({
  // Above the button that covers the card.
  cells: { position: "relative", zIndex: 1, display: "inline-flex", flexWrap: "wrap", columnGap: "8px" },
});

interface RelatedCellsProps {
  readonly session: Session;
  readonly cells: readonly CellPlace[];
  /** True in the one card of the list that Tab reaches. */
  readonly isStop: boolean;
}

/** The other cells that a finding is about, each a way there. */
export function RelatedCells({ session, cells, isStop }: RelatedCellsProps) {
  const styles = useStyles();
  const words = useTexts();
  return (
    <span className={styles.cells}>
      {cells.slice(0, mostCells).map((cell) => (
        <Link key={a1(cell)} tabIndex={isStop ? 0 : -1} onClick={() => session.adapter.select(cell)}>
          {a1(cell)}
        </Link>
      ))}
      {cells.length > mostCells && words.andMore(cells.length - mostCells)}
    </span>
  );
}
