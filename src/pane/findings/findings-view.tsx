import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Regular, CheckmarkCircleRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { ActiveSheet, SheetCheck } from "../state/host-adapter.ts";
import { EntryList } from "./entry-list.tsx";
import { ListBar } from "./list-bar.tsx";
import { FixArea, FixTop } from "../fixes/fix-part.tsx";
import { QuestionsPart } from "../form/questions-part.tsx";
import { Notice } from "../ui/notice.tsx";
import { SearchBar } from "./search-bar.tsx";
import { ReplyPart } from "./reply-part.tsx";
import { checkedParts } from "../texts/say-news.ts";
import type { Session } from "../state/session.ts";
import { MessageFrame } from "../frame/state-message.tsx";
import type { SessionState } from "../state/state.ts";
import { useStore } from "../state/store.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";
import { useWayBack } from "../ui/use-way-back.ts";

const useStyles = makeStyles({
  tools: { display: "flex", flexDirection: "column", gap: "6px", padding: "6px 16px", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
});

/** Gets the focus back when the letters are closed. */
const replyButton = "send-back";

interface FindingsViewProps {
  readonly session: Session;
  readonly state: SessionState;
  readonly check: SheetCheck;
  readonly sheet: ActiveSheet;
}

/** What was found, with the ways to look through it and to fix it. */
export function FindingsView({ session, state, check, sheet }: FindingsViewProps) {
  const styles = useStyles();
  const words = useTexts();
  const language = useLanguage();
  const [isWriting, setWriting] = useState(false);
  const { findings, marks } = check.inspection;
  const { view } = useStore(session.fixer);
  useWayBack(isWriting, replyButton);
  const isEmpty = findings.length + marks.length + check.accepted.size === 0;
  const isListed = !isEmpty && view === "findings";
  if (isWriting) return <ReplyPart sheet={sheet} check={check} onLeave={() => setWriting(false)} />;
  return (
    <>
      {view === "findings" && <QuestionsPart session={session} inspection={check.inspection} />}
      <div className={styles.tools}>
        {isListed && <ListBar session={session} grouping={state.grouping} marksShown={state.marksShown} check={check} />}
        {isListed && findings.length === 0 && <Notice icon={<CheckmarkCircle16Regular />} text={`${words.clean} ${checkedParts(check, language)}`} />}
        {isListed && <SearchBar session={session} check={check} filter={state.filter} />}
        <FixTop fixer={session.fixer} sheet={sheet} check={check}>
          {findings.length > 0 && (
            <Button id={replyButton} size="small" appearance="subtle" title={words.reply} aria-label={words.reply} onClick={() => setWriting(true)}>
              {words.replyShort}
            </Button>
          )}
        </FixTop>
      </div>
      <FixArea fixer={session.fixer} sheet={sheet} check={check}>
        {isEmpty ? <MessageFrame icon={<CheckmarkCircleRegular />} title={words.clean} help={checkedParts(check, language)} /> : <EntryList session={session} state={state} sheet={sheet} check={check} />}
      </FixArea>
    </>
  );
}
