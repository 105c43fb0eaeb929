import { describe, expect, it } from "vitest";
import { checkFile } from "../../src/cli/check-files.ts";
import { builtInForms } from "../../src/core/form/built-in.ts";
import type { Inspection } from "../../src/core/inspect.ts";
import { nodeAt } from "../../src/core/outline/outline.ts";
import { isOf } from "../../src/core/outline/path.ts";
import { lettersOf } from "../../src/core/reply/reply.ts";
import { a1 } from "../../src/core/model/address.ts";
import { inflateInNode } from "../../src/hosts/file/inflate-node.ts";
import { openFile } from "../../src/hosts/file/open.ts";
import { activeCheck, findingsShown } from "../../src/pane/state/checks.ts";
import { findingItems } from "../../src/pane/findings/list-items.ts";
import type { Session } from "../../src/pane/state/session.ts";
import { openContent } from "../../src/workbench/state/workspace-state.ts";
import { WorkFolder } from "../cli/files.ts";
import { bookFromFile } from "../excel-host/model/from-file.ts";
import { cardSamples, cardWorkbook, withCells } from "../samples/card-books.ts";
import { newWorkspace, picked } from "../workbench/node-workspace.ts";
import { checked, fixGroup, journal, openInMemory, undoFixes } from "./open-in-memory.ts";

const [sample] = cardSamples;
if (!sample) throw new Error("no sample");
const clean = cardWorkbook(sample.sheets);
const bytes = cardWorkbook(withCells(sample.sheets, sample.faults));
const found = ({ findings }: Pick<Inspection, "findings">) => findings.map(({ at, rule }) => `${a1(at)} ${rule}`);
const told = (inspection: Inspection) => [found(inspection), inspection.counts, inspection.marks.map(({ at, level }) => `${a1(at)} ${level}`), inspection.cards?.leftOut.map(({ why }) => why)];

/** The workbook with a card as the active sheet. */
async function inWorkbench(content = bytes) {
  const workspace = newWorkspace();
  await workspace.files.open([picked("個票.xlsx", content)]);
  const [file] = workspace.store.get().files;
  const sheets = openContent(workspace.store.get(), file?.id ?? "")?.sheets ?? [];
  const idOf = (name: string) => sheets.find((sheet) => sheet.name === name)?.id ?? "";
  workspace.navigator.bringSheet(idOf("No2"));
  await workspace.session.check(idOf("No2"));
  return { workspace, idOf };
}

const work = new WorkFolder();

async function inExcel() {
  const opened = await openInMemory(await bookFromFile(await openFile("個票.xlsx", bytes, { inflate: inflateInNode })));
  return opened;
}

function goToFirst(session: Session, rule: string): string | undefined {
  const finding = findingsShown(session.get()).find((one) => one.rule === rule);
  if (finding) session.goTo(finding);
  return finding && a1(finding.at);
}

