import { makeStyles, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular } from "@fluentui/react-icons";
import { memo } from "react";
import type { ActiveSheet, SheetCheck } from "../state/host-adapter.ts";
import type { Session } from "../state/session.ts";
import type { CheckState } from "../state/state.ts";
import { useStore } from "../state/store.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";
import { Button } from "../ui/button.tsx";
import { ProgressBar } from "../ui/progress-bar.tsx";
import { arrows } from "../ui/arrows.ts";

const useStyles = makeStyles({
  busy: { display: "grid", gridTemplateColumns: "1fr auto", alignItems: "center", gap: "4px 12px" },
  rest: { display: "flex", gap: "1px" },
  main: { flex: "1 1 0", minWidth: 0, whiteSpace: "nowrap" },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  cancel: { gridRow: "1 / span 2", gridColumn: "2" },
});

/** Get the focus back when what they open is closed: the choice of fixes; the history of fixes and the reply. */
export const openers = { choice: "fix-choice", more: "more-button" } as const;

interface PrimaryActionProps {
  readonly session: Session;
  readonly sheet: ActiveSheet;
  readonly state: CheckState;
  readonly check: SheetCheck | null;
  /** True where the sheet was changed since its check. */
  readonly isOld: boolean;
}

/** What is to be done now, as one button that keeps its place and the focus; while a check takes long, its progress and a way to stop it. */
export const PrimaryAction = memo(function PrimaryAction({ session, sheet, state, check, isOld }: PrimaryActionProps) {
  const styles = useStyles();
  const words = useTexts();
  const language = useLanguage();
  const { busy } = useStore(session.fixer);
  const { summary } = useStore(session.summarizer);
  const isSlow = state.phase === "busy" && state.slow;
  const { text, act, isFixing } = actionOf();
  return (
    <div className={isSlow ? styles.busy : styles.rest} ref={arrows} {...(isFixing && { role: "toolbar", "aria-label": words.safeFixes })}>
      {isSlow && (
        <span className={styles.label} id="check-progress">
          {words.busy} {Math.round(state.done * 100)} %
        </span>
      )}
      {isSlow && <ProgressBar value={state.done} aria-labelledby="check-progress" />}
      {isSlow ? (
        <Button className={styles.cancel} onClick={() => session.cancel(sheet.id)}>
          {words.cancel}
        </Button>
      ) : (
        <Button appearance="primary" className={styles.main} disabledFocusable={busy || summary.phase === "busy"} onClick={act}>
          {text}
        </Button>
      )}
      {isFixing && !isSlow && <Button id={openers.choice} appearance="primary" icon={<ChevronDown16Regular />} aria-label={words.chooseFixes} title={words.chooseFixes} disabledFocusable={busy} onClick={choose} />}
    </div>
  );

  function choose() {
    session.look("findings");
    session.fixer.choose();
  }

  function actionOf(): { readonly text: string; readonly act: () => void; readonly isFixing: boolean } {
    if (!check || isOld) return { text: words.check, act: () => void session.check(sheet.id), isFixing: false };
    const safe = session.fixer.safeFixes(check.inspection.findings);
    if (safe.length > 0) return { text: words.fixAll(safe.length), act: () => void session.fixer.fix(sheet, safe), isFixing: true };
    if (check.inspection.findings.length > 0) return { text: words.toNext, act: () => session.step(1), isFixing: false };
    return { text: words.summarize, act: () => void session.summarizer.make(language), isFixing: false };
  }
});
