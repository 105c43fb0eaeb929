import { makeStyles, tokens } from "@fluentui/react-components";
import { Warning16Regular } from "@fluentui/react-icons";
import { useCallback, useRef, useState, type ReactNode } from "react";
import type { KnownForm } from "../../core/form/known.ts";
import { namedEntries } from "../../core/settings/brought.ts";
import { noSettings } from "../../core/settings/settings.ts";
import { languages } from "../../core/wording/language.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { InputRulesPart } from "./input-rules-part.tsx";
import { FormView } from "../form/form-view.tsx";
import { settingsButton } from "../frame/pane-header.tsx";
import { RuleSettings } from "./rule-settings.tsx";
import { SegmentedChoice } from "../ui/segmented-choice.tsx";
import { activeState, shownCheck } from "../state/checks.ts";
import type { Session } from "../state/session.ts";
import { SettingsExchange } from "./settings-exchange.tsx";
import { useStore } from "../state/store.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";
import { useEscape } from "../ui/use-escape.ts";
import { useWayBack } from "../ui/use-way-back.ts";
import { ViewHead } from "../ui/view-head.tsx";

const useStyles = makeStyles({
  view: { flex: "1 1 0", minHeight: 0, overflowY: "auto", padding: "12px 16px", display: "flex", flexDirection: "column", gap: "20px", backgroundColor: tokens.colorNeutralBackground2 },
  section: { display: "flex", flexDirection: "column", gap: "8px", alignItems: "flex-start" },
  subtitle: { margin: 0, fontSize: tokens.fontSizeBase300 },
  help: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  actions: { display: "flex", flexWrap: "wrap", gap: "6px" },
});

/** It gets the focus back when the form closes. */
const formButton = "form-button";

/** How sheets are checked, or the form while it is open. */
export function SettingsView({ session }: { readonly session: Session }) {
  const { settings } = useStore(session.documentSettings);
  const check = shownCheck(activeState(useStore(session)));
  const [isForm, setForm] = useState(false);
  const leave = useCallback(() => setForm(false), []);
  const known: KnownForm | undefined = check?.inspection.form ?? (settings.form ? { form: settings.form, from: "document" } : undefined);
  useWayBack(isForm, formButton);
  if (isForm && known) return <FormView session={session} known={known} places={check?.inspection.table.columns ?? new Map()} onLeave={leave} />;
  return <Settings session={session} known={known} onForm={() => setForm(true)} />;
}

interface SettingsProps {
  readonly session: Session;
  /** The form of the active sheet; undefined if none is known yet. */
  readonly known: KnownForm | undefined;
  readonly onForm: () => void;
}

/** The form and severities of the active document, and the language. */
function Settings({ session, known, onForm }: SettingsProps) {
  const styles = useStyles();
  const words = useTexts();
  const language = useLanguage();
  const { settings, dropped } = useStore(session.documentSettings);
  const { sheet } = useStore(session);
  const { hasDocument } = session.documentSettings;
  const close = useCallback(() => {
    session.look("findings");
    document.getElementById(settingsButton)?.focus();
  }, [session]);
  const view = useRef<HTMLElement>(null);
  useEscape(view, close);
  return (
    <section ref={view} className={styles.view} aria-label={words.settings}>
      <ViewHead title={words.settings} topic="settings">
        <Button size="small" onClick={close}>
          {words.leaveSettings}
        </Button>
      </ViewHead>
      <p className={styles.help}>{session.documentSettings.isOne ? words.settingsInBook : hasDocument ? words.settingsInFile : words.settingsNowhere}</p>
      {dropped.length > 0 && <Notice icon={<Warning16Regular />} text={words.settingsDropped(namedEntries(dropped, language))} />}
      {hasDocument && <FormSection session={session} known={known} onForm={onForm} />}
      {sheet && <InputRulesPart inputRuleEditor={session.inputRuleEditor} sheet={sheet} />}
      <Section title={words.language}>
        <SegmentedChoice
          label={words.language}
          options={[{ value: "host", word: words.hostLanguage }, ...languages.map((value) => ({ value, word: languageNames[value], lang: value }))]}
          chosen={settings.language ?? "host"}
          onChoose={(chosen) => void session.documentSettings.keepLanguage(chosen === "host" ? null : chosen)}
        />
      </Section>
      {hasDocument && (
        <Section title={words.rules}>
          <RuleSettings session={session} settings={settings} />
        </Section>
      )}
      {hasDocument && (
        <Section title={words.exchange}>
          <SettingsExchange key={sheet?.id} session={session} settings={settings} />
        </Section>
      )}
      <div>
        <Button size="small" onClick={() => void session.settle(noSettings)}>
          {words.resetSettings}
        </Button>
      </div>
    </section>
  );
}

/** The form in use, the way to its contents, and back to the usual one. */
function FormSection({ session, known, onForm }: SettingsProps) {
  const styles = useStyles();
  const words = useTexts();
  const language = useLanguage();
  const { settings } = useStore(session.documentSettings);
  return (
    <Section title={words.form}>
      <p className={styles.help}>{known ? words.parts.from[known.from](known.form.name[language]) : words.noForm}</p>
      <div className={styles.actions}>
        {known && (
          <Button id={formButton} size="small" onClick={onForm}>
            {words.parts.begin}
          </Button>
        )}
        {settings.form && (
          <Button size="small" onClick={() => void session.settle({ ...settings, form: null })}>
            {words.usualForm}
          </Button>
        )}
      </div>
    </Section>
  );
}

const languageNames = { ja: "日本語", en: "English" } as const;

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.section}>
      <h4 className={styles.subtitle}>{title}</h4>
      {children}
    </section>
  );
}
