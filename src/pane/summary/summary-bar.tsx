import { CheckmarkCircle16Regular, Question16Regular, Warning16Regular } from "@fluentui/react-icons";
import { Button } from "../ui/button.tsx";
import { Spinner } from "../ui/spinner.tsx";
import { sayRefusal } from "../../core/wording/refused-acts.ts";
import { TechnicalText } from "../ui/technical-text.tsx";
import { DismissButton, Notice } from "../ui/notice.tsx";
import { useRefusalWords } from "../texts/refusal-words.ts";
import { describeSummary } from "./say-summary.ts";
import { summaryWords } from "./summary-words.ts";
import { useStore } from "../state/store.ts";
import type { Summarizer } from "../state/summarizer.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";

/** Makes the summary sheets. */
export function SummaryButton({ summarizer }: { readonly summarizer: Summarizer }) {
  const words = useTexts();
  const language = useLanguage();
  const { summary } = useStore(summarizer);
  return (
    <Button disabledFocusable={summary.phase === "busy"} onClick={() => void summarizer.make(language)}>
      {words.summarize}
    </Button>
  );
}

/** Asks the questions of summing up and tells its result; nothing before the start. */
export function SummaryNotice({ summarizer }: { readonly summarizer: Summarizer }) {
  const language = useLanguage();
  const words = summaryWords[language];
  const again = useRefusalWords();
  const { summary } = useStore(summarizer);
  const text = describeSummary(summary, summarizer.isUndoable, language);
  const dismiss = <DismissButton onDismiss={() => summarizer.dismiss()} />;
  switch (summary.phase) {
    case "idle":
      return null;
    case "busy":
      return <Notice icon={<Spinner />} text={text} />;
    case "asking":
      return (
        <Notice icon={<Question16Regular />} text={text}>
          <Button size="small" onClick={() => void summarizer.decide("another")}>
            {words.makeAnother}
          </Button>
          <Button size="small" onClick={() => void summarizer.decide("overwrite")}>
            {words.overwrite}
          </Button>
          {dismiss}
        </Notice>
      );
    case "made":
      return (
        <Notice icon={<CheckmarkCircle16Regular />} text={text}>
          <Button size="small" onClick={() => void summarizer.open()}>
            {words.open}
          </Button>
          <Button size="small" onClick={() => void summarizer.takeAway()}>
            {words.takeAway}
          </Button>
          {dismiss}
        </Notice>
      );
    case "refused":
      return (
        <Notice icon={<Warning16Regular />} text={text}>
          <TechnicalText text={sayRefusal("build", summary, language).technical} />
          {summary.code === "protected" && summarizer.canMakeElsewhere && (
            <Button size="small" onClick={() => void summarizer.makeElsewhere()}>
              {words.makeElsewhere}
            </Button>
          )}
          <Button size="small" onClick={() => void summarizer.make(language)}>
            {again.tryAgain}
          </Button>
          {dismiss}
        </Notice>
      );
    default:
      return (
        <Notice icon={<CheckmarkCircle16Regular />} text={text}>
          {dismiss}
        </Notice>
      );
  }
}
