import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo } from "react";
import type { SheetCheck } from "../state/host-adapter.ts";
import { KindSymbol } from "../ui/kind-symbol.tsx";
import { sayCount } from "../../core/wording/counts.ts";
import { countKinds } from "../../core/model/counts.ts";
import { kinds, type Kind } from "../state/kinds.ts";
import type { Session } from "../state/session.ts";
import { useTexts } from "../texts/texts.ts";

const useStyles = makeStyles({
  filter: { flex: "1 1 0", minWidth: 0, display: "flex", gap: "3px" },
  chip: {
    display: "flex",
    flex: "1 1 auto",
    flexDirection: "column",
    alignItems: "center",
    justifyContent: "center",
    height: "32px",
    // In forced colours letters have a ground of their own, which would cover the border.
    overflow: "hidden",
    padding: 0,
    minWidth: 0,
    font: "inherit",
    color: "inherit",
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  pressed: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    border: `1px solid ${tokens.colorNeutralForeground1}`,
    boxShadow: `inset 0 -2px 0 ${tokens.colorNeutralForeground1}`,
    "@media (forced-colors: active)": { backgroundColor: "Highlight", forcedColorAdjust: "none", ":hover": { backgroundColor: "Highlight" }, "& *": { color: "HighlightText", forcedColorAdjust: "none" } },
  },
  count: { display: "flex", alignItems: "center", gap: "3px", fontSize: tokens.fontSizeBase300, lineHeight: "15px", fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
  word: { fontSize: tokens.fontSizeBase200, lineHeight: "14px", color: tokens.colorNeutralForeground2, whiteSpace: "nowrap" },
});

interface KindFilterProps {
  readonly session: Session;
  readonly check: SheetCheck;
  readonly filter: ReadonlySet<Kind>;
}

/** The counts; each one shows or leaves out its kind. Nothing chosen shows everything. */
export const KindFilter = memo(function KindFilter({ session, check, filter }: KindFilterProps) {
  const styles = useStyles();
  const words = useTexts();
  const counts = countKinds(check.inspection);
  return (
    <div className={styles.filter} role="group" aria-label={words.filter}>
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          className={mergeClasses(styles.chip, filter.has(kind) && styles.pressed)}
          aria-pressed={filter.has(kind)}
          onClick={() => session.toggleKind(kind)}
        >
          <span className={styles.count}>
            <KindSymbol kind={kind} />
            {sayCount(counts[kind])}
          </span>
          <span className={styles.word}>{words.kinds[kind]}</span>
        </button>
      ))}
    </div>
  );
});
