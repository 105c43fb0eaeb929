import { Field, makeStyles, mergeClasses, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Regular, QuestionCircle16Regular } from "@fluentui/react-icons";
import type { CellPlace } from "../../core/model/address.ts";
import { keyOf, type Asked } from "../../core/learn/infer.ts";
import { describeDoubt } from "../../core/learn/say.ts";
import { CellLink } from "../ui/cell-link.tsx";
import type { Inference } from "../state/inference.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";

const useStyles = makeStyles({
  questions: { display: "flex", flexDirection: "column", gap: "10px" },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, display: "flex", flexWrap: "wrap", columnGap: "8px", alignItems: "baseline" },
  count: { fontWeight: tokens.fontWeightRegular, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  help: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  question: { padding: "8px 10px", border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground1 },
  label: { overflowWrap: "anywhere", fontWeight: tokens.fontWeightSemibold },
  state: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px 8px", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, "& svg": { flex: "none" } },
  answered: { color: tokens.colorNeutralForeground1 },
  choice: { alignItems: "flex-start", "& label": { minWidth: 0, overflowWrap: "anywhere" } },
  tag: { marginInlineStart: "6px", padding: "0 5px", whiteSpace: "nowrap", fontSize: tokens.fontSizeBase100, border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusSmall },
});

interface InferenceQuestionsProps {
  readonly inference: Inference;
  readonly asked: readonly Asked[];
  readonly onSelect: (place: CellPlace) => void;
}

/** What the sheet does not tell, each question with its answers; the answered ones stay, so that they can be changed. */
export function InferenceQuestions({ inference, asked, onSelect }: InferenceQuestionsProps) {
  const styles = useStyles();
  const words = useTexts().infer;
  const open = asked.filter(({ answer }) => answer === undefined).length;
  return (
    <div className={styles.questions}>
      <h4 className={styles.title}>
        {words.questions} {asked.length > 0 && <span className={styles.count}>{words.open(open, asked.length)}</span>}
      </h4>
      <p className={styles.help}>{asked.length > 0 ? words.questionsHelp : words.noQuestions}</p>
      {asked.map((one) => (
        <Question key={keyOf(one.doubt)} asked={one} onAnswer={(choice) => inference.answer(one.doubt, choice)} onSelect={onSelect} />
      ))}
    </div>
  );
}

interface QuestionProps {
  readonly asked: Asked;
  readonly onAnswer: (choice: string) => void;
  readonly onSelect: (place: CellPlace) => void;
}

function Question({ asked: { doubt, answer }, onAnswer, onSelect }: QuestionProps) {
  const styles = useStyles();
  const words = useTexts().infer;
  const { question, choices } = describeDoubt(doubt, useLanguage());
  return (
    <div className={styles.question}>
      <Field label={{ children: question, className: styles.label }}>
        <RadioGroup value={answer ?? doubt.chosen} onChange={(_, { value }) => onAnswer(value)}>
          {choices.map(({ choice, text }) => (
            <Radio key={choice} className={styles.choice} value={choice} label={<Choice text={text} isProposed={choice === doubt.chosen} />} />
          ))}
        </RadioGroup>
      </Field>
      <div className={mergeClasses(styles.state, answer !== undefined && styles.answered)}>
        {answer === undefined ? <QuestionCircle16Regular aria-hidden /> : <CheckmarkCircle16Regular aria-hidden />}
        {answer === undefined ? words.asProposed : words.answered}
        <CellLink at={doubt.at} onSelect={onSelect} />
      </div>
    </div>
  );
}

function Choice({ text, isProposed }: { readonly text: string; readonly isProposed: boolean }) {
  const styles = useStyles();
  const words = useTexts().infer;
  return (
    <>
      {text}
      {isProposed && <span className={styles.tag}>{words.proposed}</span>}
    </>
  );
}
