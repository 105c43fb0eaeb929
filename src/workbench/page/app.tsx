import { useEffect, useRef, useState } from "react";
import { inert } from "../../core/wording/hidden.ts";
import { Pane } from "../../pane/pane.tsx";
import { useStore } from "../../pane/state/store.ts";
import { ReceivedView } from "../../pane/received/received-view.tsx";
import { LanguageContext } from "../../pane/texts/texts.ts";
import { useKeptFocus } from "../../pane/ui/use-kept-focus.ts";
import { useWayBack } from "../../pane/ui/use-way-back.ts";
import { ThemeProvider } from "../../pane/ui/theme.tsx";
import { ManualContext } from "../../pane/ui/help-link.tsx";
import type { HelpTopic } from "../../help/topics.ts";
import { activeFile, isFileUnsaved, shownNames } from "../state/workspace-state.ts";
import type { Workspace } from "../state/workspace.ts";
import { CloseDialog } from "./close-dialog.tsx";
import { DropZone } from "./drop-zone.tsx";
import { Manual } from "./manual.tsx";
import { useHelpKey } from "./use-help-key.ts";
import { firstPaneWidth, PaneHandle } from "./pane-handle.tsx";
import { SheetArea } from "./sheet-area.tsx";
import { workbenchTexts } from "../state/texts.ts";
import { TitleBar } from "./title-bar.tsx";
import { WorkspaceNotice } from "./workspace-notice.tsx";
import { useLeaveWarning } from "./use-leave-warning.ts";
import { useShortcuts } from "./use-shortcuts.ts";

/** The whole page: files above, the sheet on the left, the pane on the right. */
export function App({ workspace }: { readonly workspace: Workspace }) {
  const state = useStore(workspace.store);
  const { language } = state;
  const isListing = useStore(workspace.session).view === "received";
  const file = activeFile(state);
  const closing = state.closing === undefined ? undefined : shownNames(state.files).get(state.closing);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = file ? `${inert(file.name)} – ${workbenchTexts[language].title}` : workbenchTexts[language].title;
  }, [language, file]);
  useLeaveWarning(state.files.some(isFileUnsaved));
  useShortcuts(workspace);
  useKeptFocus();
  useWayBack(isListing, `file-${state.active}`);
  const page = useRef<HTMLDivElement>(null);
  const [topic, setTopic] = useState<HelpTopic>();
  useHelpKey(setTopic);
  const [paneWidth, setPaneWidth] = useState(firstPaneWidth);
  const [isPaneShown, setIsPaneShown] = useState(true);
  return (
    <LanguageContext value={language}>
      <ThemeProvider>
        <div className="workbench" ref={page}>
          <TitleBar workspace={workspace} language={language} />
          <main>
            <div className="panel" id="panel" {...(file && { role: "tabpanel", "aria-labelledby": isListing ? "file-received" : `file-${file.id}` })}>
              {isListing ? (
                <div className="received">
                  <WorkspaceNotice workspace={workspace} notice={state.notice} />
                  <ManualContext value={setTopic}>
                    <ReceivedView session={workspace.session} />
                  </ManualContext>
                </div>
              ) : (
                <>
                  <SheetArea workspace={workspace} state={state} isPaneShown={isPaneShown} onPane={setIsPaneShown} />
                  <PaneHandle width={paneWidth} onWidth={setPaneWidth} isShown={isPaneShown} onShown={setIsPaneShown} />
                  <div className="pane-area" id="pane-area" hidden={!isPaneShown} style={{ width: paneWidth }}>
                    <ManualContext value={setTopic}>
                      <Pane session={workspace.session} />
                    </ManualContext>
                  </div>
                </>
              )}
            </div>
          </main>
          <DropZone page={page} onFiles={(files) => void workspace.files.open(files)} />
          {topic && <Manual topic={topic} onClose={() => setTopic(undefined)} />}
          {closing !== undefined && <CloseDialog name={closing} onAnswer={(answer) => void workspace.files.answerClose(answer)} />}
        </div>
      </ThemeProvider>
    </LanguageContext>
  );
}
