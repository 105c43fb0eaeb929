import { makeStyles, tokens } from "@fluentui/react-components";
import type { MoreFindings } from "../../core/model/finding.ts";
import { ruleTitle } from "../../core/rules/say.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";

const useStyles = makeStyles({ line: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" } });

/** How many findings of each rule the list does not show; nothing where it shows all. */
export function MoreLine({ more }: { readonly more: readonly MoreFindings[] }) {
  const styles = useStyles();
  const words = useTexts();
  const language = useLanguage();
  if (more.length === 0) return null;
  return <p className={styles.line}>{more.map(({ rule, count }) => `${ruleTitle(rule, language)} ${words.andMore(count)}`).join(words.comma)}</p>;
}
