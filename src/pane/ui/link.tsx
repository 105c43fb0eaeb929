import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ComponentProps } from "react";

const useStyles = makeStyles({
  link: {
    padding: 0,
    border: "none",
    backgroundColor: "transparent",
    color: tokens.colorBrandForegroundLink,
    font: "inherit",
    fontSize: tokens.fontSizeBase300,
    textAlign: "left",
    cursor: "pointer",
    ":hover": { color: tokens.colorBrandForegroundLinkHover, textDecorationLine: "underline" },
    ":focus-visible": { outline: "2px solid", outlineOffset: "-1px" },
  },
});

/** Words that lead somewhere in the sheet or open something. */
export function Link({ className, children, ...others }: ComponentProps<"button">) {
  const styles = useStyles();
  return (
    <button type="button" {...others} className={mergeClasses(styles.link, className)}>
      {children}
    </button>
  );
}
