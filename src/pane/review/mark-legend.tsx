import { makeStyles, tokens } from "@fluentui/react-components";
import { markColors, markLevels } from "../../core/model/mark-look.ts";
import { useTexts } from "../texts/texts.ts";

const useStyles = makeStyles({
  legend: { flexBasis: "100%", display: "flex", flexWrap: "wrap", gap: "4px 8px", margin: 0, padding: 0, listStyle: "none", fontSize: tokens.fontSizeBase200 },
  // The colours of the sheet in every theme, since this is how the rows look.
  sample: { padding: "0 8px", borderRadius: tokens.borderRadiusSmall, border: `1px solid ${tokens.colorNeutralStroke1}`, forcedColorAdjust: "none" },
});

/** Explains the colours of marked rows in the sheet. */
export function MarkLegend() {
  const styles = useStyles();
  const words = useTexts();
  return (
    <ul className={styles.legend} aria-label={words.legend}>
      {markLevels.map((level) => (
        <li key={level} className={styles.sample} style={{ backgroundColor: markColors[level].fill, color: markColors[level].font }}>
          {words.kinds[level]}
        </li>
      ))}
    </ul>
  );
}
