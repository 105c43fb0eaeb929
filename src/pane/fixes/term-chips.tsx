import { makeStyles, tokens } from "@fluentui/react-components";
import type { Finding } from "../../core/model/finding.ts";
import type { Form } from "../../core/form/schema.ts";
import type { FixedSheet, Fixer } from "../state/fixer.ts";
import { useTexts } from "../texts/texts.ts";
import { Button } from "../ui/button.tsx";

const useStyles = makeStyles({
  // Above the button that covers the card.
  chips: { position: "relative", zIndex: 1, display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px 6px", width: "fit-content", "& button": { minWidth: 0, paddingTop: 0, paddingBottom: 0, fontWeight: "normal", textAlign: "start" } },
  label: { flexBasis: "100%", color: tokens.colorNeutralForeground2 },
});

/** Rules about one cell that lacks a term of its column. */
const rulesOfTerms = new Set(["status-missing empty", "status-unknown unknown"]);

interface TermChipsProps {
  readonly fixer: Fixer;
  readonly sheet: FixedSheet;
  readonly finding: Finding;
  readonly form: Form;
  /** True in the card that Tab reaches. */
  readonly isStop: boolean;
}

/** The terms that a status may hold, each a way to fill it in; nothing for other findings. */
export function TermChips({ fixer, sheet, finding, form, isStop }: TermChipsProps) {
  const styles = useStyles();
  const words = useTexts();
  const terms = termsFor(finding, form);
  if (terms.length === 0) return null;
  const { at, value: from } = finding;
  const fill = (to: string) => void fixer.fix(sheet, [{ findings: [finding], safety: "suggested", edits: [{ at, from, to }] }]);
  return (
    <span className={styles.chips} role="group" aria-label={words.fillIn}>
      <span className={styles.label} aria-hidden>
        {words.fillIn}
      </span>
      {terms.map((term) => (
        <Button key={term} size="small" data-key="term" shape="circular" tabIndex={isStop ? 0 : -1} onClick={() => fill(term)}>
          {term}
        </Button>
      ))}
    </span>
  );
}

/** The terms of a finding's column, in the form's order. @returns none where the finding is not about a missing or unknown one */
export function termsFor({ facts, message, rule }: Finding, form: Form): readonly string[] {
  const fact = facts["column"];
  if (!rulesOfTerms.has(`${rule} ${message}`) || !fact || !("column" in fact)) return [];
  const column = form.columns.find(({ id }) => id === fact.column);
  return column?.vocabulary === undefined ? [] : (form.vocabularies[column.vocabulary] ?? []).map(({ text }) => text);
}
