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
    columnGap: "8px",
    margin: "4px 12px",
    padding: "10px 12px",
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
    ":hover": { border: `1px solid ${tokens.colorNeutralStroke1Hover}` },
  },
  current: {
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}, ${tokens.shadow4}`,
    ":hover": { border: `1px solid ${tokens.colorCompoundBrandStroke}` },
    "@media (forced-colors: active)": { border: "3px solid Highlight" },
  },
  symbol: { paddingTop: "2px" },
  body: { display: "flex", flexDirection: "column", gap: "4px", minWidth: 0 },
  // The button covers the card, so that all of it can be clicked and only one element has the focus.
  choose: {
    display: "block",
    padding: 0,
    border: 0,
    background: "none",
    color: "inherit",
    font: "inherit",
    textAlign: "start",
    cursor: "pointer",
    outline: "none",
    "::after": { content: '""', position: "absolute", inset: 0, borderRadius: tokens.borderRadiusLarge },
    ":focus-visible::after": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  line: { display: "flex", flexWrap: "wrap", columnGap: "8px", color: tokens.colorNeutralForeground2 },
  place: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1, fontVariantNumeric: "tabular-nums" },
  fresh: { padding: "0 6px", borderRadius: tokens.borderRadiusSmall, border: "1px solid currentcolor" },
  what: { display: "block", fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
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
  /** True for findings that the first check did not have. */
  readonly isNew?: boolean;
  readonly children: ReactNode;
}

/** A card in the list: sign and word of its kind, place, text, and more below. */
export function EntryCard({ kind, place, code, what, isNew = false, isCurrent, isStop, onChoose, onKeyDown, children }: EntryCardProps) {
  const styles = useStyles();
  const words = useTexts();
  return (
    <div className={mergeClasses(styles.card, isCurrent && styles.current)}>
      <span className={styles.symbol}>
        <KindSymbol kind={kind} />
      </span>
      <div className={styles.body}>
        <button type="button" className={styles.choose} tabIndex={isStop ? 0 : -1} aria-current={isCurrent} onClick={onChoose} onKeyDown={onKeyDown}>
          <span className={styles.line}>
            <span>{words.kinds[kind]}</span> <span className={styles.place}>{place}</span> {code != null && <span>{code}</span>}{" "}
            {isNew && <span className={styles.fresh}>{words.isNew}</span>}
          </span>{" "}
          <span className={styles.what}>{what}</span>
        </button>
        {children}
      </div>
    </div>
  );
}
