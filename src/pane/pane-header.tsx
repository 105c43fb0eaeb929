import { makeStyles, tokens } from "@fluentui/react-components";
import { memo } from "react";
import { a1Range } from "../core/grid/address.ts";
import type { FrontSheet, SheetCheck } from "./desk.ts";
import { useTexts } from "./texts.ts";

const useStyles = makeStyles({
  header: { display: "flex", flexDirection: "column", gap: "2px", minWidth: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  source: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: "anywhere" },
  facts: { margin: "4px 0 0", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, display: "flex", flexWrap: "wrap", columnGap: "12px" },
});

interface PaneHeaderProps {
  readonly sheet: FrontSheet | undefined;
  readonly check: SheetCheck | null;
}

/** Which sheet and range was read, and what it holds. */
export const PaneHeader = memo(function PaneHeader({ sheet, check }: PaneHeaderProps) {
  const styles = useStyles();
  const words = useTexts();
  return (
    <header className={styles.header}>
      <h2 className={styles.title}>{sheet?.name ?? words.pane}</h2>
      {sheet && <p className={styles.source}>{sheet.source}</p>}
      {check && (
        <p className={styles.facts}>
          <span>{words.range(a1Range(check.inspection.table.first, check.inspection.table.last))}</span>
          <span>{words.counts(check.inspection.counts)}</span>
          {check.hiddenRows > 0 && <span>{words.hiddenRows(check.hiddenRows)}</span>}
        </p>
      )}
    </header>
  );
});
