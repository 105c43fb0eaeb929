import { makeStyles, Switch, tokens } from "@fluentui/react-components";
import { memo } from "react";
import type { SheetCheck } from "../state/host-adapter.ts";
import { MarkLegend } from "../review/mark-legend.tsx";
import { SegmentedChoice } from "../ui/segmented-choice.tsx";
import type { Session } from "../state/session.ts";
import type { Grouping } from "../state/state.ts";
import { useTexts } from "../texts/texts.ts";

const groupings = ["row", "rule"] as const satisfies readonly Grouping[];

const useStyles = makeStyles({
  bar: { display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between", gap: "4px" },
  marks: { margin: "0 -8px", "& label": { fontSize: tokens.fontSizeBase200, paddingTop: "4px", paddingBottom: "4px" }, "& .fui-Switch__indicator": { marginTop: "4px", marginBottom: "4px" } },
});

interface ListBarProps {
  readonly session: Session;
  readonly grouping: Grouping;
  readonly marksShown: boolean;
  readonly check: SheetCheck;
}

/** How the list is grouped, and the marks in the sheet. */
export const ListBar = memo(function ListBar({ session, grouping, marksShown, check }: ListBarProps) {
  const styles = useStyles();
  const words = useTexts();
  const { findings, marks } = check.inspection;
  return (
    <div className={styles.bar}>
      {findings.length > 0 && (
        <SegmentedChoice
          label={words.grouping}
          options={groupings.map((value) => ({ value, word: words.groupings[value] }))}
          chosen={grouping}
          onChoose={(chosen) => session.group(chosen)}
        />
      )}
      {marks.length > 0 && (
        <Switch className={styles.marks} label={words.marks} checked={marksShown} onChange={(_, { checked }) => session.showMarks(checked)} />
      )}
      {marks.length > 0 && marksShown && <MarkLegend />}
    </div>
  );
});
