import { makeStyles } from "@fluentui/react-components";
import type { Journal } from "../../core/fixes/journal.ts";
import { ruleTitle } from "../../core/rules/say.ts";
import { changedCells, ChangeLines } from "./change-lines.tsx";
import { FixList } from "./fix-list.tsx";
import type { Fixer } from "../state/fixer.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";
import { Button } from "../ui/button.tsx";

const useStyles = makeStyles({
  entry: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", alignItems: "center", gap: "8px" },
  rule: { display: "block" },
});

interface FixHistoryProps {
  readonly fixer: Fixer;
  readonly sheet: string;
  /** The journal of the sheet, oldest first. */
  readonly journal: Journal;
  readonly busy: boolean;
}

/** The fixes on the sheet, each with a button to undo it. */
export function FixHistory({ fixer, sheet, journal, busy }: FixHistoryProps) {
  const styles = useStyles();
  const words = useTexts();
  const language = useLanguage();
  const leave = () => fixer.show("findings");
  return (
    <FixList
      title={words.historyTitle}
      help={words.historyHelp}
      items={[...journal].reverse()}
      keyOf={({ id }) => id}
      draw={(entry) => (
        <div className={styles.entry}>
          <span>
            <ChangeLines cells={changedCells(entry, sheet)} withPlace />
            <span className={styles.rule}>{entry.rules.map((rule) => ruleTitle(rule, language)).join(" · ")}</span>
          </span>
          <Button size="small" disabledFocusable={busy} onClick={() => void fixer.undoFixes(sheet, [entry])}>
            {words.undoFixes}
          </Button>
        </div>
      )}
      foot={
        <>
          <Button disabledFocusable={busy || journal.length === 0} onClick={() => void fixer.undoFixes(sheet, journal)}>
            {words.takeAllBack}
          </Button>
          <Button onClick={leave}>{words.back}</Button>
        </>
      }
      onLeave={leave}
    />
  );
}
