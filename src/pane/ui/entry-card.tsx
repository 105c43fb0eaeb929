import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { KeyboardEvent, ReactNode } from "react";
import { KindSymbol } from "./kind-symbol.tsx";
import type { Kind } from "../state/kinds.ts";
import { useTexts } from "../texts/texts.ts";

const useStyles = makeStyles({
  card: {
    position: "relative",
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr)",
    columnGap: "6px",
    padding: "4px 12px",
    minHeight: "36px",
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: "17px",
    overflowWrap: "anywhere",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1 },
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}, inset 0 0 0 1px ${tokens.colorCompoundBrandStroke}`,
    "@media (forced-colors: active)": { border: "3px solid Highlight" },
  },
  symbol: { paddingTop: "1px" },
  body: { display: "flex", flexDirection: "column", gap: "4px", minWidth: 0 },
  // The button covers the card, so that all of it can be clicked and only one element has the focus.
  choose: {
    display: "block",
    padding: 0,
    border: 0,
    background: "none",
    color: "inherit",
    font: "inherit",
    lineHeight: "inherit",
    textAlign: "start",
    cursor: "pointer",
    outline: "none",
    "::after": { content: '""', position: "absolute", inset: 0 },
    ":focus-visible::after": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  line: { display: "flex", columnGap: "8px", color: tokens.colorNeutralForeground2, minWidth: 0, "& > *": { flex: "none", maxWidth: "100%" } },
  // Beside the sign it is for those alone who do not see it.
  word: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" },
  place: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1, fontVariantNumeric: "tabular-nums" },
  fresh: { padding: "0 6px", lineHeight: "16px", borderRadius: tokens.borderRadiusSmall, border: "1px solid currentcolor" },
  aside: { flex: "1 1 0 !important", minWidth: 0, textAlign: "end" },
  what: { fontSize: "13px", color: tokens.colorNeutralForeground1 },
  // At most two lines, so that an entry is never higher than 60 px. No browser cuts lines with "…" without this property.
  // oxlint-disable-next-line typescript/no-deprecated
  short: { display: "-webkit-box", WebkitBoxOrient: "vertical", WebkitLineClamp: 2, overflow: "hidden" },
  cut: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  whole: { display: "block", fontWeight: tokens.fontWeightSemibold },
  wrapped: { flexWrap: "wrap" },
});

/** The properties that a card needs to be selected. */
export interface CardProps {
  readonly isCurrent: boolean;
  /** True for the only card in the list that Tab reaches. */
  readonly isStop: boolean;
  readonly onChoose: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

interface EntryCardProps extends CardProps {
  readonly kind: Kind;
  readonly place: string;
  readonly code?: string | null;
  readonly what: string;
  /** What else the line tells, as far as there is room. */
  readonly aside?: ReactNode;
  /** True for what the first check did not find. */
  readonly isNew?: boolean;
  /** What is told of the current one alone. */
  readonly children: ReactNode;
}

/** A line of the list: its sign, where it stands and what it says; the current one unfolds. */
export function EntryCard({ kind, place, code, what, aside, isNew = false, isCurrent, isStop, onChoose, onKeyDown, children }: EntryCardProps) {
  const styles = useStyles();
  const words = useTexts();
  return (
    <div className={mergeClasses(styles.card, isCurrent && styles.current)}>
      <span className={styles.symbol}>
        <KindSymbol kind={kind} />
      </span>
      <div className={styles.body}>
        <button type="button" className={styles.choose} tabIndex={isStop ? 0 : -1} aria-current={isCurrent} onClick={onChoose} onKeyDown={onKeyDown}>
          <span className={mergeClasses(styles.line, isCurrent && styles.wrapped)}>
            <span className={styles.word}>{words.kinds[kind]} </span> <span className={styles.place}>{place}</span> {code != null && <span>{code}</span>}{" "}
            {isNew && <span className={styles.fresh}>{words.isNew}</span>}
            {!isCurrent && aside !== undefined && <span className={mergeClasses(styles.aside, styles.cut)}>{aside}</span>}
          </span>{" "}
          <span className={mergeClasses(styles.what, isCurrent ? styles.whole : styles.short)}>{what}</span>
        </button>
        {isCurrent && children}
      </div>
    </div>
  );
}
