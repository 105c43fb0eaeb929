import { makeStyles, tokens } from "@fluentui/react-components";
import type { Progress } from "../../core/progress/progress.ts";
import { useTexts } from "../texts/texts.ts";
import { ProgressBar } from "../ui/progress-bar.tsx";

const useStyles = makeStyles({
  line: { display: "grid", gridTemplateColumns: "auto minmax(0, 1fr)", alignItems: "center", gap: "8px", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** How far the findings of the first check are done; nothing before any is. */
export function ProgressLine({ progress }: { readonly progress: Progress | undefined }) {
  const styles = useStyles();
  const words = useTexts();
  if (!progress || progress.gone + progress.added === 0) return null;
  const { before, gone, added } = progress;
  return (
    <div className={styles.line}>
      <span id="progress-line">{words.progress(before, gone, added)}</span>
      {before > 0 && <ProgressBar value={gone / before} aria-labelledby="progress-line" />}
    </div>
  );
}
