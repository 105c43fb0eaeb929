import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Regular, Question16Regular, Warning16Regular } from "@fluentui/react-icons";
import { useEffect } from "react";
import { wordRefusal } from "../../core/wording/refusals.ts";
import type { FrontSheet } from "../state/host-adapter.ts";
import type { Hardener, HardenState } from "../state/input-rules.ts";
import { HelpLink } from "../ui/help-link.tsx";
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

interface HardenPartProps {
  readonly hardener: Hardener;
  readonly sheet: FrontSheet;
}

/** Makes a sheet that is sent out safe against slips, or takes that away. */
export function HardenPart({ hardener, sheet }: HardenPartProps) {
  const styles = useStyles();
  const words = useTexts();
  const language = useLanguage();
  const { harden, hardened } = useStore(hardener);
  useEffect(() => void hardener.look(), [hardener, sheet.id]);
  const isBusy = harden.phase === "busy";
  return (
    <section className={styles.part} aria-label={words.hardenTitle}>
      <div className={styles.head}>
        <h4 className={styles.title}>{words.hardenTitle}</h4>
        <HelpLink topic="harden" />
      </div>
      <p className={styles.help}>{words.hardenHelp}</p>
      {hardened.has(sheet.id) ? (
        <Button disabledFocusable={isBusy} onClick={() => void hardener.soften(sheet.id)}>
          {words.soften}
        </Button>
      ) : (
        <Button disabledFocusable={isBusy} onClick={() => void hardener.harden(sheet.id, language)}>
          {words.harden}
        </Button>
      )}
      <div className={styles.outcome} role="status">
        <Outcome hardener={hardener} harden={harden} sheet={sheet.id} />
      </div>
    </section>
  );
}

interface OutcomeProps {
  readonly hardener: Hardener;
  readonly harden: HardenState;
  readonly sheet: string;
}

/** What became of it, or what must be asked first; nothing before it began, and nothing of another sheet. */
function Outcome({ hardener, harden, sheet }: OutcomeProps) {
  const words = useTexts();
  const language = useLanguage();
  const dismiss = <DismissButton onDismiss={() => hardener.dismiss()} />;
  if ("sheet" in harden && harden.sheet !== sheet) return null;
  switch (harden.phase) {
    case "idle":
      return null;
    case "busy":
      return <Notice icon={<Spinner size="tiny" />} text={words.hardening} />;
    case "asking":
      return (
        <Notice icon={<Question16Regular />} text={words.softenUnproven(harden.choices.name)}>
          <Button size="small" onClick={() => void hardener.agree()}>
            {words.softenAgreed}
          </Button>
          {dismiss}
        </Notice>
      );
    case "refused":
      return (
        <Notice icon={<Warning16Regular />} text={wordRefusal(harden.code, harden.detail, language)}>
          {dismiss}
        </Notice>
      );
    default:
      return (
        <Notice icon={<CheckmarkCircle16Regular />} text={harden.phase === "done" ? words.hardened(harden.outcome) : words.softened(harden.outcome)}>
          {dismiss}
        </Notice>
      );
  }
}
