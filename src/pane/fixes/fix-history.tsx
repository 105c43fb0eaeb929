import { Button, makeStyles } from "@fluentui/react-components";
import type { Journal } from "../../core/fixes/journal.ts";
import { ruleTitle } from "../../core/rules/say.ts";
import { changedCell, ChangeLines } from "./change-lines.tsx";
import { MendList } from "./fix-list.tsx";
import type { Mender } from "../state/fixer.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";

const useStyles = makeStyles({
  entry: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", alignItems: "center", gap: "8px" },
  rule: { display: "block" },
});

interface MendHistoryProps {
  readonly mender: Mender;
  readonly sheet: string;
  /** Of the sheet, the oldest first. */
  readonly journal: Journal;
  readonly busy: boolean;
}

/** What was mended on the sheet, each with the way back. */
export function MendHistory({ mender, sheet, journal, busy }: MendHistoryProps) {
  const styles = useStyles();
  const words = useTexts();
  const language = useLanguage();
  const leave = () => mender.show("findings");
  return (
    <MendList
      title={words.historyTitle}
      help={words.historyHelp}
      items={[...journal].reverse()}
      keyOf={({ id }) => id}
      draw={(entry) => (
        <div className={styles.entry}>
          <span>
            <ChangeLines cells={entry.cells.map(changedCell)} withPlace />
            <span className={styles.rule}>{entry.rules.map((rule) => ruleTitle(rule, language)).join(" · ")}</span>
          </span>
          <Button size="small" disabledFocusable={busy} onClick={() => void mender.takeBack(sheet, [entry])}>
            {words.takeBack}
          </Button>
        </div>
      )}
      foot={
        <>
          <Button disabledFocusable={busy || journal.length === 0} onClick={() => void mender.takeBack(sheet, journal)}>
            {words.takeAllBack}
          </Button>
          <Button onClick={leave}>{words.back}</Button>
        </>
      }
      onLeave={leave}
    />
  );
}
