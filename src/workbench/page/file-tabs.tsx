import { Dismiss16Regular, DocumentTable16Regular, ErrorCircle16Regular } from "@fluentui/react-icons";
import { isFileUnsaved, shownNames, type WorkspaceState } from "../state/workspace-state.ts";
import type { Workspace } from "../state/workspace.ts";
import { Tabs } from "./tabs.tsx";
import { useWorkbenchTexts } from "../state/texts.ts";
import { Button } from "../../pane/ui/button.tsx";

interface FileTabsProps {
  readonly workspace: Workspace;
  readonly files: WorkspaceState["files"];
  readonly active: string;
}

/** The open files. The active one can be closed, with Delete too. */
export function FileTabs({ workspace, files, active }: FileTabsProps) {
  const words = useWorkbenchTexts();
  const file = files.find(({ id }) => id === active);
  const names = shownNames(files);
  const tabs = files.map((each) => ({
    id: each.id,
    title: each.path,
    content: (
      <>
        {each.content.state === "refused" || each.content.state === "ended" ? <ErrorCircle16Regular aria-hidden /> : <DocumentTable16Regular aria-hidden />}
        {each.isSample && <span className="tab-label">{words.sample}</span>}
        <span className="tab-name">{names.get(each.id)}</span>
        {isFileUnsaved(each) && <span className="unsaved" title={words.unsaved} aria-hidden />}
        {isFileUnsaved(each) && <span className="visually-hidden">{words.unsaved}</span>}
      </>
    ),
  }));
  if (!file) return <div className="file-area" />;
  const close = words.close(names.get(file.id) ?? file.name);
  return (
    <div className="file-area">
      <Tabs prefix="file" label={words.files} tabs={tabs} active={active} onActive={(id) => workspace.navigator.bringFile(id)} onDelete={(id) => workspace.files.close(id)} />
      <Button appearance="subtle" size="small" icon={<Dismiss16Regular />} aria-label={close} title={close} onClick={() => workspace.files.close(file.id)} />
    </div>
  );
}
