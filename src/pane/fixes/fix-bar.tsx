import { Button, makeStyles, Spinner } from "@fluentui/react-components";
import { CheckmarkCircle16Regular, Warning16Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { Journal } from "../../core/fixes/journal.ts";
import type { FixGroup } from "../../core/fixes/fix-groups.ts";
import { changedCells, ChangeLines } from "./change-lines.tsx";
import { outcomeOn, type FixState } from "../state/fix-state.ts";
import type { Fixer } from "../state/fixer.ts";
import { DismissButton, Notice } from "../ui/notice.tsx";
import { describeOutcome } from "../texts/say-news.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";

const useStyles = makeStyles({
  bar: { display: "flex", flexWrap: "wrap", gap: "4px", "& button": { minWidth: 0, paddingLeft: "6px", paddingRight: "6px" } },
  cells: { flexBasis: "100%", minWidth: 0 },
});

/** The number of interrupted fixes whose contents the notice shows, since anyone who has the file can write its journal. */
const mostShown = 5;

/** The element that tells the result, or what is being written. */
export const outcomeId = "fix-outcome";

/** They get the focus back when the view that they opened is closed. */
export const openers = { choice: "fix-choice", history: "fix-history" } as const;

interface FixBarProps {
  readonly fixer: Fixer;
  readonly sheet: string;
  readonly state: FixState;
  /** Fixes of the sheet that can be undone. */
  readonly journal: Journal;
  readonly safe: readonly FixGroup[];
  /** Other actions on all findings. */
  readonly children: ReactNode;
}

/** Offers to fix all safe findings, and tells what was fixed and with which result. */
export function FixBar({ fixer, sheet, state, journal, safe, children }: FixBarProps) {
  const styles = useStyles();
  const words = useTexts();
  const { busy, view } = state;
  return (
    <>
      {view === "findings" && (
        <div className={styles.bar}>
          {safe.length > 0 && (
            <Button id={openers.choice} size="small" disabledFocusable={busy} onClick={() => fixer.choose()}>
              {words.fixAll(safe.length)}
            </Button>
          )}
          {journal.length > 0 && (
            <Button id={openers.history} size="small" appearance="subtle" disabledFocusable={busy} onClick={() => fixer.show("history")}>
              {words.history(journal.length)}
            </Button>
          )}
          {children}
        </div>
      )}
      {busy ? (
        <Notice id={outcomeId} icon={<Spinner size="tiny" />} text={words.fixing}>
          <Button size="small" onClick={() => fixer.cancel()}>
            {words.cancel}
          </Button>
        </Notice>
      ) : (
        <>
          <OutcomeNotice fixer={fixer} sheet={sheet} outcome={outcomeOn(state, sheet)} />
          <UnfinishedNotice fixer={fixer} sheet={sheet} unfinished={journal.filter(({ done }) => !done)} />
        </>
      )}
    </>
  );
}

interface OutcomeProps {
  readonly fixer: Fixer;
  readonly sheet: string;
  readonly outcome: FixState["outcome"];
}

/** The result of the last work, with a button to undo it. */
function OutcomeNotice({ fixer, sheet, outcome }: OutcomeProps) {
  const words = useTexts();
  const language = useLanguage();
  if (!outcome) return null;
  const done = outcome.kind === "fixed" ? outcome.entries : [];
  return (
    <Notice id={outcomeId} icon={outcome.kind === "refused" ? <Warning16Regular /> : <CheckmarkCircle16Regular />} text={describeOutcome(outcome, language)}>
      {done.length > 0 && (
        <Button size="small" onClick={() => void fixer.undoFixes(sheet, done)}>
          {words.undoFixes}
        </Button>
      )}
      <DismissButton onDismiss={() => fixer.dismiss()} />
    </Notice>
  );
}

interface UnfinishedProps {
  readonly fixer: Fixer;
  readonly sheet: string;
  readonly unfinished: Journal;
}

/** Interrupted fixes, to be finished or undone. */
function UnfinishedNotice({ fixer, sheet, unfinished }: UnfinishedProps) {
  const styles = useStyles();
  const words = useTexts();
  if (unfinished.length === 0) return null;
  return (
    <Notice icon={<Warning16Regular />} text={words.unfinished(unfinished.length)}>
      <div className={styles.cells}>
        {unfinished.slice(0, mostShown).map((entry) => (
          <ChangeLines key={entry.id} cells={changedCells(entry, sheet)} withPlace />
        ))}
        {unfinished.length > mostShown && words.moreFixes(unfinished.length - mostShown)}
      </div>
      <Button size="small" onClick={() => void fixer.finish(sheet, unfinished)}>
        {words.finish}
      </Button>
      <Button size="small" onClick={() => void fixer.undoFixes(sheet, unfinished)}>
        {words.undoFixes}
      </Button>
    </Notice>
  );
}
