import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { openContent } from "../../src/workbench/state/workspace-state.ts";
import { checkOf } from "../../src/pane/state/checks.ts";
import { partText } from "../hosts/file/write/open.ts";
import { withPart } from "../hosts/file/write/with-part.ts";
import { newWorkspace } from "./node-workspace.ts";

const sample = new Uint8Array(readFileSync(new URL("../../assets/samples/sample.xlsx", import.meta.url)));

/** The sample, whose only sheet is tagged as our totals. */
async function signed(): Promise<Uint8Array> {
  const xml = (await partText(sample, "xl/workbook.xml")) ?? "";
  const names = `<definedName name="_tenken_totals" hidden="1">'総括表'!$A$1</definedName><definedName name="_tenken_totals_seal" hidden="1">"0123"</definedName>`;
  return withPart(sample, "xl/workbook.xml", xml.includes("<definedNames>") ? xml.replace("<definedNames>", `<definedNames>${names}`) : xml.replace("</sheets>", `</sheets><definedNames>${names}</definedNames>`));
}

async function opened(...files: readonly Uint8Array[]) {
  const workspace = newWorkspace();
  await workspace.files.open(files.map((bytes, index) => ({ name: `${index}.xlsx`, content: new Blob([bytes.slice()]) })));
  const keys = workspace.store.get().files.map(({ id }) => openContent(workspace.store.get(), id)?.sheets[0]?.id ?? "");
  return { workspace, session: workspace.session, keys, files: workspace.store.get().files.map(({ id }) => id) };
}

describe("an evaluation that is tagged as a sheet of ours, in the workbench", () => {
  test("is checked like any other, and summed up", async () => {
    const { workspace, session, keys: [key = "", other = ""], files } = await opened(await signed(), sample);
    expect(openContent(workspace.store.get(), files[0] ?? "")?.own).toHaveLength(1);
    const findings = (sheet: string) => checkOf(session.get(), sheet)?.inspection.findings.length;
    expect(findings(key)).toBe(findings(other));
    await session.summarizer.make("ja");
    expect(session.summarizer.get().summary).toMatchObject({ phase: "made" });
    const made = workspace.store.get().files.at(-1)?.id ?? "";
    expect(files).not.toContain(made);
    const totals = openContent(workspace.store.get(), made)?.sheets[0]?.id ?? "";
    const grid = await workspace.workbook.read(totals);
    const texts = Array.from({ length: grid.rowCount }, (_, row) => JSON.stringify(grid.row(row))).join("\n");
    for (const name of ["0.xlsx", "1.xlsx"]) expect(texts).toContain(name);
  });
});

describe("a fix in one file", () => {
  test("is taken back there, and what is in front meanwhile keeps what it holds", async () => {
    const { workspace, session, keys: [one = "", other = ""], files: [, second = ""] } = await opened(sample, sample);
    const safe = (sheet: string) => session.fixer.fixGroups(checkOf(session.get(), sheet)?.inspection.findings ?? []).filter(({ safety }) => safety === "safe");
    for (const key of [one, other]) await session.fixer.fix({ id: key, name: "総括表" }, safe(key));
    const cells = async (key: string) => JSON.stringify(await Promise.all([workspace.workbook.read(key)]).then(([grid]) => Array.from({ length: grid.rowCount }, (_, row) => grid.row(row))));
    const [fixed, before] = [await cells(other), await cells(one)];
    expect(before).toBe(fixed);
    const entries = session.fixer.get().journal.filter(({ sheet }) => sheet === one);
    workspace.navigator.bringFile(second);
    await session.fixer.undoFixes(other, entries);
    expect([await cells(one), await cells(other)]).toEqual([before, fixed]);
    await session.fixer.undoFixes(one, entries);
    expect([(await cells(one)) === before, await cells(other), session.fixer.get().outcome]).toMatchObject([false, fixed, { sheet: one, kind: "undone" }]);
  });

  test("a finding of one sheet that is left as it is after another came to the front is left in its own", async () => {
    const { workspace, session, keys: [one = "", other = ""], files: [, second = ""] } = await opened(sample, sample);
    const finding = checkOf(session.get(), one)?.all[0];
    if (!finding) throw new Error("the sample has findings");
    workspace.navigator.bringFile(second);
    await session.accept(finding, { reason: "確認済み", by: "私", day: { year: 2026, month: 11, day: 28 } });
    expect([one, other].map((key) => checkOf(session.get(), key)?.accepted.size)).toEqual([1, 0]);
  });
});
