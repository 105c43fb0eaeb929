import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Regular, Dismiss16Regular, Warning16Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { Journal } from "../core/fixes/journal.ts";
import type { Mend } from "../core/fixes/mends.ts";
import type { MendState } from "./mend-state.ts";
import type { Mender } from "./mender.ts";
import { sayOutcome } from "./say-news.ts";
import { useLanguage, useTexts } from "./texts.ts";

const useStyles = makeStyles({
  bar: { display: "flex", flexWrap: "wrap", gap: "6px" },
  notice: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "4px 8px",
    padding: "6px 8px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    "& svg": { flex: "none" },
  },
  text: { flex: "1 1 12em", minWidth: 0, overflowWrap: "anywhere" },
});

/** The element that tells what became of the last mend. */
export const outcomeId = "mend-outcome";

interface MendBarProps {
  readonly mender: Mender;
  readonly state: MendState;
  /** Mends of the sheet in front that can be taken back. */
  readonly journal: Journal;
  readonly safe: readonly Mend[];
}

/** What can be mended at once, what was mended, and what became of it. */
export function MendBar({ mender, state: { busy, outcome, view }, journal, safe }: MendBarProps) {
  const styles = useStyles();
  const words = useTexts();
  const language = useLanguage();
  const unfinished = journal.filter(({ done }) => !done);
  const done = outcome?.kind === "mended" ? outcome.entries : [];
  return (
    <>
      {view === "findings" && (safe.length > 0 || journal.length > 0) && (
        <div className={styles.bar}>
          {safe.length > 0 && (
            <Button size="small" disabled={busy} onClick={() => mender.choose()}>
              {words.mendAll(safe.length)}
            </Button>
          )}
          {journal.length > 0 && (
            <Button size="small" appearance="subtle" disabled={busy} onClick={() => mender.show("history")}>
              {words.history(journal.length)}
            </Button>
          )}
        </div>
      )}
      {busy && (
        <Notice icon={<Spinner size="tiny" />} text={words.mending}>
          <Button size="small" onClick={() => mender.cancel()}>
            {words.cancel}
          </Button>
        </Notice>
      )}
      {!busy && outcome && (
        <Notice id={outcomeId} icon={outcome.kind === "refused" ? <Warning16Regular /> : <CheckmarkCircle16Regular />} text={sayOutcome(outcome, language)}>
          {done.length > 0 && (
            <Button size="small" onClick={() => void mender.takeBack(done)}>
              {words.takeBack}
            </Button>
          )}
          <Button size="small" appearance="subtle" icon={<Dismiss16Regular />} aria-label={words.dismiss} title={words.dismiss} onClick={() => mender.dismiss()} />
        </Notice>
      )}
      {!busy && unfinished.length > 0 && (
        <Notice icon={<Warning16Regular />} text={words.unfinished(unfinished.length)}>
          <Button size="small" onClick={() => void mender.finish(unfinished)}>
            {words.finish}
          </Button>
          <Button size="small" onClick={() => void mender.takeBack(unfinished)}>
            {words.takeBack}
          </Button>
        </Notice>
      )}
    </>
  );
}

interface NoticeProps {
  readonly id?: string;
  readonly icon: ReactNode;
  readonly text: string;
  readonly children: ReactNode;
}

function Notice({ id, icon, text, children }: NoticeProps) {
  const styles = useStyles();
  return (
    <div id={id} tabIndex={-1} className={styles.notice}>
      {icon}
      <span className={styles.text}>{text}</span>
      {children}
    </div>
  );
}
