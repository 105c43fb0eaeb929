import { makeStyles } from "@fluentui/react-components";
import { CheckmarkCircle16Regular, Warning16Regular } from "@fluentui/react-icons";
import { useCallback } from "react";
import { entriesOf, type Journal } from "../../core/fixes/journal.ts";
import { sheetIdsOf } from "../../core/model/card-sheets.ts";
import { changedCells, ChangeLines } from "./change-lines.tsx";
import { outcomeOn, type FixState } from "../state/fix-state.ts";
import type { FixedSheet, Fixer } from "../state/fixer.ts";
import type { SheetCheck } from "../state/host-adapter.ts";
import { useStore } from "../state/store.ts";
import { Button } from "../ui/button.tsx";
import { ProgressBar } from "../ui/progress-bar.tsx";
import { Spinner } from "../ui/spinner.tsx";
import { TechnicalText } from "../ui/technical-text.tsx";
import { DismissButton, Notice } from "../ui/notice.tsx";
import { useRefusals } from "../ui/use-refusals.ts";
import { describeOutcome, hasRefusal } from "../texts/say-news.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";

const useStyles = makeStyles({
  cells: { flexBasis: "100%", minWidth: 0 },
  bar: { flexBasis: "100%" },
});

/** The number of interrupted fixes whose contents the notice shows, since anyone who has the file can write its journal. */
const mostShown = 5;

/** The element that tells the result, or what is being written. */
export const outcomeId = "fix-outcome";

interface FixNoticesProps {
  readonly fixer: Fixer;
  readonly sheet: FixedSheet;
  readonly check: SheetCheck;
}

/** What is being written, what became of it, and what was broken off. */
export function FixNotices({ fixer, sheet: { id }, check }: FixNoticesProps) {
  const styles = useStyles();
  const words = useTexts();
  const state = useStore(fixer);
  const { busy, done, all } = state;
  const outcome = outcomeOn(state, id);
  if (busy) {
    return (
      <Notice id={outcomeId} icon={<Spinner />} text={done === 0 ? words.fixing : `${words.fixing} ${words.numberOf(Math.floor(done * all), all)}`}>
        <Button size="small" onClick={() => fixer.cancel()}>
          {words.cancel}
        </Button>
        {done > 0 && <ProgressBar className={styles.bar} value={done} aria-label={words.fixing} />}
      </Notice>
    );
  }
  return (
    <>
      <OutcomeNotice fixer={fixer} sheet={id} outcome={outcome} />
      <UnfinishedNotice fixer={fixer} sheet={id} unfinished={entriesOf(state.journal, sheetIdsOf(check.inspection)).filter(({ done }) => !done)} />
    </>
  );
}

interface OutcomeProps {
  readonly fixer: Fixer;
  readonly sheet: string;
  readonly outcome: FixState["outcome"];
}

/** The result of the last work, with a button to undo it. What is settled goes by itself; the history has the same way back. */
function OutcomeNotice({ fixer, sheet, outcome }: OutcomeProps) {
  const words = useTexts();
  const language = useLanguage();
  const refusals = useRefusals(hasRefusal(outcome));
  const onHold = useCallback((isHeld: boolean) => fixer.hold(isHeld), [fixer]);
  if (!outcome) return null;
  const done = outcome.kind === "fixed" ? outcome.entries : [];
  return (
    <Notice id={outcomeId} onHold={onHold} icon={outcome.kind === "refused" ? <Warning16Regular /> : <CheckmarkCircle16Regular />} text={describeOutcome(outcome, language, refusals)}>
      {outcome.kind === "refused" && <TechnicalText text={refusals.sayRefusal("write", outcome, language).technical} />}
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
