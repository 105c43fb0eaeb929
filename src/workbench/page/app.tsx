import { useEffect, useRef } from "react";
import { Pane } from "../../pane/pane.tsx";
import { useStore } from "../../pane/state/store.ts";
import { LanguageContext } from "../../pane/texts/texts.ts";
import { useKeptFocus } from "../../pane/ui/use-kept-focus.ts";
import { ThemeProvider } from "../../pane/ui/theme.tsx";
import { frontFile, isFileUnsaved, shownNames } from "../state/workspace-state.ts";
import type { Bench } from "../state/workspace.ts";
import { CloseDialog } from "./close-dialog.tsx";
import { DropZone } from "./drop-zone.tsx";
import { SheetArea } from "./sheet-area.tsx";
import { benchTexts } from "../state/texts.ts";
import { TitleBar } from "./title-bar.tsx";
import { useLeaveWarning } from "./use-leave-warning.ts";
import { useShortcuts } from "./use-shortcuts.ts";

/** The whole page: files above, the sheet left, the pane right. */
export function App({ bench }: { readonly bench: Bench }) {
  const state = useStore(bench);
  const { language } = state;
  const file = frontFile(state);
  const closing = state.closing === undefined ? undefined : shownNames(state.files).get(state.closing);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = file ? `${file.name} – ${benchTexts[language].title}` : benchTexts[language].title;
  }, [language, file]);
  useLeaveWarning(state.files.some(isFileUnsaved));
  useShortcuts(bench);
  useKeptFocus();
  const page = useRef<HTMLDivElement>(null);
  return (
    <LanguageContext value={language}>
      <ThemeProvider>
        <div className="workbench" ref={page}>
          <TitleBar bench={bench} files={state.files} front={state.front} language={language} onLanguage={(chosen) => void bench.session.keeper.keepLanguage(chosen)} />
          <main>
            <div className="panel" id="panel" {...(file && { role: "tabpanel", "aria-labelledby": `file-${file.id}` })}>
              <SheetArea bench={bench} state={state} />
              <div className="pane-area">
                <Pane session={bench.session} />
              </div>
            </div>
          </main>
          <DropZone page={page} onFiles={(files) => void bench.open(files)} />
          {closing !== undefined && <CloseDialog name={closing} onAnswer={(answer) => void bench.answerClose(answer)} />}
        </div>
      </ThemeProvider>
    </LanguageContext>
  );
}
