import { Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons";
import { useState, type SyntheticEvent } from "react";
import type { Form, Term } from "../../core/form/schema.ts";
import { asRefusal } from "../../core/model/refusal.ts";
import { markLevels } from "../../core/model/mark-look.ts";
import { withNewTerm, withoutTerm, withTerm, type TermChange } from "../../core/settings/own-form.ts";
import { meanings } from "../../core/model/tally.ts";
import { termColor } from "../../core/model/term-color.ts";
import { explainRefusal } from "../../core/wording/refusal-causes.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";
import type { ShownScale } from "./form-parts.ts";
import { Button } from "../ui/button.tsx";
import { Select } from "../ui/select.tsx";

const useStyles = makeStyles({
  part: { display: "flex", flexDirection: "column", gap: "4px", width: "100%" },
  columns: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  terms: { margin: 0, padding: 0, listStyle: "none", display: "flex", flexDirection: "column", gap: "4px" },
  term: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto auto auto", alignItems: "center", gap: "4px", fontSize: tokens.fontSizeBase200 },
  // The colours of the summary sheets, in every theme.
  chip: { justifySelf: "start", padding: "0 6px", borderRadius: tokens.borderRadiusSmall, overflowWrap: "anywhere", border: `1px solid ${tokens.colorNeutralStroke1}`, forcedColorAdjust: "none" },
  choice: { minWidth: 0, "& select": { paddingLeft: "6px", paddingRight: "22px" } },
  add: { display: "flex", alignItems: "flex-end", gap: "6px" },
  input: { minWidth: 0 },
  field: { flex: "1 1 0", minWidth: 0 },
});

interface ScaleTermsProps {
  readonly scale: ShownScale;
  /** Changes the form. @throws {Refusal} form-invalid */
  readonly onChange: (change: (form: Form) => Form) => Promise<void>;
}

/** The terms of a scale, each with its colour and meaning. They can be changed, added and removed. */
export function ScaleTerms({ scale: { vocabulary, columns, terms }, onChange }: ScaleTermsProps) {
  const styles = useStyles();
  const words = useTexts().parts;
  const language = useLanguage();
  const [typed, setTyped] = useState("");
  const [refusal, setRefusal] = useState<string>();
  const name = columns.map((column) => column.name).join(" · ");
  const change = async (changed: (form: Form) => Form): Promise<boolean> => {
    try {
      await onChange(changed);
      setRefusal(undefined);
      return true;
    } catch (error) {
      setRefusal(explainRefusal(asRefusal(error), language));
      return false;
    }
  };
  const add = async (event: SyntheticEvent) => {
    event.preventDefault();
    const text = typed.trim();
    if (text !== "" && (await change((form) => withNewTerm(form, vocabulary, text, { meaning: "none", mark: undefined })))) setTyped("");
  };
  return (
    <div className={styles.part} role="group" aria-label={name}>
      <p className={styles.columns}>{columns.map((column) => [...(column.letters === undefined ? [] : [words.column(column.letters)]), column.name].join(" ")).join(" · ")}</p>
      <ul className={styles.terms}>
        {terms.map((term) => (
          <TermLine
            key={term.text}
            term={term}
            rank={terms.filter(({ meaning }) => meaning === term.meaning).indexOf(term)}
            onChange={(changed) => void change((form) => withTerm(form, vocabulary, term.text, changed))}
            onRemove={() => void change((form) => withoutTerm(form, vocabulary, term.text))}
          />
        ))}
      </ul>
      <form className={styles.add} onSubmit={(event) => void add(event)} noValidate>
        <Field className={styles.field} size="small" label={words.newTerm} {...(refusal !== undefined && { validationMessage: refusal })}>
          <Input className={styles.input} size="small" value={typed} maxLength={200} onChange={(_, { value }) => setTyped(value)} />
        </Field>
        <Button type="submit" size="small" disabledFocusable={typed.trim() === ""}>
          {words.add}
        </Button>
      </form>
    </div>
  );
}

interface TermLineProps {
  readonly term: Term;
  /** Its place among the terms with the same meaning. */
  readonly rank: number;
  readonly onChange: (change: TermChange) => void;
  readonly onRemove: () => void;
}

function TermLine({ term: { text, meaning, mark }, rank, onChange, onRemove }: TermLineProps) {
  const styles = useStyles();
  const { kinds, parts: words } = useTexts();
  const { fill, font } = termColor(meaning, rank);
  return (
    <li className={styles.term}>
      <span className={styles.chip} style={{ backgroundColor: fill, color: font }}>
        {text}
      </span>
      <Select
        className={styles.choice}
        label={words.meaningOf(text)}
        value={meaning}
        onChoose={(value) => onChange({ meaning: meanings.find((one) => one === value) ?? meaning, mark })}
      >
        {meanings.map((one) => (
          <option key={one} value={one}>
            {words.meanings[one]}
          </option>
        ))}
      </Select>
      <Select className={styles.choice} label={words.markOf(text)} value={mark ?? ""} onChoose={(value) => onChange({ meaning, mark: markLevels.find((one) => one === value) })}>
        <option value="">{words.noMark}</option>
        {markLevels.map((one) => (
          <option key={one} value={one}>
            {kinds[one]}
          </option>
        ))}
      </Select>
      <Button size="small" appearance="subtle" icon={<Dismiss16Regular />} aria-label={words.remove(text)} title={words.remove(text)} onClick={onRemove} />
    </li>
  );
}
