import { makeStyles, tokens } from "@fluentui/react-components";
import { Dismiss16Regular, Info16Regular, Warning16Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { sayRefusal } from "../../core/wording/refused-acts.ts";
import { useRefusalWords } from "../../pane/texts/refusal-words.ts";
import { useLanguage } from "../../pane/texts/texts.ts";
import { TechnicalText } from "../../pane/ui/technical-text.tsx";
import type { RefusedAct, TaskPaneState } from "../state/task-pane-state.ts";
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
  body: { flex: "1 1 0", minWidth: 0 },
  text: { margin: 0, overflowWrap: "anywhere" },
  actions: { display: "flex", flexWrap: "wrap", alignItems: "flex-start", justifyContent: "space-between", gap: "4px 8px", paddingTop: "4px" },
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
        <Notice
          icon={<Info16Regular />}
          actions={
            <Button size="small" onClick={() => taskPane.renewMarks()}>
              {words.renewMarks}
            </Button>
          }
        >
          {words.oldMarks}
        </Notice>
      )}
      {refusal && <RefusedNotice taskPane={taskPane} refused={refusal} />}
    </div>
  );
}

/** What was refused, with the way to try it again. */
function RefusedNotice({ taskPane, refused: { act, refusal, again } }: { readonly taskPane: TaskPane; readonly refused: RefusedAct }) {
  const words = useRefusalWords();
  const { said, technical } = sayRefusal(act, refusal, useLanguage());
  const actions = (
    <>
      <TechnicalText text={technical} />
      {again && (
        <Button size="small" onClick={() => void taskPane.store.tryAgain()}>
          {words.tryAgain}
        </Button>
      )}
    </>
  );
  return (
    <Notice icon={<Warning16Regular />} actions={actions} onDismiss={() => taskPane.dismiss()}>
      {said}
    </Notice>
  );
}

interface NoticeProps {
  readonly icon: ReactNode;
  readonly children: string;
  readonly actions?: ReactNode;
  readonly onDismiss?: () => void;
}

function Notice({ icon, children, actions, onDismiss }: NoticeProps) {
  const styles = useStyles();
  const words = useTaskTexts();
  return (
    <div className={styles.notice}>
      {icon}
      <div className={styles.body}>
        <p className={styles.text}>{children}</p>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {onDismiss && <Button size="small" appearance="subtle" icon={<Dismiss16Regular />} aria-label={words.dismiss} title={words.dismiss} onClick={onDismiss} />}
    </div>
  );
}
