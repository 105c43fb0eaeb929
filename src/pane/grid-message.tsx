import { Button, makeStyles, Spinner } from "@fluentui/react-components";
import { ErrorCircleRegular } from "@fluentui/react-icons";
import { wordRefusal } from "../core/wording/refusals.ts";
import type { GridReading } from "./grid-reader.ts";
import { MessageFrame } from "./state-message.tsx";
import { useLanguage, useTexts } from "./texts.ts";

const useStyles = makeStyles({
  said: { display: "contents" },
  waiting: { padding: "32px" },
});

/** While the cells are read; after that was refused, why, and the way to try again. */
export function GridMessage({ reading }: { readonly reading: GridReading }) {
  const styles = useStyles();
  const words = useTexts().learn;
  const language = useLanguage();
  return (
    <div role="status" className={styles.said}>
      {reading.phase === "refused" ? (
        <MessageFrame icon={<ErrorCircleRegular />} title={words.refused} help={wordRefusal(reading.refusal.code, reading.refusal.detail, language)}>
          <Button onClick={reading.again}>{words.again}</Button>
        </MessageFrame>
      ) : (
        <Spinner className={styles.waiting} size="small" />
      )}
    </div>
  );
}
