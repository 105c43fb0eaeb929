import { Button, Field, Input, makeStyles } from "@fluentui/react-components";
import { Warning16Regular } from "@fluentui/react-icons";
import { useRef, useState } from "react";
import { describeRefusal } from "../../core/wording/refusals.ts";
import type { Inference, Proposed } from "../state/inference.ts";
import { Notice } from "../ui/notice.tsx";
import { useLanguage, useTexts } from "../texts/texts.ts";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: "10px" },
  input: { minWidth: 0 },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

const longestName = 60;

interface NameFormProps {
  readonly inference: Inference;
  readonly proposed: Proposed;
}

/** Asks for the form's name, and hands the form over. */
export function NameForm({ inference, proposed: { proposal, inspection, refused } }: NameFormProps) {
  const styles = useStyles();
  const words = useTexts().infer;
  const language = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string>();
  const [isMissing, setMissing] = useState(false);
  const name = typed ?? proposal.form.name[language];
  const use = (event: React.SyntheticEvent) => {
    event.preventDefault();
    setMissing(name.trim() === "");
    if (name.trim() === "") input.current?.focus();
    else void inference.use(name);
  };
  return (
    <form className={styles.form} onSubmit={use} noValidate>
      <Field label={words.name} required {...(isMissing && { validationMessage: words.nameMissing })}>
        <Input input={{ ref: input }} className={styles.input} value={name} maxLength={longestName} onChange={(_, { value }) => setTyped(value)} />
      </Field>
      {refused && <Notice icon={<Warning16Regular />} text={describeRefusal(refused.code, refused.detail, language)} />}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabled={!inspection}>
          {words.use}
        </Button>
        <Button onClick={() => inference.leave()}>{words.leave}</Button>
      </div>
    </form>
  );
}
