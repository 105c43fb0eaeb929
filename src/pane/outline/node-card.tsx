import { makeStyles, tokens } from "@fluentui/react-components";
import { a1 } from "../../core/model/address.ts";
import { nodeAt, type OutlineNode } from "../../core/outline/outline.ts";
import { isOf, relativesOf } from "../../core/outline/path.ts";
import { describeFinding } from "../../core/rules/say.ts";
import { columnName } from "../../core/wording/phrase.ts";
import type { SheetCheck } from "../state/host-adapter.ts";
import type { Session } from "../state/session.ts";
import { StatusChip } from "./status-chips.tsx";
import { useLanguage, useTexts } from "../texts/texts.ts";
import { Link } from "../ui/link.tsx";

const useStyles = makeStyles({
  card: { flex: "none", maxHeight: "45%", overflowY: "auto", padding: "10px 16px", borderTop: `1px solid ${tokens.colorNeutralStroke1}`, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300, overflowWrap: "anywhere" },
  title: { margin: "0 0 4px", fontSize: tokens.fontSizeBase300 },
  facts: { margin: 0, display: "grid", gridTemplateColumns: "fit-content(40%) minmax(0, 1fr)", gap: "2px 8px" },
  term: { color: tokens.colorNeutralForeground2, "::first-letter": { textTransform: "uppercase" } },
  value: { margin: 0 },
});

interface NodeCardProps {
  readonly session: Session;
  readonly node: OutlineNode;
  readonly check: SheetCheck;
}

/** One row of the evaluation: its parents, its siblings, its statuses, and its findings. */
export function NodeCard({ session, node, check }: NodeCardProps) {
  const styles = useStyles();
  const words = useTexts();
  const language = useLanguage();
  const { form, inspection } = check;
  const { outline } = inspection.overview;
  const { parent, previous, next } = relativesOf(outline, node.index);
  const own = inspection.findings.filter(({ at }) => isOf(outline, node, at));
  const goTo = (index: number | undefined) => {
    if (index === undefined) return words.none;
    const { at, code, title } = nodeAt(outline, index);
    return (
      <Link onClick={() => session.adapter.select(at)}>
        {code} {title}
      </Link>
    );
  };
  return (
    <section className={styles.card} aria-label={words.rowCard}>
      <h3 className={styles.title}>
        {node.code} {node.title}
      </h3>
      <dl className={styles.facts}>
        {node.depth > 0 && <dt className={styles.term}>{words.parent}</dt>}
        {node.depth > 0 && <dd className={styles.value}>{goTo(parent)}</dd>}
        <dt className={styles.term}>{words.before}</dt>
        <dd className={styles.value}>{goTo(previous)}</dd>
        <dt className={styles.term}>{words.after}</dt>
        <dd className={styles.value}>{goTo(next)}</dd>
        {node.statuses.map((status) => [
          <dt key={`${status.column} name`} className={styles.term}>
            {columnName(status.column, form, language)}
          </dt>,
          <dd key={status.column} className={styles.value}>
            <StatusChip status={status} />
          </dd>,
        ])}
        <dt className={styles.term}>{words.findings}</dt>
        <dd className={styles.value}>
          {own.length === 0 && words.none}
          {own.slice(0, 20).map((finding, index) => (
            <div key={index}>
              <Link onClick={() => session.goTo(finding)}>
                {a1(finding.at)}
              </Link>{" "}
              {describeFinding(finding, form, language).what}
            </div>
          ))}
        </dd>
      </dl>
    </section>
  );
}
