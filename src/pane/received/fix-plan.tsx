import { Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { ReceivedRow } from "../../core/received/rows.ts";
import type { FixGroup } from "../../core/fixes/fix-groups.ts";
import { inert } from "../../core/wording/hidden.ts";
import { ChangeLines } from "../fixes/change-lines.tsx";
import { useLanguage } from "../texts/texts.ts";
import { Button } from "../ui/button.tsx";
import { takeFocus } from "../ui/take-focus.ts";
import { receivedWords } from "./words.ts";

/** The fixes of an office that are shown; the others are counted. */
const mostShown = 5;

const useStyles = makeStyles({
  plan: { padding: "10px 16px", display: "flex", flexDirection: "column", gap: "8px" },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" } },
  help: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  offices: { margin: 0, padding: 0, listStyle: "none" },
  office: { padding: "4px 0", borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, contentVisibility: "auto", containIntrinsicSize: "auto 120px" },
  changes: { margin: 0, padding: "0 0 4px 32px", listStyle: "none", fontSize: tokens.fontSizeBase200 },
  foot: { position: "sticky", bottom: 0, display: "flex", gap: "8px", padding: "8px 0", backgroundColor: tokens.colorNeutralBackground1 },
});

interface FixPlanProps {
  /** Sheets with safe fixes. */
  readonly rows: readonly ReceivedRow[];
  readonly onFix: (chosen: readonly ReceivedRow[]) => void;
  readonly onLeave: () => void;
}

/** What would be written, office by office, before it is. */
export function FixPlan({ rows, onFix, onLeave }: FixPlanProps) {
  const styles = useStyles();
  const words = receivedWords[useLanguage()];
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = rows.filter(({ id }) => !left.has(id));
  const toggle = (id: string, isChosen: boolean) => {
    const next = new Set(left);
    if (isChosen) next.delete(id);
    else next.add(id);
    setLeft(next);
  };
  const count = chosen.reduce((sum, row) => sum + safeOf(row).length, 0);
  return (
    <section className={styles.plan} aria-label={words.fixesTitle}>
      <h3 className={styles.title} tabIndex={-1} ref={takeFocus}>
        {words.fixesTitle}
      </h3>
      <p className={styles.help}>{words.fixesHelp}</p>
      <ul className={styles.offices}>
        {rows.map((row) => (
          <li key={row.id} className={styles.office}>
            <Checkbox label={words.fixesOf(inert(row.name), safeOf(row).length)} checked={!left.has(row.id)} onChange={(_, { checked }) => toggle(row.id, checked === true)} />
            <ul className={styles.changes}>
              {safeOf(row)
                .slice(0, mostShown)
                .map(({ edits }, index) => (
                  <li key={index}>
                    <ChangeLines cells={edits} withPlace />
                  </li>
                ))}
              {safeOf(row).length > mostShown && <li>{words.more(safeOf(row).length - mostShown)}</li>}
            </ul>
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        <Button appearance="primary" disabledFocusable={count === 0} onClick={() => onFix(chosen)}>
          {words.doFixes(count, chosen.length)}
        </Button>
        <Button onClick={onLeave}>{words.cancel}</Button>
      </div>
    </section>
  );
}

function safeOf({ outcome }: ReceivedRow): readonly FixGroup[] {
  return outcome.kind === "read" ? outcome.found.safe : [];
}
