import { makeStyles, tokens } from "@fluentui/react-components";
import type { Form } from "../../core/form/schema.ts";
import type { OutlineStatus } from "../../core/outline/outline.ts";
import { termColor } from "../../core/model/term-color.ts";
import { columnName, quote } from "../../core/wording/phrase.ts";
import { useLanguage } from "../texts/texts.ts";

const useStyles = makeStyles({
  chips: { display: "flex", flexWrap: "wrap", gap: "3px" },
  chip: { padding: "0 6px", borderRadius: tokens.borderRadiusSmall, fontSize: "11px", lineHeight: "16px", overflowWrap: "anywhere", border: `1px solid ${tokens.colorNeutralStroke1}`, forcedColorAdjust: "none" },
});

interface StatusChipsProps {
  readonly statuses: readonly OutlineStatus[];
  readonly form: Form;
}

/** The statuses of a node, each in the colour and words of its term. */
export function StatusChips({ statuses, form }: StatusChipsProps) {
  const styles = useStyles();
  const language = useLanguage();
  return (
    <span className={styles.chips}>
      {statuses.map(({ column, text, term }) => {
        const { fill, font } = termColor(term?.meaning ?? "unknown", term?.rank ?? 0);
        return (
          <span key={column} className={styles.chip} style={{ backgroundColor: fill, color: font }} title={columnName(column, form, language)}>
            {term?.text ?? quote(text, language)}
          </span>
        );
      })}
    </span>
  );
}
