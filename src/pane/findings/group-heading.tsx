import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular, ChevronRight16Regular } from "@fluentui/react-icons";
import type { KeyboardEvent } from "react";
import type { FixGroup } from "../../core/fixes/fix-groups.ts";
import type { FixedSheet } from "../state/fixer.ts";
import type { Session } from "../state/session.ts";
import type { ListItem } from "./list-items.ts";
import { useTexts } from "../texts/texts.ts";
import { Button } from "../ui/button.tsx";
import { FoldButton } from "../ui/fold-button.tsx";

const useStyles = makeStyles({
  heading: { margin: 0, padding: "8px 12px 2px", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontWeight: tokens.fontWeightSemibold, display: "flex", gap: "8px", alignItems: "baseline" },
  left: { paddingTop: "16px", fontSize: tokens.fontSizeBase300 },
  group: { display: "flex", alignItems: "center", gap: "8px", padding: "2px 12px 2px 8px", minHeight: "28px", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  rule: { margin: 0, flex: "1 1 0", minWidth: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  fold: { display: "flex", alignItems: "center", gap: "4px", width: "100%", minHeight: "24px" },
  fix: { flex: "none", minWidth: 0, padding: "0 8px" },
  count: { flexShrink: 0, color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular, fontSize: tokens.fontSizeBase200 },
});

/** The heading of what was left as it is. */
export function LeftHeading({ count }: { readonly count: number }) {
  const styles = useStyles();
  const words = useTexts();
  return (
    <h3 className={mergeClasses(styles.heading, styles.left)}>
      {words.left} <span className={styles.count}>{words.number(count)}</span>
    </h3>
  );
}

interface RuleHeadingProps {
  readonly heading: Extract<ListItem, { kind: "rule" }>;
  readonly session: Session;
  readonly sheet: FixedSheet;
  readonly safe: readonly FixGroup[];
  readonly isStop: boolean;
  /** Makes the heading the tab stop. */
  readonly onGo: (rule: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The heading of a rule, which folds its findings, and fixes those that can be fixed in one way only. */
export function RuleHeading({ heading: { rule, title, count, isFolded }, session, sheet, safe, isStop, onGo, onKeyDown }: RuleHeadingProps) {
  const styles = useStyles();
  const words = useTexts();
  const tabIndex = isStop ? 0 : -1;
  const fold = () => {
    onGo(rule);
    session.list.fold(rule, !isFolded);
  };
  return (
    <div className={styles.group}>
      <h3 className={styles.rule}>
        <FoldButton isOpen={!isFolded} className={styles.fold} tabIndex={tabIndex} onClick={fold} onKeyDown={onKeyDown}>
          {isFolded ? <ChevronRight16Regular aria-hidden /> : <ChevronDown16Regular aria-hidden />}
          <span>
            {title} <span className={styles.count}>{words.number(count)}</span>
          </span>
        </FoldButton>
      </h3>
      {safe.length > 0 && (
        <Button size="small" className={styles.fix} tabIndex={tabIndex} onClick={() => void session.fixer.fix(sheet, safe)}>
          {words.fixMany(safe.length)}
        </Button>
      )}
    </div>
  );
}
