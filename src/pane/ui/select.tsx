import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  frame: { position: "relative", display: "flex", alignItems: "center" },
  select: {
    appearance: "none",
    boxSizing: "border-box",
    flex: "1 1 auto",
    minWidth: 0,
    maxWidth: "100%",
    height: "24px",
    padding: "0 26px 0 8px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textOverflow: "ellipsis",
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorCompoundBrandStroke}`, outlineOffset: "-1px" },
  },
  icon: { position: "absolute", right: "6px", display: "flex", color: tokens.colorNeutralStrokeAccessible, pointerEvents: "none" },
});

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly onChoose: (value: string) => void;
  readonly className?: string;
  /** The options. */
  readonly children: ReactNode;
}

/** The system's own list of choices, which each platform lets one open, type and read in its own way. */
export function Select({ label, value, onChoose, className, children }: SelectProps) {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.frame, className)}>
      <select className={styles.select} aria-label={label} value={value} onChange={(event) => onChoose(event.target.value)}>
        {children}
      </select>
      <span className={styles.icon} aria-hidden>
        <ChevronDown16Regular />
      </span>
    </span>
  );
}
