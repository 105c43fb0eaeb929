import { resolveObjectURL } from "node:buffer";
import { readFileSync } from "node:fs";
import { vi } from "vitest";
import type { Form } from "../../src/core/form/schema.ts";
import { openContent } from "../../src/workbench/state/workspace-state.ts";
import type { EditStore, StoredEdits } from "../../src/workbench/state/edit-store.ts";
import { openWorkspace, type Workspace } from "../../src/workbench/state/workspace.ts";
import type { FileWorker } from "../../src/workbench/worker/client.ts";
import { FileService } from "../../src/workbench/worker/file-service.ts";
import type { Request } from "../../src/workbench/worker/messages.ts";
import { fileOf } from "../../src/workbench/worker/sheet-ids.ts";
import { gradedRows, workbookOf } from "../samples/form-sheets.ts";

/** Returns what a request to a file waits for; undefined if it goes at once. */
type WaitFor = (request: Request, file: string) => Promise<void> | undefined;

/** A workspace whose workers run in the same thread; messages go through real ports. `onEnd` is called with the file whose worker ended. */
export function newWorkspace(waitFor: WaitFor = () => undefined, onEnd: (file: string) => void = () => undefined, stored: EditStore = editsInMemory()): Workspace {
  return openWorkspace(() => workerInThread(waitFor, onEnd), "ja", stored);
}

/** A store of edits that lasts as long as the test. */
export function editsInMemory() {
  const kept = new Map<string, unknown>();
  return {
    kept,
    get: (fingerprint: string) => Promise.resolve(kept.get(fingerprint)),
    put: (edits: StoredEdits) => Promise.resolve(void kept.set(edits.fingerprint, edits)),
    remove: (fingerprint: string) => Promise.resolve(void kept.delete(fingerprint)),
  };
}

function workerInThread(waitFor: WaitFor, onEnd: (file: string) => void): FileWorker {
  const service = new FileService();
  let file = "";
  let isEnded = false;
  const postMessage = (request: Request, [port]: [MessagePort]) => {
    if ("idPrefix" in request) file = fileOf(request.idPrefix);
    const send = () => {
      if (!isEnded) void service.serve(request, port);
    };
    const waited = waitFor(request, file);
    if (waited) void waited.then(send);
    else send();
  };
  const terminate = () => {
    isEnded = true;
    onEnd(file);
  };
  return { postMessage, terminate };
}

/** A file to open. */
export function picked(name: string, bytes: Uint8Array | string, path = name) {
  return { name, path, content: new Blob([typeof bytes === "string" ? bytes : bytes.slice()]) };
}

export const sample = readFileSync(new URL("../../assets/samples/sample.xlsx", import.meta.url));
/** The sample's rows as a text file. */
export const sampleText = readFileSync(new URL("../../assets/samples/sample.tsv", import.meta.url), "utf8");
/** A table that the built-in form does not fit. */
export const gradedPlan = workbookOf("進行管理表", gradedRows);

/** The id of the first sheet of the file with that path. */
export function sheetIn(workspace: Workspace, path: string): string {
  const file = workspace.store.get().files.find((each) => each.path === path);
  const [sheet] = openContent(workspace.store.get(), file?.id ?? "")?.sheets ?? [];
  if (!sheet) throw new Error(`not open: ${path}`);
  return sheet.id;
}

/** The form used for a file's first sheet, and the findings; undefined without a table. */
export function checkedBy(workspace: Workspace, path: string): { readonly form: Form; readonly findings: number } | undefined {
  const state = workspace.session.get().checks.get(sheetIn(workspace, path));
  if (state?.phase !== "checked" || !state.check) return undefined;
  return { form: state.check.form, findings: state.check.inspection.findings.length };
}

/** The bytes that the browser gets when a file is saved, and whether that was done. */
export async function saved(workspace: Workspace, file: string): Promise<{ readonly isSaved: boolean; readonly name: string | undefined; readonly bytes: Uint8Array }> {
  const links: { readonly href: string; readonly download: string }[] = [];
  vi.stubGlobal("document", {
    createElement: () => {
      const link = { href: "", download: "", click: () => links.push(link) };
      return link;
    },
  });
  try {
    const isSaved = await workspace.saver.save(file);
    const blob = resolveObjectURL(links[0]?.href ?? "");
    return { isSaved, name: links[0]?.download, bytes: new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0)) };
  } finally {
    vi.unstubAllGlobals();
  }
}
