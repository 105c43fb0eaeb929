import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ComponentProps } from "react";

const useStyles = makeStyles({
  fold: {
    padding: 0,
    border: 0,
    background: "none",
    color: "inherit",
    font: "inherit",
    fontWeight: tokens.fontWeightSemibold,
    textAlign: "start",
    overflowWrap: "anywhere",
    cursor: "pointer",
    "& svg": { flex: "none" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-1px" },
  },
});

interface FoldButtonProps extends ComponentProps<"button"> {
  readonly isOpen: boolean;
}

/** Words of a heading or a question that fold what belongs to them, and look like words. */
export function FoldButton({ isOpen, className, children, ...others }: FoldButtonProps) {
  const styles = useStyles();
  return (
    <button type="button" {...others} className={mergeClasses(styles.fold, className)} aria-expanded={isOpen}>
      {children}
    </button>
  );
}
