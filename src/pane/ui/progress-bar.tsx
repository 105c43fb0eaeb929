import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ComponentProps } from "react";

const bar = { backgroundColor: tokens.colorCompoundBrandBackground, borderRadius: tokens.borderRadiusMedium, "@media (forced-colors: active)": { backgroundColor: "Highlight" } } as const;

const useStyles = makeStyles({
  progress: {
    appearance: "none",
    display: "block",
    width: "100%",
    height: "4px",
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    overflow: "hidden",
    backgroundColor: tokens.colorNeutralBackground6,
    "::-webkit-progress-bar": { backgroundColor: "transparent" },
    "::-webkit-progress-value": bar,
    "::-moz-progress-bar": bar,
    "@media (forced-colors: active)": { forcedColorAdjust: "none", backgroundColor: "CanvasText" },
  },
});

/** How much of something is done, from 0 to 1, named by a text beside it or by a label. */
export function ProgressBar({ className, ...others }: ComponentProps<"progress">) {
  const styles = useStyles();
  return <progress {...others} className={mergeClasses(styles.progress, className)} />;
}
