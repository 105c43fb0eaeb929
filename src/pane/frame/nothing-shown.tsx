import { makeStyles, tokens } from "@fluentui/react-components";
import { noFilter } from "../state/filter.ts";
import type { Session } from "../state/session.ts";
import { useTexts } from "../texts/texts.ts";
import { Button } from "../ui/button.tsx";

const useStyles = makeStyles({
  nothing: { display: "flex", flexDirection: "column", alignItems: "center", gap: "12px", padding: "32px 16px", color: tokens.colorNeutralForeground2 },
});

/** Where nothing passes the filter: the way back to all. */
export function NothingShown({ session }: { readonly session: Session }) {
  const styles = useStyles();
  const words = useTexts();
  return (
    <div className={styles.nothing}>
      {words.nothingShown}
      <Button onClick={() => session.filterBy(noFilter)}>{words.showAll}</Button>
    </div>
  );
}
