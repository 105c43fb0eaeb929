import { makeStyles, tokens } from "@fluentui/react-components";
import { useRefusalWords } from "../texts/refusal-words.ts";

const useStyles = makeStyles({
  details: { minWidth: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere", "& summary": { cursor: "pointer" } },
});

/** What only those who maintain the program need of a refusal, behind 詳細; nothing where there is none. */
export function TechnicalText({ text }: { readonly text: string }) {
  const styles = useStyles();
  const words = useRefusalWords();
  if (text === "") return null;
  return (
    <details className={styles.details}>
      <summary>{words.technical}</summary>
      {text}
    </details>
  );
}
