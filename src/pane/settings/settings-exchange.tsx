import { Field, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { asRefusal, Refusal } from "../../core/model/refusal.ts";
import { exportSettings, importSettings } from "../../core/settings/exchange.ts";
import type { Settings } from "../../core/settings/settings.ts";
import { explainRefusal } from "../../core/wording/refusal-causes.ts";
import { Button } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import type { Session } from "../state/session.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";

const useStyles = makeStyles({
  frame: { width: "100%", display: "flex", flexDirection: "column", gap: "8px" },
  actions: { display: "flex", flexWrap: "wrap", gap: "6px", alignItems: "center" },
  text: { "& textarea": { height: "96px", fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase100 } },
  said: { fontSize: tokens.fontSizeBase200 },
});

interface SettingsExchangeProps {
  readonly session: Session;
  readonly settings: Settings;
}

/** Settings to hand on: by copy and paste, since a file dialog takes the focus in Excel, or as a file if the host adapter has files. */
export function SettingsExchange({ session, settings }: SettingsExchangeProps) {
  const styles = useStyles();
  const words = useTexts();
  const language = useLanguage();
  const [pasted, setPasted] = useState("");
  const [outcome, setOutcome] = useState<Refusal | "taken">();
  const field = useRef<HTMLTextAreaElement>(null);
  const { settingsFile } = session.adapter;
  const text = exportSettings(settings);
  const take = async (given: string | undefined) => {
    if (given === undefined) return;
    try {
      await session.settle(importSettings(given, settings));
      setPasted("");
      setOutcome("taken");
    } catch (error) {
      setOutcome(asRefusal(error));
    }
  };
  const refusal = outcome instanceof Refusal ? { validationMessage: explainRefusal(outcome, language) } : {};
  return (
    <div className={styles.frame}>
      <Field label={words.presentSettings} size="small">
        <Textarea className={styles.text} textarea={{ ref: field }} size="small" readOnly value={text} />
      </Field>
      <div className={styles.actions}>
        <CopyButton text={text} label={words.copySettings} field={field} />
        {settingsFile && (
          <>
            <Button size="small" onClick={() => settingsFile.save(text, `Tenken ${words.settings}`)}>
              {words.saveSettings}
            </Button>
            <Button size="small" onClick={() => void settingsFile.open().then(take, () => setOutcome(new Refusal("unreadable")))}>
              {words.openSettings}
            </Button>
          </>
        )}
      </div>
      <Field label={words.paste} size="small" {...refusal}>
        <Textarea className={styles.text} size="small" value={pasted} onChange={(_, { value }) => setPasted(value)} />
      </Field>
      <div className={styles.actions}>
        <Button size="small" disabledFocusable={pasted.trim() === ""} onClick={() => void take(pasted)}>
          {words.takeSettings}
        </Button>
        <span role="status" className={styles.said}>
          {outcome === "taken" ? words.settingsTaken : ""}
        </span>
      </div>
    </div>
  );
}
