import { Spinner } from "@fluentui/react-components";
import { DocumentErrorRegular, DocumentTableRegular } from "@fluentui/react-icons";
import { useDeferredValue, type ReactNode } from "react";
import { describeRefusal } from "../../core/wording/refusals.ts";
import { useLanguage } from "../../pane/texts/texts.ts";
import { WorkspaceNotice } from "./workspace-notice.tsx";
import { activeFile, activeSheetId, type OpenFile, type WorkspaceState, type OpenContent } from "../state/workspace-state.ts";
import type { Workspace } from "../state/workspace.ts";
import { CellBar } from "./cell-bar.tsx";
import { SheetGrid } from "../grid/grid.tsx";
import { Tabs } from "./tabs.tsx";
import { useWorkbenchTexts, type WorkbenchTexts } from "../state/texts.ts";
import { ToolBar } from "./tool-bar.tsx";

interface SheetAreaProps {
  readonly workspace: Workspace;
  readonly state: WorkspaceState;
}

/** The active file: the selected cell, the sheet, and the tabs of its sheets; or the reason why it is not shown. */
export function SheetArea({ workspace, state }: SheetAreaProps) {
  const words = useWorkbenchTexts();
  const file = activeFile(state);
  if (file?.content.state !== "open") return <div className="sheet-area">{file ? <NotOpen file={file} /> : <NoFile />}</div>;
  const { sheets } = file.content;
  const notes = notesOf(file.content, file.sheet, words);
  return (
    <div className="sheet-area">
      <ToolBar workspace={workspace} file={file.id} content={file.content} savesMarks={state.savesMarks} />
      <WorkspaceNotice workspace={workspace} notice={state.notice} />
      <SheetView workspace={workspace} state={state} name={sheets.find(({ id }) => id === file.sheet)?.name ?? ""} />
      {notes.length > 0 && <p className="notes">{notes.join(" ")}</p>}
      <Tabs
        prefix="sheet"
        label={words.sheets}
        tabs={sheets.map(({ id, name, hidden }) => ({ id, content: hidden ? `${name}${words.hiddenSheet}` : name }))}
        active={file.sheet}
        onActive={(id) => workspace.navigator.bringSheet(id)}
      />
    </div>
  );
}

/** Contents of a file that are not shown. */
function notesOf({ notes, own, charts }: OpenContent, sheet: string, words: WorkbenchTexts): readonly string[] {
  const isTotals = own.some((each) => each.sheet === sheet && each.own === "totals");
  return [...notes.map((note) => words.notes[note]), ...(isTotals && !charts.has(sheet) ? [words.chartElsewhere] : [])];
}

interface SheetViewProps extends SheetAreaProps {
  readonly name: string;
}

function SheetView({ workspace, state, name }: SheetViewProps) {
  const words = useWorkbenchTexts();
  // A sheet renders in slices, so that switching to it does not block the page.
  const key = useDeferredValue(activeSheetId(state), undefined);
  const scenes = useDeferredValue(state.scenes);
  const annotations = useDeferredValue(state.annotations);
  const scene = scenes.get(key ?? "");
  if (key === undefined || !scene) return <NotRead isBusy={key === undefined || workspace.session.get().checks.get(key)?.phase === "busy"} />;
  const selection = state.selections.get(key);
  return (
    <>
      <CellBar scene={scene} selection={selection} />
      <SheetGrid
        key={key}
        scene={scene}
        label={words.sheet(name)}
        selection={selection}
        annotations={annotations.get(key)}
        cellEditor={workspace.cellEditor}
        typing={state.typing?.sheet === key ? state.typing : undefined}
        onSelect={(place) => workspace.navigator.select(place)}
        onStep={(direction) => workspace.session.step(direction)}
      />
    </>
  );
}

/** While a sheet is read, and after that was cancelled or refused: the pane gives the reason. */
function NotRead({ isBusy }: { readonly isBusy: boolean }) {
  const words = useWorkbenchTexts();
  return isBusy ? <Blank icon={<Spinner size="small" />} title={words.opening} help="" /> : <Blank icon={<DocumentErrorRegular />} title={words.notRead} help="" />;
}

function NoFile() {
  const words = useWorkbenchTexts();
  return <Blank icon={<DocumentTableRegular />} title={words.empty} help={`${words.emptyHelp} ${words.noNetwork}`} />;
}

function NotOpen({ file }: { readonly file: OpenFile }) {
  const words = useWorkbenchTexts();
  const language = useLanguage();
  if (file.content.state === "ended") return <Blank icon={<DocumentErrorRegular />} title={words.ended(file.name)} help={words.endedHelp} />;
  if (file.content.state !== "refused") return <Blank icon={<Spinner size="small" />} title={words.opening} help="" />;
  const { code, detail } = file.content;
  return <Blank icon={<DocumentErrorRegular />} title={words.refused(file.name)} help={describeRefusal(code, detail, language)} />;
}

interface BlankProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly help: string;
}

function Blank({ icon, title, help }: BlankProps) {
  return (
    <div className="blank" role="status">
      <span aria-hidden>{icon}</span>
      <p className="blank-title">{title}</p>
      {help !== "" && <p>{help}</p>}
    </div>
  );
}
