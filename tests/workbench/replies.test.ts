import { expect, test, vi } from "vitest";
import { resolveObjectURL } from "node:buffer";
import { hasTable } from "../../src/pane/state/state.ts";
import { newWorkspace, picked, sample, sampleText, sheetIn } from "./node-workspace.ts";

test("letters to several offices are saved as one zip file, by a worker that is ended", async () => {
  const ended: string[] = [];
  const workspace = newWorkspace(undefined, (file) => ended.push(file));
  await workspace.files.open([picked("旭区.xlsx", sample), picked("北区.tsv", sampleText)]);
  const { session } = workspace;
  const sheets = ["旭区.xlsx", "北区.tsv"].map((source) => {
    const state = session.get().checks.get(sheetIn(workspace, source));
    if (!hasTable(state)) throw new Error(`not checked: ${source}`);
    const { inspection, form } = state.check;
    return { inspection, findings: inspection.findings, form, language: "ja" as const, day: { year: 2026, month: 11, day: 29 }, source };
  });
  const links: { href: string; download: string }[] = [];
  vi.stubGlobal("document", { createElement: () => ({ href: "", download: "", click(this: { href: string; download: string }) { links.push(this); } }) });
  await session.adapter.saveReplies?.(sheets);
  vi.unstubAllGlobals();
  const zip = Buffer.from((await resolveObjectURL(links[0]?.href ?? "")?.arrayBuffer()) ?? new ArrayBuffer(0));
  expect([links.map(({ download }) => download), zip.readUInt16LE(zip.length - 12), zip.includes("旭区/差戻し文.eml"), zip.includes("北区/指摘一覧.xlsx"), ended.length]).toEqual([["差戻し文.zip"], 6, true, true, 1]);
});