describe("a workbook of cards", () => {
  it("has the same findings, counts and marks in Excel, in the workbench and in the terminal", async () => {
    const { inspections } = await checkFile(work.put("個票.xlsx", bytes), { forms: builtInForms, useOwn: true });
    const terminal = inspections.map(told);
    const { workspace } = await inWorkbench();
    const workbench = activeCheck(workspace.session.get());
    const { taskPane } = await inExcel();
    expect(terminal.length).toBe(1);
    expect(terminal[0]?.[0]?.length).toBeGreaterThan(5);
    expect([workbench && told(workbench.inspection), told(checked(taskPane).inspection)]).toEqual([terminal[0], terminal[0]]);
  });

  it("in the workbench: leads to a finding's card, fixes all cards in one step and undoes it", async () => {
    const { workspace, idOf } = await inWorkbench();
    const { session, store, workbook } = workspace;
    expect(goToFirst(session, "status-spelling")).toBe("'No3'!B10");
    expect([store.get().files[0]?.sheet, session.get().place?.sheet?.name, session.get().current?.code]).toEqual([idOf("No3"), "No3", "3"]);
    await expect.poll(() => store.get().scenes.has(idOf("No3"))).toBe(true);
    const check = activeCheck(session.get());
    if (!check) throw new Error("not checked");
    await session.fixer.fix({ id: idOf("No3"), name: "No3" }, session.fixer.fixGroups(check.all).filter(({ safety }) => safety === "safe"));
    const [grade] = await workbook.readCells(idOf("No3"), [{ row: 9, column: 1 }]);
    expect([grade, found(activeCheck(session.get())?.inspection ?? { findings: [] }).includes("'No3'!B10 status-spelling")]).toEqual(["B", false]);
    await session.fixer.undoFixes(idOf("No2"), session.fixer.get().journal);
    expect(await workbook.readCells(idOf("No3"), [{ row: 9, column: 1 }])).toEqual(["Ｂ"]);
  });

  it("in the workbench: one office of the summary, its marks on each card's sheet", async () => {
    const { workspace, idOf } = await inWorkbench(clean);
    const { offices } = await workspace.summaries.offices();
    expect(offices.map((office) => "inspection" in office && office.inspection.counts)).toEqual([[20]]);
    const marked = [...workspace.store.get().annotations].filter(([, { marks }]) => marks.length > 0).map(([id]) => id);
    expect(new Set(marked)).toEqual(new Set([...sample.required, ...sample.attention].map(idOf)));
  });

  it("in the workbench: what is left as it is stays so from every card, and each section gets its letter", async () => {
    const { workspace, idOf } = await inWorkbench();
    const { session } = workspace;
    const finding = findingsShown(session.get()).find(({ rule }) => rule === "status-spelling");
    if (!finding) throw new Error("not found");
    await session.accept(finding, { reason: "確認済み", by: "評価担当", day: { year: 2026, month: 11, day: 29 } });
    const left = () => findingsShown(session.get()).some(({ rule }) => rule === "status-spelling");
    const atOnce = left();
    workspace.navigator.bringSheet(idOf("No15"));
    await session.check(idOf("No15"));
    expect([atOnce, left()]).toEqual([false, false]);
    const inspection = activeCheck(session.get())?.inspection;
    const letters = inspection ? lettersOf({ inspection, form: inspection.form.form, findings: inspection.findings, language: "ja", day: { year: 2026, month: 11, day: 29 }, source: "個票.xlsx" }) : [];
    expect(letters.map(({ section, findings }) => [section, findings.length])).toEqual([["都市整備課", 1], ["道路課", 2], ["危機管理課", 2], ["こども課", 1]]);
  });

  it("in the workbench: opens with its first card in front", async () => {
    const workspace = newWorkspace();
    await workspace.files.open([picked("個票.xlsx", clean)]);
    await expect.poll(() => activeCheck(workspace.session.get())?.inspection.counts).toEqual([20]);
    expect(workspace.session.get().sheet?.name).toBe("No1");
  });

  it("in the pane: findings are grouped by their cards, and each card of the outline has its own", async () => {
    const { workspace } = await inWorkbench();
    const inspection = activeCheck(workspace.session.get())?.inspection;
    if (!inspection) throw new Error("not checked");
    const { outline } = inspection.overview;
    const items = findingItems(inspection.findings, [], "row", new Set(), "ja");
    expect([...new Set(items.flatMap((item) => (item.kind === "entry" ? [item.entry.at.sheet?.name] : [])))]).toEqual(["No3", "No5", "No8", "No9", "No12", "No14", "No18"]);
    const own = (index: number) => found({ findings: inspection.findings.filter(({ at }) => isOf(outline, nodeAt(outline, index), at)) });
    expect([own(0), own(7)]).toEqual([[], ["'No8'!B2 code-sequence"]]);
  });

  it("in Excel: fixes and undoes on the card's own sheet, and leads there", async () => {
    const { taskPane, workbook } = await inExcel();
    const sheetOf = async (name: string) => (await workbook.sheets()).find((sheet) => sheet.name === name)?.id ?? "";
    const gradeOf3 = async () => (await workbook.readCells(await sheetOf("No3"), [{ row: 9, column: 1 }]))[0];
    expect([goToFirst(taskPane.session, "status-spelling"), taskPane.session.get().sheet?.name]).toEqual(["'No3'!B10", "No3"]);
    await fixGroup(taskPane);
    expect([await gradeOf3(), journal(taskPane).map(({ name }) => name)]).toEqual(["B", ["No3"]]);
    await undoFixes(taskPane);
    expect([await gradeOf3(), journal(taskPane)]).toEqual(["Ｂ", []]);
  });
});
