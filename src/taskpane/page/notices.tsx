import { makeStyles, tokens } from "@fluentui/react-components";
import { Dismiss16Regular, Info16Regular, Warning16Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { describeRefusal } from "../../core/wording/refusals.ts";
import { useLanguage } from "../../pane/texts/texts.ts";
import type { TaskPaneState } from "../state/task-pane-state.ts";
import type { TaskPane } from "../state/task-pane.ts";
import { useTaskTexts } from "./texts.ts";
import { Button } from "../../pane/ui/button.tsx";

const useStyles = makeStyles({
  notice: {
    display: "flex",
    alignItems: "flex-start",
    gap: "8px",
    padding: "8px 16px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    "& svg": { flex: "none", marginTop: "2px" },
  },
  text: { flex: "1 1 0", minWidth: 0, margin: 0, overflowWrap: "anywhere" },
  action: { flex: "none" },
});

interface NoticesProps {
  readonly taskPane: TaskPane;
  readonly state: TaskPaneState;
  /** True where the shown sheet has the marks of an earlier check. */
  readonly hasOldMarks: boolean;
}

/** Notices for the user: announced as they appear, without moving the focus. */
export function Notices({ taskPane, state, hasOldMarks }: NoticesProps) {
  const words = useTaskTexts();
  const language = useLanguage();
  const { editing, assumed, refusal, stale } = state;
  return (
    <div role="status">
      {editing && <Notice icon={<Info16Regular />}>{words.editing[editing]}</Notice>}
      {[...assumed].map((what) => (
        <Notice key={what} icon={<Info16Regular />}>
          {words.assumed[what]}
        </Notice>
      ))}
      {stale && <Notice icon={<Info16Regular />}>{words.stale}</Notice>}
      {hasOldMarks && (
        <Notice icon={<Info16Regular />} action={{ name: words.renewMarks, act: () => taskPane.renewMarks() }}>
          {words.oldMarks}
        </Notice>
      )}
      {refusal && (
        <Notice icon={<Warning16Regular />} onDismiss={() => taskPane.dismiss()}>
          {describeRefusal(refusal.code, refusal.detail, language)}
        </Notice>
      )}
    </div>
  );
}

interface NoticeProps {
  readonly icon: ReactNode;
  readonly children: string;
  readonly action?: { readonly name: string; readonly act: () => void };
  readonly onDismiss?: () => void;
}

function Notice({ icon, children, action, onDismiss }: NoticeProps) {
  const styles = useStyles();
  const words = useTaskTexts();
  return (
    <div className={styles.notice}>
      {icon}
      <p className={styles.text}>{children}</p>
      {action && (
        <Button size="small" className={styles.action} onClick={action.act}>
          {action.name}
        </Button>
      )}
      {onDismiss && <Button size="small" appearance="subtle" icon={<Dismiss16Regular />} aria-label={words.dismiss} title={words.dismiss} onClick={onDismiss} />}
    </div>
  );
}
