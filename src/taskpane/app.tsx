import { makeStyles, Switch, tokens } from "@fluentui/react-components";
import { Pane } from "../pane/pane.tsx";
import { useStore } from "../pane/store.ts";
import type { ExcelDesk } from "./excel-desk.ts";
import { Notices } from "./notices.tsx";
import { keepFollowing } from "./preference.ts";
import { SheetBar } from "./sheet-bar.tsx";
import { useTaskTexts } from "./texts.ts";

const useStyles = makeStyles({
  frame: { display: "flex", flexDirection: "column", height: "100vh", minHeight: 0 },
  pane: { flex: "1 1 0", minHeight: 0 },
  foot: { flex: "none", padding: "0 8px", borderTop: `1px solid ${tokens.colorNeutralStroke2}`, "& label": { fontSize: tokens.fontSizeBase200 } },
});

/** The whole task pane: the workbook's sheets, what must be said, the pane, and how it follows the edits. */
export function App({ desk }: { readonly desk: ExcelDesk }) {
  const styles = useStyles();
  const words = useTaskTexts();
  const state = useStore(desk);
  const session = useStore(desk.session);
  const follow = (following: boolean) => {
    keepFollowing(following);
    desk.follow(following);
  };
  return (
    <main className={styles.frame}>
      <SheetBar desk={desk} state={state} session={session} />
      <Notices desk={desk} state={state} />
      <div className={styles.pane}>
        <Pane session={desk.session} />
      </div>
      <div className={styles.foot}>
        <Switch label={words.follow} checked={state.following} onChange={(_, { checked }) => follow(checked)} />
      </div>
    </main>
  );
}
