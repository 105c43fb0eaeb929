import { makeStyles, tokens } from "@fluentui/react-components";
import type { Term } from "../../core/form/schema.ts";
import { termColor } from "../../core/summary/term-color.ts";
import type { InferredScale } from "./learned-parts.ts";
import { useTexts } from "../texts/texts.ts";

const useStyles = makeStyles({
  part: { display: "flex", flexDirection: "column", gap: "4px" },
  columns: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  terms: { margin: 0, padding: 0, listStyle: "none", display: "flex", flexDirection: "column", gap: "4px" },
  term: { display: "flex", flexWrap: "wrap", alignItems: "baseline", gap: "2px 8px", fontSize: tokens.fontSizeBase200 },
  // The colours are those of the summary sheets, in every theme.
  chip: { padding: "0 6px", borderRadius: tokens.borderRadiusSmall, overflowWrap: "anywhere", border: `1px solid ${tokens.colorNeutralStroke1}`, forcedColorAdjust: "none" },
});

/** The words of a scale, each in its colour with what it says, and where they stand. */
export function InferredTerms({ scale: { columns, terms } }: { readonly scale: InferredScale }) {
  const styles = useStyles();
  const words = useTexts().infer;
  return (
    <div className={styles.part}>
      <p className={styles.columns}>{columns.map(({ letters, name }) => [...(letters === undefined ? [] : [words.column(letters)]), name].join(" ")).join(" · ")}</p>
      <ul className={styles.terms}>
        {terms.map((term) => (
          <TermLine key={term.text} term={term} rank={rankOf(term, terms)} />
        ))}
      </ul>
    </div>
  );
}

/** Its place among the terms that say the same. */
function rankOf(term: Term, terms: readonly Term[]): number {
  return terms.filter(({ meaning }) => meaning === term.meaning).indexOf(term);
}

function TermLine({ term: { text, meaning, mark, aliases }, rank }: { readonly term: Term; readonly rank: number }) {
  const styles = useStyles();
  const words = useTexts();
  const { fill, font } = termColor(meaning, rank);
  const said = [words.infer.meanings[meaning], ...(mark ? [words.kinds[mark]] : []), ...(aliases ? [words.infer.aliases(aliases)] : [])];
  return (
    <li className={styles.term}>
      <span className={styles.chip} style={{ backgroundColor: fill, color: font }}>
        {text}
      </span>
      <span>{said.join(" · ")}</span>
    </li>
  );
}
