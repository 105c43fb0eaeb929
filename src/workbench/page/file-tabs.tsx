import { memo } from "react";
import { Dismiss16Regular, DocumentTable16Regular, ErrorCircle16Regular } from "@fluentui/react-icons";
import { countKinds } from "../../core/model/counts.ts";
import { sayCount } from "../../core/wording/counts.ts";
import { shownCheck } from "../../pane/state/checks.ts";
import type { SheetCheck } from "../../pane/state/host-adapter.ts";
import type { CheckState } from "../../pane/state/state.ts";
import { useCalmly } from "../../pane/state/store.ts";
import { useTexts } from "../../pane/texts/texts.ts";
import { useWayBack } from "../../pane/ui/use-way-back.ts";
import { KindSymbol } from "../../pane/ui/kind-symbol.tsx";
import { isReceived } from "../state/received-files.ts";
import { isFileUnsaved, shownNames, type OpenFile } from "../state/workspace-state.ts";
import type { Workspace } from "../state/workspace.ts";
import { Tabs } from "./tabs.tsx";
import { useWorkbenchTexts } from "../state/texts.ts";
import { Button } from "../../pane/ui/button.tsx";

interface FileTabsProps {
  readonly workspace: Workspace;
}

/** The id of the button that opens files. */
export const openButton = "open-files";

/** Not the id of a file: those are numbers. */
const list = "received";

/** The open files, each with its counts where there are several, before them the list of all. The active one can be closed, with Delete too. */
export function FileTabs({ workspace }: FileTabsProps) {
  const words = useWorkbenchTexts();
  const { session } = workspace;
  const { files, active } = useCalmly(workspace.store.subscribe, workspace.store.get);
  const { checks, view } = useCalmly(session.subscribe, session.get);
  const file = files.find(({ id }) => id === active);
  useWayBack(file !== undefined, openButton);
  const names = shownNames(files);
  const received = files.filter((each) => isReceived(each, checks));
  const isMany = received.length > 1;
  const isListing = view === "received";
  const bring = (id: string) => {
    if (id === list) session.look("received");
    else workspace.navigator.bringFile(id);
  };
  const all = { id: list, title: words.receivedHelp, content: <span className="tab-name">{words.received(session.adapter.received.sheets().length)}</span> };
  const tabs = files.map((each) => ({
    id: each.id,
    title: each.path,
    content: <TabContent file={each} name={names.get(each.id) ?? each.name} check={isMany && !each.isSample ? checkIn(each, checks) : null} />,
  }));
  if (!file) return <div className="file-area" />;
  // The list of several files outlives all but one of them.
  const shown = isMany || isListing ? [all, ...tabs] : tabs;
  const close = words.close(names.get(file.id) ?? file.name);
  return (
    <div className="file-area">
      <Tabs prefix="file" label={words.files} tabs={shown} active={isListing ? list : active} onActive={bring} onDelete={(id) => id !== list && workspace.files.close(id)} />
      {!isListing && <Button appearance="subtle" size="small" icon={<Dismiss16Regular />} aria-label={close} title={close} onClick={() => workspace.files.close(file.id)} />}
    </div>
  );
}

interface TabContentProps {
  readonly file: OpenFile;
  readonly name: string;
  /** What is counted; null for nothing. */
  readonly check: SheetCheck | null;
}

const TabContent = memo(function TabContent({ file, name, check }: TabContentProps) {
  const words = useWorkbenchTexts();
  return (
    <>
      {file.content.state === "refused" || file.content.state === "ended" ? <ErrorCircle16Regular aria-hidden /> : <DocumentTable16Regular aria-hidden />}
      {file.isSample && <span className="tab-label">{words.sample}</span>}
      <span className="tab-name">{name}</span>
      {isFileUnsaved(file) && <span className="unsaved" title={words.unsaved} aria-hidden />}
      {isFileUnsaved(file) && <span className="visually-hidden">{words.unsaved}</span>}
      <TabCounts check={check} />
    </>
  );
});

/** What forbids to hand a sheet in, else what is to be looked at. */
function TabCounts({ check }: { readonly check: SheetCheck | null }) {
  const { kinds } = useTexts();
  if (!check) return null;
  const counts = countKinds(check.inspection);
  const shown = (["error", "warning"] as const).filter((kind) => counts[kind] > 0).slice(0, 1);
  return shown.map((kind) => (
    <span key={kind} className="tab-count">
      <KindSymbol kind={kind} />
      <span className="visually-hidden">{kinds[kind]}</span>
      {sayCount(counts[kind])}
    </span>
  ));
}

/** The check of the sheet that a file shows. */
function checkIn({ sheet }: OpenFile, checks: ReadonlyMap<string, CheckState>): SheetCheck | null {
  const state = checks.get(sheet);
  return state ? shownCheck(state) : null;
}
