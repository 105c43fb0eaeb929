import { DocumentErrorRegular, DocumentTableRegular } from "@fluentui/react-icons";
import { useDeferredValue, useMemo, useRef, type ReactNode } from "react";
import { describeRefusal } from "../../core/wording/refusals.ts";
import { useLanguage } from "../../pane/texts/texts.ts";
import { WorkspaceNotice } from "./workspace-notice.tsx";
import { activeFile, activeSheetId, type OpenFile, type SheetScene, type WorkspaceState, type OpenContent } from "../state/workspace-state.ts";
import type { Workspace } from "../state/workspace.ts";
import { CellBar } from "./cell-bar.tsx";
import { FindBar } from "./find-bar.tsx";
import { KeptOffer } from "./kept-offer.tsx";
import { SheetGrid } from "../grid/grid.tsx";
import { selectedIn } from "../grid/ranges.ts";
import { fittingZoom, SheetGeometry } from "../grid/sheet.ts";
import { Tabs } from "./tabs.tsx";
import { useWorkbenchTexts } from "../state/texts.ts";
import type { WorkbenchTexts } from "../state/words.ts";
import { ToolBar } from "./tool-bar.tsx";
import { useInnerWidth } from "./use-width.ts";
import { ZoomChoice } from "./zoom-choice.tsx";
import { Spinner } from "../../pane/ui/spinner.tsx";

interface SheetAreaProps {
  readonly workspace: Workspace;
  readonly state: WorkspaceState;
}

interface WithPaneProps extends SheetAreaProps {
  readonly isPaneShown: boolean;
  readonly onPane: (isShown: boolean) => void;
}

/** The active file: the selected cell, the sheet, and the tabs of its sheets; or the reason why it is not shown. */
export function SheetArea({ workspace, state, isPaneShown, onPane }: WithPaneProps) {
  const area = useRef<HTMLDivElement>(null);
  const width = useInnerWidth(area);
  const words = useWorkbenchTexts();
  const file = activeFile(state);
  if (file?.content.state !== "open") return <div className="sheet-area" ref={area}>{file ? <NotOpen file={file} /> : <NoFile />}</div>;
  const { sheets } = file.content;
  const layout = state.scenes.get(file.sheet)?.layout;
  const fitting = layout ? fittingZoom(layout, width) : 1;
  const notes = notesOf(file.content, file.sheet, words);
  return (
    <div className="sheet-area" ref={area}>
      <ToolBar workspace={workspace} file={file.id} content={file.content} savesMarks={state.savesMarks} isPaneShown={isPaneShown} onPane={onPane} />
      <KeptOffer keptEdits={workspace.keptEdits} file={file} />
      <WorkspaceNotice workspace={workspace} notice={state.notice} />
      <SheetView workspace={workspace} state={state} name={sheets.find(({ id }) => id === file.sheet)?.name ?? ""} fitting={fitting} />
      {notes.length > 0 && <p className="notes">{notes.join(" ")}</p>}
      <div className="sheet-foot">
        <Tabs
          prefix="sheet"
          label={words.sheets}
          tabs={sheets.map(({ id, name, hidden }) => ({ id, content: hidden ? `${name}${words.hiddenSheet}` : name }))}
          active={file.sheet}
          onActive={(id) => workspace.navigator.bringSheet(id)}
        />
        <ZoomChoice zoom={state.zoom} fitting={fitting} onZoom={(zoom) => workspace.store.set({ zoom })} />
      </div>
    </div>
  );
}

/** Contents of a file that are not shown. */
function notesOf({ notes, own, charts }: OpenContent, sheet: string, words: WorkbenchTexts): readonly string[] {
  const isDigest = own.some((each) => each.sheet === sheet && each.own === "digest");
  return [...notes.map((note) => words.notes[note]), ...(isDigest && !charts.has(sheet) ? [words.chartElsewhere] : [])];
}

interface SheetViewProps extends SheetAreaProps {
  readonly name: string;
  /** The zoom at which the table fits into the window. */
  readonly fitting: number;
}

function SheetView({ workspace, state, name, fitting }: SheetViewProps) {
  // A sheet renders in slices, so that switching to it does not block the page.
  const key = useDeferredValue(activeSheetId(state), undefined);
  const scenes = useDeferredValue(state.scenes);
  const scene = scenes.get(key ?? "");
  if (key === undefined || !scene) return <NotRead isBusy={key === undefined || workspace.session.get().checks.get(key)?.phase === "busy"} />;
  return <ShownSheet key={key} workspace={workspace} state={state} name={name} fitting={fitting} sheet={key} scene={scene} />;
}

interface ShownSheetProps extends SheetViewProps {
  readonly sheet: string;
  readonly scene: SheetScene;
}

/** The selected cells in words, and the sheet. */
function ShownSheet({ workspace, state, name, fitting, sheet, scene }: ShownSheetProps) {
  const words = useWorkbenchTexts();
  const annotations = useDeferredValue(state.annotations);
  const zoom = state.zoom === "fit" ? fitting : state.zoom;
  const geometry = useMemo(() => new SheetGeometry(scene.layout, zoom), [scene.layout, zoom]);
  const selection = state.selections.get(sheet);
  const selected = useMemo(() => selectedIn(geometry, selection, state.reaches.get(sheet)), [geometry, selection, state.reaches, sheet]);
  const { blocks } = workspace;
  return (
    <>
      {state.find && <FindBar finder={workspace.finder} find={state.find} sheet={sheet} />}
      <CellBar scene={scene} selected={selected} />
      <SheetGrid
        scene={scene}
        geometry={geometry}
        label={words.sheet(name)}
        selected={selected}
        copied={state.copied?.sheet === sheet ? state.copied.area : undefined}
        annotations={annotations.get(sheet)}
        cellEditor={workspace.cellEditor}
        typing={state.typing?.sheet === sheet ? state.typing : undefined}
        blocks={{
          empty: (area) => void blocks.empty(sheet, area),
          copy: (area, isCut, typed) => void blocks.copy({ sheet, area, isCut }, typed),
          paste: (area, text) => void blocks.paste(sheet, area, text),
          drop: () => blocks.drop(),
        }}
        onSelect={(place) => workspace.navigator.select(place)}
        onReach={(place) => workspace.store.reach(place)}
        onStep={(direction) => workspace.session.step(direction)}
      />
    </>
  );
}

/** While a sheet is read, and after that was cancelled or refused: the pane gives the reason. */
function NotRead({ isBusy }: { readonly isBusy: boolean }) {
  const words = useWorkbenchTexts();
  return isBusy ? <Blank icon={<Spinner />} title={words.opening} help="" /> : <Blank icon={<DocumentErrorRegular />} title={words.notRead} help="" />;
}

function NoFile() {
  const words = useWorkbenchTexts();
  return <Blank icon={<DocumentTableRegular />} title={words.empty} help={`${words.emptyHelp} ${words.noNetwork}`} />;
}

function NotOpen({ file }: { readonly file: OpenFile }) {
  const words = useWorkbenchTexts();
  const language = useLanguage();
  if (file.content.state === "ended") return <Blank icon={<DocumentErrorRegular />} title={words.ended(file.name)} help={words.endedHelp} />;
  if (file.content.state !== "refused") return <Blank icon={<Spinner />} title={words.opening} help="" />;
  return <Blank icon={<DocumentErrorRegular />} title={words.refused(file.name)} help={describeRefusal(file.content, language)} />;
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
