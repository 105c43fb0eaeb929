import { makeStyles, tokens } from "@fluentui/react-components";
import type { ListItem } from "./list-items.ts";
import { useTexts } from "../texts/texts.ts";

const useStyles = makeStyles({
  section: { margin: 0, padding: "16px 16px 2px", fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, display: "flex", gap: "8px", alignItems: "baseline" },
  group: { margin: 0, padding: "10px 16px 4px", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2, display: "flex", gap: "8px", alignItems: "baseline" },
  fixed: { flexShrink: 0 },
  code: { flexShrink: 0, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  title: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  count: { flexShrink: 0, color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular, fontSize: tokens.fontSizeBase200 },
});

/** A heading in the list. */
export function GroupHeading({ heading }: { readonly heading: Exclude<ListItem, { kind: "entry" }> }) {
  const styles = useStyles();
  const words = useTexts();
  if (heading.kind === "section") {
    return (
      <h3 className={styles.section}>
        {words[heading.of]} <span className={styles.count}>{words.number(heading.count)}</span>
      </h3>
    );
  }
  if (heading.kind === "rule") {
    return (
      <h4 className={styles.group}>
        <span className={styles.code}>{heading.title}</span> <span className={styles.count}>{words.number(heading.count)}</span>
      </h4>
    );
  }
  return (
    <h4 className={styles.group}>
      <span className={styles.fixed}>{heading.at.sheet?.name ?? words.row(heading.at.row + 1)}</span> {heading.code !== null && <span className={styles.code}>{heading.code}</span>}{" "}
      <span className={styles.title}>{heading.title}</span>
    </h4>
  );
}
