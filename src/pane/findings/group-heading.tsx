import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ListItem } from "./list-items.ts";
import { useTexts } from "../texts/texts.ts";

const useStyles = makeStyles({
  heading: { margin: 0, padding: "8px 12px 2px", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontWeight: tokens.fontWeightSemibold, display: "flex", gap: "8px", alignItems: "baseline" },
  left: { paddingTop: "16px", fontSize: tokens.fontSizeBase300 },
  count: { flexShrink: 0, color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular, fontSize: tokens.fontSizeBase200 },
});

/** A heading in the list. */
export function GroupHeading({ heading }: { readonly heading: Exclude<ListItem, { kind: "entry" }> }) {
  const styles = useStyles();
  const words = useTexts();
  return (
    <h3 className={mergeClasses(styles.heading, heading.kind === "left" && styles.left)}>
      {heading.kind === "left" ? words.left : heading.title} <span className={styles.count}>{words.number(heading.count)}</span>
    </h3>
  );
}
