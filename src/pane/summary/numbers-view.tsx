import { makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { a1 } from "../../core/model/address.ts";
import type { StatusCount, TallyColumn } from "../../core/model/tally.ts";
import type { Form } from "../../core/form/schema.ts";
import { countLeftOut } from "../../core/summary/tally.ts";
import { columnName, levelName } from "../../core/wording/phrase.ts";
import type { SheetCheck } from "../state/host-adapter.ts";
import type { Session } from "../state/session.ts";
import { StatusBar } from "./status-bar.tsx";
import { SummaryButton } from "./summary-bar.tsx";
import { useLanguage, useTexts } from "../texts/texts.ts";
import { Link } from "../ui/link.tsx";

const useStyles = makeStyles({
  view: { flex: "1 1 0", minHeight: 0, overflowY: "auto", padding: "12px 16px", display: "flex", flexDirection: "column", gap: "20px", backgroundColor: tokens.colorNeutralBackground2 },
  column: { display: "flex", flexDirection: "column", gap: "6px" },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, "::first-letter": { textTransform: "uppercase" } },
  judged: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  inline: { textDecorationLine: "underline" },
  groups: { display: "flex", flexDirection: "column", gap: "8px", paddingInlineStart: "12px", borderLeft: `2px solid ${tokens.colorNeutralStroke2}` },
  group: { margin: 0, fontSize: tokens.fontSizeBase200, overflowWrap: "anywhere" },
});

/** Codes that are named before the rest is only counted. */
const mostCodes = 12;

interface NumbersViewProps {
  readonly session: Session;
  readonly check: SheetCheck;
}

/** The numbers of every status, as on the summary sheet: in all, and by outermost item. */
export function NumbersView({ session, check }: NumbersViewProps) {
  const styles = useStyles();
  return (
    <div className={styles.view}>
      {/* Without findings it is what is to be done now: the one large button. */}
      {check.inspection.findings.length > 0 && (
        <div>
          <SummaryButton summarizer={session.summarizer} />
        </div>
      )}
      {check.inspection.tally.columns.map((column, index) => (
        <Column key={column.column} session={session} check={check} column={column} index={index} />
      ))}
    </div>
  );
}

interface ColumnProps extends NumbersViewProps {
  readonly column: TallyColumn;
  readonly index: number;
}

function Column({ session, check, column, index }: ColumnProps) {
  const styles = useStyles();
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const words = useTexts();
  const { tally } = check.inspection;
  const total = tally.total[index];
  if (!total) return null;
  return (
    <section className={styles.column}>
      <h3 className={styles.title}>{columnName(column.column, check.form, language)}</h3>
      <StatusBar terms={column.terms} count={total} />
      <Judged column={column} count={total} form={check.form} session={session} />
      {column.depth > 0 && (
        <Link aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {words.byGroup(levelName(0, check.form, language))}
        </Link>
      )}
      {isOpen && (
        <div className={styles.groups}>
          {tally.groups.map((group, place) => {
            const count = group.statuses[index];
            return (
              count && (
                <div key={place}>
                  <p className={styles.group}>
                    {group.code} {group.title}
                  </p>
                  <StatusBar terms={column.terms} count={count} />
                </div>
              )
            );
          })}
        </div>
      )}
    </section>
  );
}

interface JudgedProps {
  readonly session: Session;
  readonly column: TallyColumn;
  readonly count: StatusCount;
  readonly form: Form;
}

/** How many are judged out of all, and which are not. */
function Judged({ session, column, count, form }: JudgedProps) {
  const styles = useStyles();
  const words = useTexts();
  const language = useLanguage();
  const total = count.terms.reduce((sum, number) => sum + number, count.unknown);
  const left = countLeftOut(column, count);
  return (
    <p className={styles.judged}>
      {words.judged(levelName(column.depth, form, language), total, total - left)}
      {left > 0 && ` ${words.leftOut(left)}`}
      {column.leftOut.slice(0, mostCodes).map(({ code, at }, place) => (
        <span key={a1(at)}>
          {place === 0 ? " " : words.comma}
          <Link className={styles.inline} onClick={() => session.adapter.select(at)}>
            {code ?? at.sheet?.name ?? words.row(at.row + 1)}
          </Link>
        </span>
      ))}
      {left > mostCodes && ` ${words.andMore(left - mostCodes)}`}
    </p>
  );
}
