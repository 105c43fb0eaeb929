import { bySheet, type CellPlace } from "../../core/model/address.ts";
import { refusalReason } from "../../core/model/refusal.ts";
import type { Language } from "../../core/wording/language.ts";
import { without } from "../../pane/state/checks.ts";
import type { Annotations } from "../../pane/state/host-adapter.ts";
import { Store } from "../../pane/state/store.ts";
import { activeSheetId, emptyWorkspace, openContent, type OpenContent, type OpenFile, type Typing, type WorkspaceState } from "./workspace-state.ts";

/** The workspace: the open files and their views. */
export class WorkspaceStore extends Store<WorkspaceState> {
  constructor(language: Language) {
    super({ ...emptyWorkspace, language });
  }

  add(files: readonly OpenFile[]): void {
    this.set({ files: [...this.get().files, ...files] });
  }

  patch(fileId: string, patch: Partial<OpenFile>): void {
    this.set({ files: this.get().files.map((file) => (file.id === fileId ? { ...file, ...patch } : file)) });
  }

  /** Changes the state of an open file; does nothing for any other. */
  patchContent(fileId: string, patch: (content: OpenContent) => Partial<OpenContent>): void {
    const content = openContent(this.get(), fileId);
    if (content) this.patch(fileId, { content: { ...content, ...patch(content) } });
  }

  /** Selects a cell of the active sheet. */
  place(at: CellPlace): void {
    const sheet = activeSheetId(this.get());
    if (sheet === undefined) return;
    const { selections, reaches } = this.get();
    this.set({ selections: new Map(selections).set(sheet, at), reaches: without(reaches, (each) => each === sheet) });
  }

  /** Selects all cells of the active sheet from the selected one to this one. */
  reach(to: CellPlace): void {
    const sheet = activeSheetId(this.get());
    if (sheet !== undefined) this.set({ reaches: new Map(this.get().reaches).set(sheet, to) });
  }

  /** Tells why something could not be done; a refused text, where it was typed, can be edited further. */
  refuse(error: unknown, typing?: Typing): void {
    this.set({ notice: { kind: "refused", ...refusalReason(error), ...(typing && { typing }) } });
  }

  /** Forgets a notice that is true only until the next change. */
  outdate(): void {
    const kind = this.get().notice?.kind;
    if (kind === "undone" || kind === "redone" || kind === "saved") this.set({ notice: undefined });
  }

  annotate(sheet: string, { findings, marks, sheets }: Annotations): void {
    const [foundOn, markedOn] = [bySheet(findings, ({ at }) => at, sheet), bySheet(marks, ({ at }) => at, sheet)];
    const annotations = new Map(this.get().annotations);
    for (const id of sheets) annotations.set(id, { findings: foundOn.get(id) ?? [], marks: markedOn.get(id) ?? [], sheets });
    this.set({ annotations });
  }

  /** Forgets the views of a sheet. */
  forget(sheet: string): void {
    const { scenes, selections, reaches, annotations } = this.get();
    const isGone = (each: string) => each === sheet;
    this.set({ scenes: without(scenes, isGone), selections: without(selections, isGone), reaches: without(reaches, isGone), annotations: without(annotations, isGone) });
  }
}
