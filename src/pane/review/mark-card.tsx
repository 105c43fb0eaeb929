import { makeStyles } from "@fluentui/react-components";
import type { ReviewMark } from "../../core/model/finding.ts";
import type { Form } from "../../core/form/schema.ts";
import { describeReasons, rowsOf } from "../../core/review/say.ts";
import { EntryCard, type CardProps } from "../ui/entry-card.tsx";
import { useLanguage, useTexts } from "../texts/texts.ts";

const useStyles = makeStyles({
  reasons: { margin: 0, padding: 0, listStyle: "none" },
});

interface MarkCardProps extends CardProps {
  readonly mark: ReviewMark;
  readonly form: Form;
}

/** A row that needs review, with the reasons. */
export function MarkCard({ mark, form, ...card }: MarkCardProps) {
  const styles = useStyles();
  const words = useTexts();
  const language = useLanguage();
  const reasons = describeReasons(mark, form, language);
  const name = [mark.code ?? "", mark.title].join(" ").trim();
  return (
    <EntryCard kind={mark.level} place={mark.at.sheet ? rowsOf(mark) : words.rows(mark.firstRow + 1, mark.lastRow + 1)} what={name} aside={reasons.join(" ")} {...card}>
      <ul className={styles.reasons}>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </EntryCard>
  );
}
