import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect } from "react";
import { Pane } from "../../pane/pane.tsx";
import { LanguageContext, useLanguage } from "../../pane/texts/texts.ts";
import { useLoadedLanguage } from "../../pane/texts/use-loaded-language.ts";
import { useStore } from "../../pane/state/store.ts";
import { Button } from "../../pane/ui/button.tsx";
import { Switch } from "../../pane/ui/switch.tsx";
import { useKeptFocus } from "../../pane/ui/use-kept-focus.ts";
import type { TaskPane } from "../state/task-pane.ts";
import { Notices } from "./notices.tsx";
import { SheetBar } from "./sheet-bar.tsx";
import { taskTexts, useTaskTexts } from "./texts.ts";
import { useBrowserTab } from "./use-browser-tab.ts";

const useStyles = makeStyles({
  frame: { display: "flex", flexDirection: "column", height: "100vh", minHeight: 0 },
  // Excel shows the name above the pane.
  hidden: { position: "absolute", width: "1px", height: "1px", margin: 0, overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" },
  pane: { flex: "1 1 0", minHeight: 0 },
  foot: { flex: "none", display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between", padding: "0 8px", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

/** The whole task pane in the chosen language, or else in Excel's. */
export function App({ taskPane }: { readonly taskPane: TaskPane }) {
  const excels = useLanguage();
  const { settings } = useStore(taskPane.session.documentSettings);
  const language = useLoadedLanguage(settings.language ?? excels, excels);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = taskTexts[language].title;
  }, [language]);
  return (
    <LanguageContext value={language}>
      <Frame taskPane={taskPane} follows={settings.follow ?? true} />
    </LanguageContext>
  );
}

/** The workbook's sheets, notices, the pane, and the switch for following edits. */
function Frame({ taskPane, follows }: { readonly taskPane: TaskPane; readonly follows: boolean }) {
  const styles = useStyles();
  const words = useTaskTexts();
  useKeptFocus();
  useBrowserTab();
  const state = useStore(taskPane.store);
  const session = useStore(taskPane.session);
  return (
    <main className={styles.frame}>
      <h1 className={styles.hidden}>{words.title}</h1>
      <SheetBar taskPane={taskPane} state={state} session={session} />
      <Notices taskPane={taskPane} state={state} hasOldMarks={session.marksShown && state.oldMarks.has(session.sheet?.id ?? "")} />
      <div className={styles.pane}>
        <Pane session={taskPane.session} isOld={state.stale} />
      </div>
      <div className={styles.foot}>
        <Switch label={words.follow} isOn={follows} onSwitch={(isOn) => taskPane.follow(isOn)} />
        <span role="status">
          {state.asOf !== undefined && (
            <Button size="small" title={words.asOfHelp} onClick={() => void taskPane.checkActive()}>
              {words.asOf(new Date(state.asOf).toLocaleTimeString("ja", { hour: "2-digit", minute: "2-digit" }))}
            </Button>
          )}
        </span>
      </div>
    </main>
  );
}
