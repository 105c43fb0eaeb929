import { Info16Regular, Warning16Regular } from "@fluentui/react-icons";
import { useRefusalWords } from "../../pane/texts/refusal-words.ts";
import { useRefusals } from "../../pane/ui/use-refusals.ts";
import { useLanguage } from "../../pane/texts/texts.ts";
import { TechnicalText } from "../../pane/ui/technical-text.tsx";
import type { RefusedAct, TaskPaneState } from "../state/task-pane-state.ts";
import type { TaskPane } from "../state/task-pane.ts";
import { FrameNotice } from "./frame-notice.tsx";
import { useNoticeTexts } from "./notice-texts.ts";
import { Button } from "../../pane/ui/button.tsx";
import { NextVisible, UnseenNotice } from "./unseen.tsx";

export interface NoticesProps {
  readonly taskPane: TaskPane;
  readonly state: TaskPaneState;
  /** True where the shown sheet does not have the marks of its last check. */
  readonly hasOldMarks: boolean;
}

/** The notices that there are. */
export function NoticeList({ taskPane, state, hasOldMarks }: NoticesProps) {
  const words = useNoticeTexts();
  const { editing, assumed, unseen, refusals, stale } = state;
  // Of an edit that is waited for, one sentence tells.
  const shown = editing ? refusals.filter(({ refusal }) => refusal.code !== "editing") : refusals;
  return (
    <>
      {editing && <FrameNotice icon={<Info16Regular />}>{words.editing[editing]}</FrameNotice>}
      {[...assumed].map((what) => (
        <FrameNotice key={what} icon={<Info16Regular />}>
          {words.assumed[what]}
        </FrameNotice>
      ))}
      {stale && <FrameNotice icon={<Info16Regular />}>{words.stale}</FrameNotice>}
      {hasOldMarks && (
        <FrameNotice
          icon={<Info16Regular />}
          actions={
            <Button size="small" onClick={() => taskPane.renewMarks()}>
              {words.renewMarks}
            </Button>
          }
        >
          {words.oldMarks}
        </FrameNotice>
      )}
      {unseen && <UnseenNotice taskPane={taskPane} unseen={unseen} />}
      {shown.map((refused) => (
        <RefusedNotice key={`${refused.act} ${refused.refusal.code}`} taskPane={taskPane} refused={refused} />
      ))}
    </>
  );
}

/** What was refused, with the way to try it again. */
function RefusedNotice({ taskPane, refused }: { readonly taskPane: TaskPane; readonly refused: RefusedAct }) {
  const { act, refusal, again } = refused;
  const words = useRefusalWords();
  const { said, technical } = useRefusals(true).sayRefusal(act, refusal, useLanguage());
  const actions = (
    <>
      <TechnicalText text={technical} />
      {act === "select" && ["hidden-sheet", "very-hidden-sheet"].includes(refusal.code) && <NextVisible taskPane={taskPane} />}
      {again && (
        <Button size="small" onClick={() => void taskPane.store.tryAgain(refused)}>
          {words.tryAgain}
        </Button>
      )}
    </>
  );
  return (
    <FrameNotice icon={<Warning16Regular />} actions={actions} onDismiss={() => taskPane.store.drop(refused)}>
      {said}
    </FrameNotice>
  );
}
