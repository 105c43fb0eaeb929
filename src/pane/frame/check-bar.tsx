import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { ClipboardTaskListLtr20Regular } from "@fluentui/react-icons";
import { memo } from "react";
import type { Session } from "../state/session.ts";
import type { CheckState } from "../state/state.ts";
import { useTexts } from "../texts/texts.ts";

const useStyles = makeStyles({
  busy: { display: "grid", gridTemplateColumns: "1fr auto", alignItems: "center", gap: "6px 12px", minHeight: "40px" },
  rest: { display: "grid" },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  cancel: { gridRow: "1 / span 2", gridColumn: "2" },
});

interface CheckBarProps {
  readonly session: Session;
  readonly sheetId: string;
  readonly state: CheckState;
}

/** The one large button; while a check takes long, its progress and a way to stop it: the same button, so that it keeps the focus. */
export const CheckBar = memo(function CheckBar({ session, sheetId, state }: CheckBarProps) {
  const styles = useStyles();
  const words = useTexts();
  const isSlow = state.phase === "busy" && state.slow;
  return (
    <div className={isSlow ? styles.busy : styles.rest}>
      {isSlow && (
        <span className={styles.label} id="check-progress">
          {words.busy} {Math.round(state.done * 100)} %
        </span>
      )}
      {isSlow && <ProgressBar value={state.done} thickness="large" aria-labelledby="check-progress" />}
      {isSlow ? (
        <Button className={styles.cancel} onClick={() => session.cancel(sheetId)}>
          {words.cancel}
        </Button>
      ) : (
        <Button appearance="primary" size="large" icon={<ClipboardTaskListLtr20Regular />} onClick={() => void session.check(sheetId)}>
          {words.check}
        </Button>
      )}
    </div>
  );
});
