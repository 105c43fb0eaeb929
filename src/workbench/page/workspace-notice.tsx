import { Dismiss16Regular, Info16Regular, Warning16Regular } from "@fluentui/react-icons";
import { describeRefusal } from "../../core/wording/refusals.ts";
import type { Language } from "../../core/wording/language.ts";
import { useLanguage } from "../../pane/texts/texts.ts";
import type { NoticeContent } from "../state/workspace-state.ts";
import type { Workspace } from "../state/workspace.ts";
import { download } from "../state/download.ts";
import { describeSkipped, describeStep } from "../state/say.ts";
import { workbenchTexts, useWorkbenchTexts } from "../state/texts.ts";
import { Button } from "../../pane/ui/button.tsx";

interface WorkspaceNoticeProps {
  readonly workspace: Workspace;
  readonly notice: NoticeContent | undefined;
}

/** The latest event of the file, announced as it appears. An undone change is visible anyway, so it is only announced. */
export function WorkspaceNotice({ workspace, notice }: WorkspaceNoticeProps) {
  const words = useWorkbenchTexts();
  const language = useLanguage();
  const isSeen = notice?.kind === "undone" || notice?.kind === "redone";
  return (
    <div role="status">
      {notice && (
        <div className={isSeen ? "visually-hidden" : "bench-notice"}>
          {notice.kind === "refused" || notice.kind === "silent" ? <Warning16Regular aria-hidden /> : <Info16Regular aria-hidden />}
          <p>{describeNotice(notice, language)}</p>
          {notice.kind === "refused" && notice.typing && (
            <Button size="small" onClick={() => workspace.cellEditor.resume()}>
              {words.resume}
            </Button>
          )}
          {notice.kind === "sample-closed" && (
            <Button size="small" onClick={() => download(notice.bytes, notice.name)}>
              {words.saveSample}
            </Button>
          )}
          {!isSeen && <Button size="small" appearance="subtle" icon={<Dismiss16Regular />} aria-label={words.dismiss} title={words.dismiss} onClick={() => workspace.store.set({ notice: undefined })} />}
        </div>
      )}
    </div>
  );
}

function describeNotice(notice: NoticeContent, language: Language): string {
  const words = workbenchTexts[language];
  switch (notice.kind) {
    case "refused":
      return describeRefusal(notice, language);
    case "stays-text":
      return words.staysText(notice.at);
    case "skipped":
      return words.skipped(notice.written, describeSkipped(notice.skipped, words));
    case "not-copied":
      return words.notCopied;
    case "silent":
      return words.silent(notice.name);
    case "passed-over":
      return words.passedOver(notice.names);
    case "open-already":
      return words.openAlready(notice.names);
    case "saved":
      return words.saved(notice.name);
    case "undone":
    case "redone":
      return words[notice.kind](describeStep(notice.what, words));
    case "sample-closed":
      return words.sampleClosed(notice.name);
  }
}
