import { makeStyles, tokens } from "@fluentui/react-components";
import type { StatusCount, TallyTerm } from "../../core/model/tally.ts";
import { termColor } from "../../core/model/term-color.ts";
import { useTexts } from "../texts/texts.ts";

const useStyles = makeStyles({
  figure: { margin: 0, display: "flex", flexDirection: "column", gap: "2px" },
  // The colours of the summary sheets, in every theme. A line separates the pieces if the browser forces its own colours.
  bar: { display: "flex", height: "16px", overflow: "hidden", borderRadius: tokens.borderRadiusSmall, border: `1px solid ${tokens.colorNeutralStroke1}` },
  // Neighbours such as orange and grey are too similar in lightness, so the line between them is dark in every theme.
  piece: { boxSizing: "border-box", minWidth: "3px", ":not(:last-child)": { borderRight: "1px solid #1F1F1F" }, forcedColorAdjust: "none" },
  words: { display: "flex", flexWrap: "wrap", columnGap: "12px", margin: 0, padding: 0, listStyle: "none", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  word: { display: "inline-flex", alignItems: "center", gap: "4px" },
  sample: { width: "10px", height: "10px", flex: "none", border: `1px solid ${tokens.colorNeutralStroke1}`, forcedColorAdjust: "none" },
});

interface StatusBarProps {
  readonly terms: readonly TallyTerm[];
  readonly count: StatusCount;
}

/** How often each term occurs, as a bar of 100 % and in words. */
export function StatusBar({ terms, count }: StatusBarProps) {
  const styles = useStyles();
  const words = useTexts();
  const pieces = [
    ...terms.map(({ text, meaning, rank }, index) => ({ word: text, color: termColor(meaning, rank), number: count.terms[index] ?? 0 })),
    { word: words.unknownStatus, color: termColor("unknown", 0), number: count.unknown },
  ];
  return (
    <figure className={styles.figure}>
      <div className={styles.bar} aria-hidden>
        {pieces.map(({ word, color, number }) => number > 0 && <span key={word} className={styles.piece} style={{ flex: `${number} 0 0`, backgroundColor: color.fill }} />)}
      </div>
      <ul className={styles.words}>
        {pieces.map(
          ({ word, color, number }, index) =>
            (number > 0 || index < terms.length) && (
              <li key={word} className={styles.word}>
                <span className={styles.sample} style={{ backgroundColor: color.fill }} aria-hidden />
                {words.termCount(word, number)}
              </li>
            ),
        )}
      </ul>
    </figure>
  );
}
