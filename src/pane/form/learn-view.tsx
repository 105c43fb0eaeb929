import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { Info16Regular, Warning16Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { CellPlace } from "../../core/model/address.ts";
import { describeRefusal } from "../../core/wording/refusals.ts";
import { InferredParts } from "./learned-view.tsx";
import { InferenceQuestions } from "./learn-questions.tsx";
import { InferenceResult } from "./learn-result.tsx";
import { NameForm } from "./name-form.tsx";
import type { Inference, InferenceState, Proposed } from "../state/inference.ts";
import { Notice } from "../ui/notice.tsx";
import { describeInference } from "./say-learning.ts";
import { useStore } from "../state/store.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";
import { ViewHead } from "../ui/view-head.tsx";

const useStyles = makeStyles({
  frame: { position: "relative", flex: "1 1 0", minHeight: 0, minWidth: 0, overflowY: "auto", padding: "10px 16px 16px", display: "flex", flexDirection: "column", gap: "16px", backgroundColor: tokens.colorNeutralBackground2 },
  help: { margin: 0, overflowWrap: "anywhere" },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px" },
  hidden: { position: "absolute", width: "1px", height: "1px", margin: "-1px", overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" },
});

interface InferenceViewProps {
  readonly inference: Inference;
  /** Shows a cell of the sheet that is being read. */
  readonly onSelect: (place: CellPlace) => void;
}

/** Begins to learn a form from the sheet in front. */
export function InferButton({ inference }: { readonly inference: Inference }) {
  const words = useTexts();
  return <Button onClick={() => void inference.read()}>{words.infer.begin}</Button>;
}

/** What was learned from the sheet, what is in doubt, and the way to use it; nothing while no form is learned. */
export function InferenceView({ inference, onSelect }: InferenceViewProps) {
  const styles = useStyles();
  const words = useTexts();
  const language = useLanguage();
  const { inferring } = useStore(inference);
  if (inferring.phase === "idle") return null;
  return (
    <section className={styles.frame} aria-label={words.infer.title}>
      <ViewHead title={words.infer.title} topic="learn" />
      {inferring.phase === "proposed" ? (
        <>
          <p className={styles.help}>{words.infer.from(inferring.proposal.evidence.sheet.name)}</p>
          <InferenceResult proposed={inferring} />
          <InferenceQuestions inference={inference} asked={inferring.proposal.asked} onSelect={onSelect} />
          <InferredParts proposed={inferring} onSelect={onSelect} />
          <NameForm inference={inference} proposed={inferring} />
        </>
      ) : (
        <Waiting inference={inference} state={inferring} />
      )}
      <div className={styles.hidden} role="status">
        {describeInference(inferring, language)}
      </div>
    </section>
  );
}

interface WaitingProps {
  readonly inference: Inference;
  readonly state: Exclude<InferenceState, Proposed>;
}

/** While there is no proposal: why, and what to do. */
function Waiting({ inference, state }: WaitingProps) {
  const styles = useStyles();
  const words = useTexts().infer;
  const language = useLanguage();
  return (
    <>
      {state.phase === "refused" ? (
        <Message icon={<Warning16Regular />} text={words.refused} help={describeRefusal(state.code, state.detail, language)} />
      ) : state.phase === "nothing" ? (
        <Message icon={<Info16Regular />} text={words.nothing} help={words.nothingHelp} />
      ) : (
        <Notice icon={<Spinner size="tiny" />} text={words.reading} />
      )}
      <div className={styles.actions}>
        {state.phase !== "reading" && (
          <Button appearance="primary" onClick={() => void inference.read()}>
            {words.again}
          </Button>
        )}
        <Button onClick={() => inference.leave()}>{words.leave}</Button>
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
