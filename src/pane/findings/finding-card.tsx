import { makeStyles, tokens } from "@fluentui/react-components";
import type { Acceptance } from "../../core/acceptance/acceptance.ts";
import type { Finding } from "../../core/model/finding.ts";
import type { Question } from "../../core/model/question.ts";
import type { Form } from "../../core/form/schema.ts";
import { describeDoubt } from "../../core/fixes/say.ts";
import { a1 } from "../../core/model/address.ts";
import { describeFinding } from "../../core/rules/say.ts";
import { dayOfIso, describeDay } from "../../core/wording/era.ts";
import { describeFact } from "../../core/wording/phrase.ts";
import { ChangeLines, ChangeSummary } from "../fixes/change-lines.tsx";
import { EntryCard, type CardProps } from "../ui/entry-card.tsx";
import { FindingActions, type FixOffer } from "../fixes/finding-actions.tsx";
import { RelatedCells } from "./related-cells.tsx";
import { TermChips } from "../fixes/term-chips.tsx";
import type { FixedSheet } from "../state/fixer.ts";
import type { Session } from "../state/session.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";

const useStyles = makeStyles({
  why: { margin: 0, color: tokens.colorNeutralForeground2 },
  details: { margin: 0, display: "grid", gridTemplateColumns: "auto minmax(0, 1fr)", gap: "2px 8px" },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, whiteSpace: "pre-wrap" },
});

interface FindingCardProps extends CardProps {
  readonly session: Session;
  readonly sheet: FixedSheet;
  readonly finding: Finding;
  readonly form: Form;
  /** Where somebody left the finding as it is. */
  readonly acceptance: Acceptance | undefined;
  readonly offer: FixOffer | undefined;
  readonly isNew: boolean;
  /** The open question that the finding hangs on. */
  readonly question: Question | undefined;
}

/** One finding: what is wrong, why it matters, how to fix it, and the cell's text with nothing hidden. */
export function FindingCard({ session, sheet, finding, form, acceptance, offer, isNew, question, ...card }: FindingCardProps) {
  const styles = useStyles();
  const words = useTexts();
  const language = useLanguage();
  const { what, why, how } = describeFinding(finding, form, language);
  const found = describeFact(finding.present, form, language);
  const gap = language === "ja" ? "" : " ";
  return (
    <EntryCard kind={finding.severity} place={a1(finding.at)} code={finding.code} what={what} aside={acceptance?.reason ?? (offer && <ChangeSummary cells={offer.fixGroup.edits} />)} isNew={isNew} {...card}>
      {finding.title !== "" && <p className={styles.why}>{finding.title}</p>}
      <p className={styles.why}>
        {why}
        {gap}
        {how}
      </p>
      <dl className={styles.details}>
        {!offer && !what.includes(found) && <dt className={styles.term}>{words.found}</dt>}
        {!offer && !what.includes(found) && <dd className={styles.value}>{found}</dd>}
        {finding.related.length > 0 && <dt className={styles.term}>{words.related}</dt>}
        {finding.related.length > 0 && (
          <dd className={styles.value}>
            <RelatedCells session={session} cells={finding.related} isStop={card.isStop} />
          </dd>
        )}
        {question && <dt className={styles.term}>{words.ask.question}</dt>}
        {question && <dd className={styles.value}>{question.text[language]}</dd>}
        {acceptance && <dt className={styles.term}>{words.reason}</dt>}
        {acceptance && (
          <dd className={styles.value}>
            {acceptance.reason}
            <br />
            {words.acceptedBy(acceptance.by, describeDay(dayOfIso(acceptance.on), language))}
          </dd>
        )}
        {offer && <dt className={styles.term}>{words.change}</dt>}
        {offer && (
          <dd className={styles.value}>
            <ChangeLines cells={offer.fixGroup.edits} withPlace={false} />
            {describeDoubt(offer.fixGroup, language)}
          </dd>
        )}
      </dl>
      {!acceptance && <TermChips fixer={session.fixer} sheet={sheet} finding={finding} form={form} isStop={card.isStop} />}
      <FindingActions session={session} sheet={sheet} finding={finding} offer={offer} acceptance={acceptance} isCurrent={card.isCurrent} isStop={card.isStop} />
    </EntryCard>
  );
}
