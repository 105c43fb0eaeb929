import { resolveObjectURL } from "node:buffer";
import { readFileSync } from "node:fs";
import { vi } from "vitest";
import type { Form } from "../../src/core/form/schema.ts";
import { Workspace } from "../../src/workbench/state/workspace.ts";
import { keyOf, openContent } from "../../src/workbench/state/workspace-state.ts";
import { Client } from "../../src/workbench/worker/client.ts";
import "../../src/workbench/worker/worker.ts";
import { cityRows, workbookOf } from "../core/infer/form-sheets.ts";

let workspaces = 0;

/**
 * A bench over the page's worker in the same thread: messages go through real ports. Each has files of its own in it.
 * `waitFor` says what a request of a kind waits for, where it does not go at once.
 */
export function newWorkspace(waitFor: (kind: string) => Promise<void> | undefined = () => undefined): Workspace {
  const own = `${++workspaces}:`;
  const postMessage = (request: { readonly file: string; readonly kind: string }, ports: unknown) => {
    const serve: unknown = Reflect.get(globalThis, "onmessage");
    const send = () => {
      if (typeof serve === "function") Reflect.apply(serve, globalThis, [{ data: { ...request, file: own + request.file }, ports }]);
    };
    const waited = waitFor(request.kind);
    if (waited) void waited.then(send);
    else send();
  };
  return new Workspace(new Client({ postMessage }), "ja");
}

/** A file to open. */
export function picked(name: string, bytes: Uint8Array | string, path = name) {
  return { name, path, content: new Blob([typeof bytes === "string" ? bytes : bytes.slice()]) };
}

export const sample = readFileSync(new URL("../../assets/samples/sample.xlsx", import.meta.url));
/** The sample's rows as a text file. */
export const sampleText = readFileSync(new URL("../../assets/samples/sample.tsv", import.meta.url), "utf8");
/** A table that the built-in form does not fit. */
export const cityPlan = workbookOf("進行管理表", cityRows);

/** The key of the first sheet of the file of that path. */
export function keyIn(workspace: Workspace, path: string): string {
  const file = workspace.get().files.find((each) => each.path === path);
  const [sheet] = openContent(workspace.get(), file?.id ?? "")?.sheets ?? [];
  if (!file || !sheet) throw new Error(`not open: ${path}`);
  return keyOf(file.id, sheet.id);
}

/** The form that a file's first sheet was checked by, and what was found; undefined where no table was. */
export function checkedBy(workspace: Workspace, path: string): { readonly form: Form; readonly findings: number } | undefined {
  const state = workspace.session.get().checks.get(keyIn(workspace, path));
  if (state?.phase !== "checked" || !state.check) return undefined;
  return { form: state.check.form, findings: state.check.inspection.findings.length };
}

/** Saves a file, and gives what the browser is handed. */
export async function saved(workspace: Workspace, file: string) {
  const links: { readonly href: string; readonly download: string }[] = [];
  vi.stubGlobal("document", {
    createElement: () => {
      const link = { href: "", download: "", click: () => links.push(link) };
      return link;
    },
  });
  const isSaved = await workspace.editor.save(file);
  vi.unstubAllGlobals();
  const blob = resolveObjectURL(links[0]?.href ?? "");
  return { isSaved, name: links[0]?.download, bytes: blob && new Uint8Array(await blob.arrayBuffer()) };
}
