import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Filled, ErrorCircle16Filled } from "@fluentui/react-icons";
import { memo } from "react";
import { describeVerdict } from "../../core/wording/verdict.ts";
import { countKinds } from "../state/kinds.ts";
import type { Fixer } from "../state/fixer.ts";
import type { SheetCheck } from "../state/host-adapter.ts";
import { useLanguage } from "../texts/texts.ts";

const useStyles = makeStyles({
  line: { margin: 0, display: "flex", alignItems: "flex-start", gap: "6px", fontSize: tokens.fontSizeBase300, lineHeight: "18px", fontWeight: tokens.fontWeightSemibold, "& svg": { flex: "none", marginTop: "1px" } },
  forbidden: { color: "var(--kindError)" },
  allowed: { color: tokens.colorCompoundBrandForeground1 },
  text: { minWidth: 0, overflowWrap: "anywhere", color: tokens.colorNeutralForeground1 },
});

/** Whether the sheet may be handed in. */
export const VerdictLine = memo(function VerdictLine({ check, fixer }: { readonly check: SheetCheck; readonly fixer: Fixer }) {
  const styles = useStyles();
  const language = useLanguage();
  const { error, warning } = countKinds(check);
  const { findings, questions } = check.inspection;
  const fixable = fixer.safeFixes(findings).flatMap((fixGroup) => fixGroup.findings).filter(({ severity }) => severity === "error").length;
  return (
    <p className={mergeClasses(styles.line, error > 0 ? styles.forbidden : styles.allowed)}>
      {error > 0 ? <ErrorCircle16Filled aria-hidden /> : <CheckmarkCircle16Filled aria-hidden />}
      <span className={styles.text}>{describeVerdict({ errors: error, fixable, warnings: warning, questions: questions.length }, language)}</span>
    </p>
  );
});
