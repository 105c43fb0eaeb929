import { CheckmarkCircle16Regular, CheckmarkCircleRegular } from "@fluentui/react-icons";
import { activeState, shownCheck } from "../state/checks.ts";
import type { Inspection } from "../../core/model/finding.ts";
import type { ActiveSheet, SheetCheck } from "../state/host-adapter.ts";
import { EntryList } from "./entry-list.tsx";
import { FixArea } from "../fixes/fix-part.tsx";
import { MoreLine } from "./more-line.tsx";
import { Notice } from "../ui/notice.tsx";
import { checkedParts } from "../texts/say-news.ts";
import type { Session } from "../state/session.ts";
import { MessageFrame } from "../frame/state-message.tsx";
import type { SessionState } from "../state/state.ts";
import { useStore } from "../state/store.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";
import { later } from "../ui/later.tsx";

const OneByOne = later(async () => (await import("./one-by-one.tsx")).OneByOne);
const QuestionsPart = later(async () => (await import("../form/questions-part.tsx")).QuestionsPart);

interface FindingsViewProps {
  readonly session: Session;
  readonly state: SessionState;
  readonly check: SheetCheck;
  readonly sheet: ActiveSheet;
}

/** What was found, or in its place the choice or the history of fixes. */
export function FindingsView({ session, state, check, sheet }: FindingsViewProps) {
  const words = useTexts();
  const language = useLanguage();
  const { view } = useStore(session.fixer);
  const isClean = check.inspection.findings.length === 0;
  return (
    <>
      {view === "findings" && asks(check.inspection) && <QuestionsPart session={session} inspection={check.inspection} />}
      {view === "findings" && isClean && check.accepted.size > 0 && <Notice icon={<CheckmarkCircle16Regular />} text={`${words.clean} ${checkedParts(check, language)}`} />}
      {view === "findings" && <MoreLine more={check.inspection.more} />}
      <FixArea fixer={session.fixer} sheet={sheet} check={check} isLate={shownCheck(activeState(state)) !== check}>
        {isClean && check.accepted.size === 0 ? (
          <MessageFrame icon={<CheckmarkCircleRegular />} title={words.clean} help={checkedParts(check, language)} />
        ) : state.view === "single" && !isClean ? (
          <OneByOne session={session} state={state} sheet={sheet} check={check} />
        ) : (
          <EntryList session={session} state={state} sheet={sheet} check={check} />
        )}
      </FixArea>
    </>
  );
}

/** Whether there is, or was, something to ask about the form. */
function asks({ questions, answered, form }: Inspection): boolean {
  return questions.length + answered.length > 0 || form.from === "file";
}

/** The rows that must be looked at again, and why. */
export function ReviewView({ session, state, check, sheet }: FindingsViewProps) {
  const words = useTexts();
  if (check.inspection.marks.length === 0) return <MessageFrame icon={<CheckmarkCircleRegular />} title={words.noReview} help={words.noReviewHelp} />;
  return <EntryList session={session} state={state} sheet={sheet} check={check} />;
}
