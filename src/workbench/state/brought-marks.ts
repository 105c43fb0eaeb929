import { clearMarks } from "../../core/model/show-marks.ts";
import type { Session } from "../../pane/state/session.ts";
import type { FileWorkers } from "../worker/file-workers.ts";
import type { Editor } from "./editor.ts";
import { openContent } from "./workspace-state.ts";
import type { WorkspaceStore } from "./workspace-store.ts";

/** Switching the marks off takes those that the file in front brought out of it, as one step: they are gone, as in Excel. */
export function removeWhenOff(session: Session, store: WorkspaceStore, workers: FileWorkers, editor: Editor): void {
  let wasShown = session.get().marksShown;
  session.subscribe(() => {
    const { marksShown } = session.get();
    if (wasShown && !marksShown) void removeMarks(store, workers, editor);
    wasShown = marksShown;
  });
}

async function removeMarks(store: WorkspaceStore, workers: FileWorkers, editor: Editor): Promise<void> {
  const { active } = store.get();
  const content = openContent(store.get(), active);
  if (!content) return;
  try {
    const marked = await workers.ask(active, { kind: "marked", sheets: content.sheets.map(({ id }) => id) });
    if (marked.length > 0) await editor.apply(active, marked.map(clearMarks));
  } catch (error) {
    store.refuse(error);
  }
}
