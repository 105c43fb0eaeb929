import { Button } from "@fluentui/react-components";
import { Dismiss16Regular, DocumentTable16Regular, ErrorCircle16Regular } from "@fluentui/react-icons";
import { isFileUnsaved, shownNames, type BenchState } from "../state/workspace-state.ts";
import type { Bench } from "../state/workspace.ts";
import { Tabs } from "./tabs.tsx";
import { useBenchTexts } from "../state/texts.ts";

interface FileTabsProps {
  readonly bench: Bench;
  readonly files: BenchState["files"];
  readonly front: string;
}

/** The open files. The one in front can be closed, with Delete too. */
export function FileTabs({ bench, files, front }: FileTabsProps) {
  const words = useBenchTexts();
  const file = files.find(({ id }) => id === front);
  const names = shownNames(files);
  const tabs = files.map((each) => ({
    id: each.id,
    title: each.path,
    content: (
      <>
        {each.content.state === "refused" ? <ErrorCircle16Regular aria-hidden /> : <DocumentTable16Regular aria-hidden />}
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
      <Tabs prefix="file" label={words.files} tabs={tabs} front={front} onFront={(id) => bench.bringFile(id)} onDelete={(id) => bench.close(id)} />
      <Button appearance="subtle" size="small" icon={<Dismiss16Regular />} aria-label={close} title={close} onClick={() => bench.close(file.id)} />
    </div>
  );
}
