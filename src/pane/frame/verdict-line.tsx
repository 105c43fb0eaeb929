import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Filled, ErrorCircle16Filled } from "@fluentui/react-icons";
import { memo, useMemo } from "react";
import { verdictFacts } from "../../core/fixes/verdict.ts";
import { describeVerdict } from "../../core/wording/verdict.ts";
import type { Fixer } from "../state/fixer.ts";
import type { SheetCheck } from "../state/host-adapter.ts";
import { useLanguage } from "../texts/texts.ts";

const useStyles = makeStyles({
  line: { margin: 0, display: "flex", alignItems: "flex-start", gap: "6px", fontSize: tokens.fontSizeBase300, lineHeight: "18px", fontWeight: tokens.fontWeightSemibold, "& svg": { flex: "none", marginTop: "1px" } },
  forbidden: { color: "var(--kindError)" },
  allowed: { color: tokens.colorCompoundBrandForeground1 },
  // Japanese breaks before a bracket and after a colon, not within the words between.
  text: { minWidth: 0, wordBreak: "keep-all", overflowWrap: "anywhere", color: tokens.colorNeutralForeground1 },
});

/** Whether the sheet may be handed in. */
export const VerdictLine = memo(function VerdictLine({ check, fixer }: { readonly check: SheetCheck; readonly fixer: Fixer }) {
  const styles = useStyles();
  const language = useLanguage();
  const { inspection } = check;
  const facts = useMemo(() => verdictFacts(inspection, fixer.fixGroups(inspection.findings)), [inspection, fixer]);
  return (
    <p className={mergeClasses(styles.line, facts.errors > 0 ? styles.forbidden : styles.allowed)}>
      {facts.errors > 0 ? <ErrorCircle16Filled aria-hidden /> : <CheckmarkCircle16Filled aria-hidden />}
      <span className={styles.text}>{describeVerdict(facts, language)}</span>
    </p>
  );
});
