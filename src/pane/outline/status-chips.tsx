import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Form } from "../../core/form/schema.ts";
import type { OutlineStatus } from "../../core/outline/outline.ts";
import { columnName, quote } from "../../core/wording/phrase.ts";
import { useLanguage } from "../texts/texts.ts";

const useStyles = makeStyles({
  chips: { display: "flex", flexWrap: "wrap", alignItems: "baseline", gap: "2px 8px", marginTop: "1px" },
  chip: { display: "inline-block", fontSize: tokens.fontSizeBase200, lineHeight: "16px", fontWeight: tokens.fontWeightRegular, overflowWrap: "anywhere", color: tokens.colorNeutralForeground3 },
  loud: { padding: "0 5px", borderRadius: tokens.borderRadiusSmall, border: "1px solid currentcolor", fontWeight: tokens.fontWeightSemibold, color: "var(--kindWarning)" },
  unknown: { border: "1px dashed currentcolor" },
});

/** Beside the border and the word, so that nothing is told by colour alone. */
const signs = { bad: "×", unknown: "?" } as const;

interface StatusChipsProps {
  readonly statuses: readonly OutlineStatus[];
  readonly form: Form;
}

/** The statuses of a node in the words of its terms. Good ones are quiet; bad ones, and what is no term, stand out. */
export function StatusChips({ statuses, form }: StatusChipsProps) {
  const language = useLanguage();
  const styles = useStyles();
  return (
    <span className={styles.chips}>
      {statuses.map((status) => (
        <span key={status.column} title={columnName(status.column, form, language)}>
          <StatusChip status={status} />
        </span>
      ))}
    </span>
  );
}

/** One status as a small word. A bad one, and one that is no term of the form, stand out by a sign. */
export function StatusChip({ status: { text, term } }: { readonly status: OutlineStatus }) {
  const styles = useStyles();
  const language = useLanguage();
  const meaning = term?.meaning ?? "unknown";
  const sign = meaning === "bad" || meaning === "unknown" ? signs[meaning] : undefined;
  return (
    <span className={mergeClasses(styles.chip, sign !== undefined && styles.loud, meaning === "unknown" && styles.unknown)}>
      {sign !== undefined && <span aria-hidden>{sign} </span>}
      {term?.text ?? quote(text, language)}
    </span>
  );
}
