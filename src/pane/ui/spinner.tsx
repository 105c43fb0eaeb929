import { makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  spinner: {
    display: "inline-block",
    boxSizing: "border-box",
    flex: "none",
    width: "20px",
    height: "20px",
    border: `2px solid ${tokens.colorBrandStroke2}`,
    borderTopColor: tokens.colorBrandStroke1,
    borderRadius: tokens.borderRadiusCircular,
    animationName: { to: { transform: "rotate(1turn)" } },
    animationDuration: "1.5s",
    animationIterationCount: "infinite",
    animationTimingFunction: "linear",
    "@media (prefers-reduced-motion: reduce)": { animationDuration: "6s" },
    "@media (forced-colors: active)": { border: "2px solid GrayText", borderTopColor: "Highlight" },
  },
});

/** The sign beside words that say what is going on. */
export function Spinner() {
  const styles = useStyles();
  return <span className={styles.spinner} aria-hidden />;
}
