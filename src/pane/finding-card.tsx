import { makeStyles, tokens } from "@fluentui/react-components";
import type { Finding } from "../core/finding.ts";
import type { Form } from "../core/form/schema.ts";
import { a1 } from "../core/grid/address.ts";
import { wordFinding } from "../core/rules/say.ts";
import { quote } from "../core/wording/phrase.ts";
import type { Mend } from "../core/fixes/mends.ts";
import { ChangeLines } from "./change-lines.tsx";
import { EntryCard, type CardProps } from "./entry-card.tsx";
import { MendActions } from "./mend-actions.tsx";
import type { Mender } from "./mender.ts";
import { useLanguage, useTexts } from "./texts.ts";

const useStyles = makeStyles({
  why: { margin: 0, color: tokens.colorNeutralForeground2 },
  details: { margin: 0, display: "grid", gridTemplateColumns: "auto minmax(0, 1fr)", gap: "2px 8px" },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, whiteSpace: "pre-wrap" },
});

/** How a finding can be mended here. */
export interface MendOffer {
  readonly mender: Mender;
  readonly mend: Mend;
  /** All safe mends of the finding's rule. */
  readonly alike: readonly Mend[];
}

interface FindingCardProps extends CardProps {
  readonly finding: Finding;
  readonly form: Form;
  readonly offer: MendOffer | undefined;
}

/** One finding: what is wrong, why it matters, how to mend it, and the cell's text with nothing hidden. */
export function FindingCard({ finding, form, offer, ...card }: FindingCardProps) {
  const styles = useStyles();
  const words = useTexts();
  const language = useLanguage();
  const { what, why, how } = wordFinding(finding, form, language);
  return (
    <EntryCard kind={finding.severity} place={a1(finding.at)} code={finding.code} what={what} {...card}>
      <p className={styles.why}>{why}</p>
      <dl className={styles.details}>
        <dt className={styles.term}>{words.how}</dt>
        <dd className={styles.value}>{how}</dd>
        <dt className={styles.term}>{words.found}</dt>
        <dd className={styles.value}>{quote(finding.value, language)}</dd>
        {offer && <dt className={styles.term}>{words.change}</dt>}
        {offer && (
          <dd className={styles.value}>
            <ChangeLines cells={offer.mend.edits} withPlace={false} />
          </dd>
        )}
      </dl>
      {offer && <MendActions {...offer} finding={finding} isCurrent={card.isCurrent} isStop={card.isStop} />}
    </EntryCard>
  );
}
