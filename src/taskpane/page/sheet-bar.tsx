import { makeStyles, tokens } from "@fluentui/react-components";
import type { SheetInfo } from "../../core/model/grid.ts";
import { shownCheck } from "../../pane/state/checks.ts";
import type { CheckState, SessionState } from "../../pane/state/state.ts";
import type { TaskPaneState } from "../state/task-pane-state.ts";
import type { TaskPane } from "../state/task-pane.ts";
import { useTaskTexts, type TaskTexts } from "./texts.ts";
import { Button } from "../../pane/ui/button.tsx";
import { Select } from "../../pane/ui/select.tsx";

const useStyles = makeStyles({
  bar: { display: "flex", alignItems: "center", gap: "8px", padding: "8px 16px", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  grow: { flex: "1 1 0", minWidth: 0 },
  button: { flex: "none", minWidth: 0, whiteSpace: "nowrap" },
});

interface SheetBarProps {
  readonly taskPane: TaskPane;
  readonly state: TaskPaneState;
  readonly session: SessionState;
}

/** The workbook's sheets with the results of their checks, and a button that checks all. Nothing for a single sheet. */
export function SheetBar({ taskPane, state: { sheets, scan }, session: { sheet, checks } }: SheetBarProps) {
  const styles = useStyles();
  const words = useTaskTexts();
  if (sheets.length < 2) return null;
  if (scan) {
    return (
      <div className={styles.bar}>
        <span className={styles.grow} role="status">
          {words.scanned(scan.done, scan.of)}
        </span>
        <Button size="small" className={styles.button} onClick={() => taskPane.stopScan()}>
          {words.stop}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.bar}>
      <Select className={styles.grow} label={words.sheet} value={sheet?.id ?? ""} onChoose={(id) => void taskPane.choose(id)}>
        {sheets.map((each) => (
          <option key={each.id} value={each.id}>
            {describeFound(each, checks.get(each.id), words)}
          </option>
        ))}
      </Select>
      <Button size="small" className={styles.button} onClick={() => void taskPane.checkAll()}>
        {words.checkAll}
      </Button>
      {sheets.filter(({ id }) => holdsTable(checks.get(id))).length > 1 && (
        <Button size="small" className={styles.button} title={words.listHelp} onClick={() => taskPane.session.look("received")}>
          {words.list}
        </Button>
      )}
    </div>
  );
}

function holdsTable(state: CheckState | undefined): boolean {
  return state !== undefined && shownCheck(state) !== null;
}

function describeFound({ name, hidden }: SheetInfo, state: CheckState | undefined, words: TaskTexts): string {
  const said = hidden ? words.hidden(name) : name;
  if (state?.phase === "own") return words.own(said);
  if (state?.phase !== "checked") return said;
  return state.check ? words.findings(said, state.check.inspection.findings.length) : words.noTable(said);
}
