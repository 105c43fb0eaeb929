import { makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Regular, Question16Regular, Warning16Regular } from "@fluentui/react-icons";
import { useEffect } from "react";
import { sayRefusal } from "../../core/wording/refused-acts.ts";
import type { ActiveSheet } from "../state/host-adapter.ts";
import type { InputRuleEditor, InputRulesState } from "../state/input-rules.ts";
import { Button } from "../ui/button.tsx";
import { Spinner } from "../ui/spinner.tsx";
import { HelpLink } from "../ui/help-link.tsx";
import { TechnicalText } from "../ui/technical-text.tsx";
import { DismissButton, Notice } from "../ui/notice.tsx";
import { useStore } from "../state/store.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";

const useStyles = makeStyles({
  part: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: "8px" },
  head: { display: "flex", alignItems: "center", gap: "8px" },
  title: { margin: 0, fontSize: tokens.fontSizeBase300 },
  help: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  outcome: { alignSelf: "stretch" },
});

interface InputRulesPartProps {
  readonly inputRuleEditor: InputRuleEditor;
  readonly sheet: ActiveSheet;
}

/** Adds input rules to a sheet before it is sent out, or removes them. */
export function InputRulesPart({ inputRuleEditor, sheet }: InputRulesPartProps) {
  const styles = useStyles();
  const words = useTexts();
  const language = useLanguage();
  const { addInputRules, withInputRules } = useStore(inputRuleEditor);
  useEffect(() => void inputRuleEditor.look(), [inputRuleEditor, sheet.id]);
  const isBusy = addInputRules.phase === "busy";
  return (
    <section className={styles.part} aria-label={words.inputRulesTitle}>
      <div className={styles.head}>
        <h4 className={styles.title}>{words.inputRulesTitle}</h4>
        <HelpLink topic="harden" />
      </div>
      <p className={styles.help}>{words.inputRulesHelp}</p>
      {withInputRules.has(sheet.id) ? (
        <Button disabledFocusable={isBusy} onClick={() => void inputRuleEditor.removeInputRules(sheet.id)}>
          {words.removeInputRules}
        </Button>
      ) : (
        <Button disabledFocusable={isBusy} onClick={() => void inputRuleEditor.addInputRules(sheet.id, language)}>
          {words.addInputRules}
        </Button>
      )}
      <div className={styles.outcome} role="status">
        <Outcome inputRuleEditor={inputRuleEditor} addInputRules={addInputRules} sheet={sheet.id} />
      </div>
    </section>
  );
}

interface OutcomeProps {
  readonly inputRuleEditor: InputRuleEditor;
  readonly addInputRules: InputRulesState;
  readonly sheet: string;
}

/** The result, or the question that comes first; nothing for other sheets or before the start. */
function Outcome({ inputRuleEditor, addInputRules, sheet }: OutcomeProps) {
  const words = useTexts();
  const language = useLanguage();
  const dismiss = <DismissButton onDismiss={() => inputRuleEditor.dismiss()} />;
  if ("sheet" in addInputRules && addInputRules.sheet !== sheet) return null;
  switch (addInputRules.phase) {
    case "idle":
      return null;
    case "busy":
      return <Notice icon={<Spinner />} text={words.addingInputRules} />;
    case "asking":
      return (
        <Notice icon={<Question16Regular />} text={words.removeUnproven(addInputRules.choices.name)}>
          <Button size="small" onClick={() => void inputRuleEditor.agree()}>
            {words.removeAgreed}
          </Button>
          {dismiss}
        </Notice>
      );
    case "refused": {
      const { said, technical } = sayRefusal("input-rules", addInputRules, language);
      return (
        <Notice icon={<Warning16Regular />} text={said}>
          <TechnicalText text={technical} />
          {dismiss}
        </Notice>
      );
    }
    default:
      return (
        <Notice icon={<CheckmarkCircle16Regular />} text={addInputRules.phase === "done" ? words.withInputRules(addInputRules.outcome, addInputRules.passed) : words.withoutInputRules(addInputRules.outcome)}>
          {dismiss}
        </Notice>
      );
  }
}
