import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo } from "react";
import type { SheetCheck } from "../state/host-adapter.ts";
import { KindSymbol } from "../ui/kind-symbol.tsx";
import { markLevels } from "../../core/model/mark-look.ts";
import { countKinds, severities, type Kind } from "../state/kinds.ts";
import type { Session } from "../state/session.ts";
import { useTexts } from "../texts/texts.ts";

const kinds: readonly Kind[] = [...severities, ...markLevels];

const useStyles = makeStyles({
  filter: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(52px, 1fr))", gap: "4px" },
  chip: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: "1px",
    padding: "6px 0",
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
    "@media (forced-colors: active)": { backgroundColor: "Highlight", color: "HighlightText", forcedColorAdjust: "none" },
  },
  count: { display: "flex", alignItems: "center", gap: "4px", fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
  word: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, whiteSpace: "nowrap", "@media (max-width: 359px)": { fontSize: "11px" } },
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
  const counts = countKinds(check);
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
            {counts[kind]}
          </span>
          <span className={styles.word}>{words.kinds[kind]}</span>
        </button>
      ))}
    </div>
  );
});
