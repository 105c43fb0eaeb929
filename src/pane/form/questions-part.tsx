import { makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Regular, ChevronDown16Regular, ChevronRight16Regular, QuestionCircle16Regular } from "@fluentui/react-icons";
import { useEffect, useId, useRef, useState } from "react";
import { hangingIn } from "../../core/infer/hanging.ts";
import type { Inspection } from "../../core/model/finding.ts";
import type { AnsweredQuestion, Question } from "../../core/model/question.ts";
import { keepForm } from "../state/keep-form.ts";
import type { Session } from "../state/session.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";
import { Button } from "../ui/button.tsx";
import { CellLink } from "../ui/cell-link.tsx";
import { FoldButton } from "../ui/fold-button.tsx";
import { HelpLink } from "../ui/help-link.tsx";
import { Notice } from "../ui/notice.tsx";
import { useMedia } from "../ui/use-media.ts";

const useStyles = makeStyles({
  part: { display: "flex", flexDirection: "column", gap: "6px", padding: "4px 12px 2px", maxHeight: "40vh", overflowY: "auto", flex: "none", "& > *": { flexShrink: 0 } },
  head: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: "8px" },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, "& button": { display: "flex", alignItems: "center", gap: "4px" } },
  question: {
    display: "flex",
    flexDirection: "column",
    gap: "4px",
    padding: "6px 8px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  text: { display: "flex", gap: "6px", fontWeight: tokens.fontWeightSemibold, "& svg": { flex: "none", marginTop: "2px" } },
  facts: { display: "flex", flexWrap: "wrap", gap: "0 10px", color: tokens.colorNeutralForeground2 },
  choices: { display: "flex", flexWrap: "wrap", gap: "4px" },
  choice: { minWidth: 0, maxWidth: "100%", whiteSpace: "normal", overflowWrap: "anywhere", fontWeight: tokens.fontWeightRegular },
  answered: { alignSelf: "flex-start" },
});

interface QuestionsPartProps {
  readonly session: Session;
  readonly inspection: Inspection;
}

/** The questions about the form that the sheet leaves open: the heaviest open ones first, then the answered ones. */
export function QuestionsPart({ session, inspection }: QuestionsPartProps) {
  const styles = useStyles();
  const words = useTexts().ask;
  const language = useLanguage();
  const part = useRef<HTMLElement>(null);
  /** The question whose answer changed last, which may have had the focus. */
  const changed = useRef<string>(undefined);
  const [isOpen, setOpen] = useState(false);
  // In a low pane they would push the findings out of sight.
  const isLow = useMedia("(max-height: 699px)");
  const [isAsked, setAsked] = useState<boolean>();
  const isShown = isAsked ?? !isLow;
  const [chosen, setChosen] = useState<string>();
  const { questions, answered, form } = inspection;
  useEffect(() => {
    if (changed.current === undefined || document.activeElement !== document.body || !document.hasFocus()) return;
    const open = [...(part.current?.querySelectorAll<HTMLElement>("[role=group]") ?? [])].slice(0, questions.length);
    (open.find(({ dataset }) => dataset["question"] === changed.current) ?? open[0] ?? part.current?.querySelector("button"))?.focus();
    changed.current = undefined;
  }, [questions, answered]);
  const answer = (id: string, value: string | undefined) => {
    changed.current = id;
    void session.answer(id, value);
  };
  const unfolded = questions.find(({ id }) => id === chosen) ?? questions[0];
  const one = (question: Question & Partial<AnsweredQuestion>) => (
    <Asked
      key={question.id}
      question={question}
      session={session}
      inspection={inspection}
      isUnfolded={question.answer !== undefined || question === unfolded}
      onUnfold={() => setChosen(question.id)}
      onAnswer={(value) => answer(question.id, value)}
    />
  );
  const isOffered = form.from === "file";
  return (
    <section ref={part} className={styles.part} aria-label={words.title}>
      {isOffered && (
        <Notice icon={<CheckmarkCircle16Regular />} text={words.fits(form.form.name[language])}>
          <Button size="small" onClick={() => void keepForm(session, form)}>
            {words.keep}
          </Button>
        </Notice>
      )}
      {questions.length > 0 && <Head count={questions.length} isShown={isShown} onShow={setAsked} />}
      {isShown && questions.map(one)}
      {answered.length > 0 && (
        <Button className={styles.answered} size="small" appearance="subtle" icon={isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {words.answered(answered.length)}
        </Button>
      )}
      {isOpen && answered.map(one)}
    </section>
  );
}

interface HeadProps {
  readonly count: number;
  readonly isShown: boolean;
  readonly onShow: (isShown: boolean) => void;
}

/** How many questions are open, on one line; it unfolds them. */
function Head({ count, isShown, onShow }: HeadProps) {
  const styles = useStyles();
  const words = useTexts().ask;
  return (
    <div className={styles.head}>
      <h3 className={styles.title}>
        <FoldButton isOpen={isShown} onClick={() => onShow(!isShown)}>
          {isShown ? <ChevronDown16Regular aria-hidden /> : <ChevronRight16Regular aria-hidden />}
          {words.open(count)}
        </FoldButton>
      </h3>
      <HelpLink topic="form" />
    </div>
  );
}

interface AskedProps extends QuestionsPartProps {
  readonly question: Question & Partial<AnsweredQuestion>;
  /** Only one open question is unfolded, so that the findings stay in sight. */
  readonly isUnfolded: boolean;
  readonly onUnfold: () => void;
  readonly onAnswer: (value: string | undefined) => void;
}

/** One question with its choices. A click answers it or changes the answer. */
function Asked({ question, session, inspection, isUnfolded, onUnfold, onAnswer }: AskedProps) {
  const styles = useStyles();
  const words = useTexts().ask;
  const language = useLanguage();
  const id = useId();
  const { text, choices, assumed, answer, cells } = question;
  const isOpen = answer === undefined;
  const { findings, marks } = hangingIn(inspection)(question);
  return (
    <div className={styles.question} role="group" aria-labelledby={id} data-question={question.id} tabIndex={-1}>
      <span id={id} className={styles.text}>
        {isOpen ? <QuestionCircle16Regular aria-hidden /> : <CheckmarkCircle16Regular aria-hidden />}
        {isOpen ? (
          <FoldButton isOpen={isUnfolded} onClick={onUnfold}>
            {text[language]}
          </FoldButton>
        ) : (
          <span>{text[language]}</span>
        )}
      </span>
      <span className={styles.facts}>
        {isOpen && <span>{words.hanging(findings, marks)}</span>}
        {isUnfolded && cells.slice(0, 3).map((at) => <CellLink key={`${at.sheet?.id ?? ""} ${at.row} ${at.column}`} at={at} onSelect={(place) => session.adapter.select(place)} />)}
      </span>
      {isUnfolded && (
        <div className={styles.choices}>
          {choices.map(({ value, text: choice }) => (
            <Button key={value} className={styles.choice} size="small" appearance={value === answer ? "primary" : "secondary"} aria-pressed={isOpen ? undefined : value === answer} onClick={() => onAnswer(value)}>
              {choice[language]}
              {isOpen && value === assumed && words.assumed}
            </Button>
          ))}
          {!isOpen && (
            <Button className={styles.choice} size="small" appearance="subtle" onClick={() => onAnswer(undefined)}>
              {words.takeBack}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
