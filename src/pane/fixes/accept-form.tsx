import { Field, Input, makeStyles, Textarea } from "@fluentui/react-components";
import { useRef, useState, type SyntheticEvent } from "react";
import type { Consent } from "../../core/acceptance/acceptance.ts";
import { Button } from "../ui/button.tsx";
import { HelpLink } from "../ui/help-link.tsx";
import type { Typed } from "../state/list-memory.ts";
import { keepPerson } from "../state/person.ts";
import { takeFocus } from "../ui/take-focus.ts";
import { useTexts } from "../texts/texts.ts";
import { today } from "../state/today.ts";
import { useEscape } from "../ui/use-escape.ts";

const useStyles = makeStyles({
  // Above the button that covers the card.
  form: { position: "relative", zIndex: 1, display: "flex", flexDirection: "column", gap: "8px", marginTop: "4px", cursor: "default" },
  actions: { display: "flex", flexWrap: "wrap", gap: "6px", alignItems: "center" },
});

interface AcceptFormProps {
  readonly typed: Typed;
  readonly onType: (typed: Typed) => void;
  readonly onAccept: (consent: Consent) => void;
  readonly onCancel: () => void;
}

/** Begins with the field. In a low pane the browser would show it alone and cut off the buttons below it. */
function begin(field: HTMLElement | null): void {
  takeFocus(field);
  field?.closest("form")?.scrollIntoView({ block: "nearest" });
}

/** Asks why a finding is accepted, and by whom. The name is only typed once, since Excel tells none. */
export function AcceptForm({ typed: { reason, by }, onType, onAccept, onCancel }: AcceptFormProps) {
  const styles = useStyles();
  const words = useTexts();
  const [isTried, setTried] = useState(false);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === "" || by.trim() === "") return;
    keepPerson(by.trim());
    onAccept({ reason: reason.trim(), by: by.trim(), day: today() });
  };
  const form = useRef<HTMLFormElement>(null);
  useEscape(form, onCancel);
  const missing = (text: string) => (isTried && text.trim() === "" ? { validationMessage: words.needed } : {});
  return (
    <form ref={form} className={styles.form} aria-label={words.leave} onSubmit={submit} noValidate>
      <Field label={words.reason} required size="small" {...missing(reason)}>
        <Textarea size="small" value={reason} maxLength={500} ref={begin} onChange={(_, { value }) => onType({ reason: value, by })} />
      </Field>
      <Field label={words.person} required size="small" {...missing(by)}>
        <Input size="small" value={by} maxLength={100} autoComplete="name" onChange={(_, { value }) => onType({ reason, by: value })} />
      </Field>
      <span className={styles.actions}>
        <Button type="submit" size="small" appearance="primary">
          {words.leaveIt}
        </Button>
        <Button size="small" onClick={onCancel}>
          {words.stopChoosing}
        </Button>
        <HelpLink topic="leave" />
      </span>
    </form>
  );
}
