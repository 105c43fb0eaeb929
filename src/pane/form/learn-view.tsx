import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { Info16Regular, Warning16Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { CellPlace } from "../../core/model/address.ts";
import { wordRefusal } from "../../core/wording/refusals.ts";
import { LearnedParts } from "./learned-view.tsx";
import { LearnQuestions } from "./learn-questions.tsx";
import { LearnResult } from "./learn-result.tsx";
import { NameForm } from "./name-form.tsx";
import type { Learner, LearnState, Proposed } from "../state/inference.ts";
import { Notice } from "../ui/notice.tsx";
import { sayLearning } from "./say-learning.ts";
import { useStore } from "../state/store.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";
import { ViewHead } from "../ui/view-head.tsx";

const useStyles = makeStyles({
  frame: { position: "relative", flex: "1 1 0", minHeight: 0, minWidth: 0, overflowY: "auto", padding: "10px 16px 16px", display: "flex", flexDirection: "column", gap: "16px", backgroundColor: tokens.colorNeutralBackground2 },
  help: { margin: 0, overflowWrap: "anywhere" },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px" },
  hidden: { position: "absolute", width: "1px", height: "1px", margin: "-1px", overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" },
});

interface LearnViewProps {
  readonly learner: Learner;
  /** Shows a cell of the sheet that is being read. */
  readonly onSelect: (place: CellPlace) => void;
}

/** Begins to learn a form from the sheet in front. */
export function LearnButton({ learner }: { readonly learner: Learner }) {
  const words = useTexts();
  return <Button onClick={() => void learner.read()}>{words.learn.begin}</Button>;
}

/** What was learned from the sheet, what is in doubt, and the way to use it; nothing while no form is learned. */
export function LearnView({ learner, onSelect }: LearnViewProps) {
  const styles = useStyles();
  const words = useTexts();
  const language = useLanguage();
  const { learning } = useStore(learner);
  if (learning.phase === "idle") return null;
  return (
    <section className={styles.frame} aria-label={words.learn.title}>
      <ViewHead title={words.learn.title} topic="learn" />
      {learning.phase === "proposed" ? (
        <>
          <p className={styles.help}>{words.learn.from(learning.proposal.evidence.sheet.name)}</p>
          <LearnResult proposed={learning} />
          <LearnQuestions learner={learner} asked={learning.proposal.asked} onSelect={onSelect} />
          <LearnedParts proposed={learning} onSelect={onSelect} />
          <NameForm learner={learner} proposed={learning} />
        </>
      ) : (
        <Waiting learner={learner} state={learning} />
      )}
      <div className={styles.hidden} role="status">
        {sayLearning(learning, language)}
      </div>
    </section>
  );
}

interface WaitingProps {
  readonly learner: Learner;
  readonly state: Exclude<LearnState, Proposed>;
}

/** While there is no proposal: why, and what to do. */
function Waiting({ learner, state }: WaitingProps) {
  const styles = useStyles();
  const words = useTexts().learn;
  const language = useLanguage();
  return (
    <>
      {state.phase === "refused" ? (
        <Message icon={<Warning16Regular />} text={words.refused} help={wordRefusal(state.code, state.detail, language)} />
      ) : state.phase === "nothing" ? (
        <Message icon={<Info16Regular />} text={words.nothing} help={words.nothingHelp} />
      ) : (
        <Notice icon={<Spinner size="tiny" />} text={words.reading} />
      )}
      <div className={styles.actions}>
        {state.phase !== "reading" && (
          <Button appearance="primary" onClick={() => void learner.read()}>
            {words.again}
          </Button>
        )}
        <Button onClick={() => learner.leave()}>{words.leave}</Button>
      </div>
    </>
  );
}

function Message({ icon, text, help }: { readonly icon: ReactNode; readonly text: string; readonly help: string }) {
  const styles = useStyles();
  return (
    <>
      <Notice icon={icon} text={text} />
      <p className={styles.help}>{help}</p>
    </>
  );
}
