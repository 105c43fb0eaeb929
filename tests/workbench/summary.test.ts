import { expect, test } from "vitest";
import { openContent } from "../../src/workbench/state/workspace-state.ts";
import type { Workspace } from "../../src/workbench/state/workspace.ts";
import { cellsIn, changedParts } from "./workbench-page.ts";
import { fileOf } from "../../src/workbench/worker/sheet-ids.ts";
import { describeCopies } from "../../src/pane/received/received-list.ts";
import { describeSummary } from "../../src/pane/summary/say-summary.ts";
import { receivedOf } from "../../src/pane/state/received.ts";
import { cardSamples, cardWorkbook } from "../samples/card-books.ts";
import { gradedPlan, newWorkspace, picked, sample, saved, sheetIn } from "./node-workspace.ts";

const one = "旭区.xlsx";
const four = ["総括", "課題別", "要見直し一覧", "指摘一覧"];

async function opened(...names: readonly string[]) {
  const workspace = newWorkspace();
  await workspace.files.open(names.map((name) => picked(name, sample)));
  const file = fileOf(sheetIn(workspace, names[0] ?? ""));
  const sheets = (of = file) => openContent(workspace.store.get(), of)?.sheets ?? [];
  return { workspace, file, editor: workspace.editor, summarizer: workspace.session.summarizer, sheets, sheetNames: () => sheets().map(({ name }) => name) };
}

async function bytesOf(workspace: Workspace, file: string) {
  return (await saved(workspace, file)).bytes;
}

test("one file gets its summary sheets behind the evaluation sheet, and one step takes them away", async () => {
  const { workspace, file, editor, summarizer, sheetNames } = await opened(one);
  await summarizer.make("ja");
  expect(sheetNames()).toEqual(["総括表", ...four]);
  const bytes = await bytesOf(workspace, file);
  const [now, then] = [cellsIn(bytes), cellsIn(sample)];
  expect([...then].filter(([at, found]) => now.get(at) !== found)).toEqual([]);
  expect(changedParts(bytes, sample)).not.toContain("xl/worksheets/sheet1.xml");
  await editor.turn("undo");
  expect(sheetNames()).toEqual(["総括表"]);
  await editor.turn("redo");
  expect(sheetNames()).toEqual(["総括表", ...four]);
});

test("what is written into the columns for notes stays when the sheets are made again, and undoing brings the chart back", async () => {
  const { workspace, file, editor, summarizer, sheets, sheetNames } = await opened(one);
  const idOf = (name: string) => sheets().find((sheet) => sheet.name === name)?.id ?? "";
  const charts = () => openContent(workspace.store.get(), file)?.charts.get(idOf("総括"))?.length;
  await summarizer.make("ja");
  const list = idOf("要見直し一覧");
  await editor.type({ sheet: list, at: { row: 6, column: 6 }, text: "目標を見直す" });
  await summarizer.make("ja");
  expect([summarizer.get().summary.phase, sheetNames()]).toEqual(["made", ["総括表", ...four]]);
  expect(cellsIn(await bytesOf(workspace, file)).get("要見直し一覧!G7")).toMatch(/^s 目標を見直す /);
  for (let step = 0; step < 3; step++) await editor.turn("undo");
  expect([sheetNames(), charts()]).toEqual([["総括表"], undefined]);
  for (let step = 0; step < 3; step++) await editor.turn("redo");
  expect([sheetNames(), charts()]).toEqual([["総括表", ...four], 1]);
});

test("of two open copies of one sheet both the list of received sheets and the summary's notice say so", async () => {
  const { workspace, summarizer } = await opened("旭区.xlsx", "旭区 - コピー.xlsx");
  await summarizer.make("ja");
  const said = "同じ評価シートの写しとみられますが、集計ではどれも数えます：旭区.xlsx / 総括表、旭区 - コピー.xlsx / 総括表。";
  expect(describeSummary(summarizer.get().summary, true, "ja")).toContain(said);
  const { session } = workspace;
  const rows = receivedOf(session).rows(session.adapter.received.sheets(), []);
  expect(describeCopies(rows, "ja")[0]).toBe(said.replaceAll(" / 総括表", ""));
  await summarizer.open();
  expect(describeSummary(summarizer.get().summary, true, "ja")).toContain(said);
});

test("cards count as the one evaluation that they are when the common form is looked for, and the notice says what is not counted", async () => {
  const { workspace, summarizer } = await opened("asahi.xlsx", "kita.xlsx");
  await workspace.files.open([picked("個票.xlsx", cardWorkbook(cardSamples[0]?.sheets ?? []))]);
  await summarizer.make("ja");
  expect(describeSummary(summarizer.get().summary, true, "ja")).toContain("「総括」「課題別」「要見直し一覧」「指摘一覧」を作りました。 3か所のうち2か所を集計しました。集計できなかったものの理由は「総括」にあります。");
});

test("several files give one new workbook: a block for each, those not read with the reason; made again in the same tab", async () => {
  const { workspace, summarizer, sheets: sheetsOf } = await opened("asahi.xlsx", "kita.xlsx");
  await workspace.files.open([picked("表なし.csv", "a,b\n1,2\n"), picked("報告.pdf", "%PDF-1.7")]);
  const made = () => workspace.store.get().files.filter(({ name }) => name.startsWith("総括"));
  await summarizer.make("ja");
  const [book] = made();
  expect([workspace.store.get().notice, describeSummary(summarizer.get().summary, true, "ja")]).toEqual([undefined, expect.stringMatching(/^新しいブック「総括.xlsx」に「総括」.*を作りました。/)]);
  const { name, bytes } = await saved(workspace, book?.id ?? "");
  expect(name).toBe("総括.xlsx");
  workspace.navigator.bringFile(workspace.store.get().files[0]?.id ?? "");
  await summarizer.open();
  expect([workspace.store.get().active, sheetsOf(book?.id)[0]?.name, openContent(workspace.store.get(), book?.id ?? "") !== undefined]).toEqual([book?.id, "総括", true]);
  const cells = [...cellsIn(bytes).values()].join("\n");
  for (const text of ["（kita.xlsx / 総括表）", "（asahi.xlsx / 総括表）", "表なし.csv", "報告.pdf", "評価の表が見つかりません。", "PDFで、Excelのブック"]) expect(cells).toContain(text);
  await summarizer.make("ja");
  expect([describeSummary(summarizer.get().summary, true, "ja"), made().length]).toEqual([expect.stringMatching(/^「総括」.*を作りました。/), 1]);
  await summarizer.takeAway();
  expect(made()).toEqual([]);
});

test("the new workbook is none of the received sheets, from its making on and after it was undone; made again it is the same tab", async () => {
  const { workspace, summarizer, editor } = await opened("asahi.xlsx", "kita.xlsx");
  const { received } = workspace.session.adapter;
  await received.checkAll();
  const seen: string[][] = [];
  const end = received.subscribe(() => seen.push(received.sheets().map(({ place }) => place)));
  await summarizer.make("ja");
  const book = workspace.store.get().files.find(({ name }) => name === "総括.xlsx")?.id ?? "";
  workspace.navigator.bringFile(book);
  await editor.turn("undo");
  end();
  expect(new Set(seen.flat())).toEqual(new Set(["asahi.xlsx", "kita.xlsx"]));
  await summarizer.make("ja");
  expect(workspace.store.get().files.filter(({ name }) => name.startsWith("総括")).map(({ id }) => id)).toEqual([book]);
});

test("with the file that got the sheets goes what was said of them", async () => {
  const { workspace, file, summarizer } = await opened(one);
  await summarizer.make("ja");
  workspace.files.close(file);
  await workspace.files.answerClose("drop");
  expect(summarizer.get().summary).toEqual({ phase: "idle" });
});

/** Our totals as a text file: without the names by which a workbook's sheets are known as ours. */
const totalsAsText = "評価の集計\n所属：旭区\n作成日：令和8年11月29日\n,課題,取組\n,1 緑のまち,3\n";

test("a text file of our own totals is told as ours, is no received sheet, and takes no summary sheets", async () => {
  const { workspace, summarizer } = await opened("asahi.xlsx", "kita.xlsx");
  await workspace.files.open([picked("課題別.csv", totalsAsText)]);
  const { session } = workspace;
  expect(session.get().checks.get(sheetIn(workspace, "課題別.csv"))).toEqual({ phase: "own" });
  expect(session.adapter.received.sheets().map(({ file }) => file)).toEqual(["asahi", "kita"]);
  await summarizer.make("ja");
  expect([summarizer.get().summary.phase, workspace.store.get().files.at(-1)?.name]).toEqual(["made", "総括.xlsx"]);
});

test("what is told of the summary sheets belongs to the workbook that has them and the one from which they were asked for", async () => {
  const { workspace, summarizer } = await opened("asahi.xlsx", "kita.xlsx");
  await summarizer.make("ja");
  expect(["asahi.xlsx", "kita.xlsx", "総括.xlsx"].map((name) => summarizer.isAbout(sheetIn(workspace, name)))).toEqual([true, false, true]);
});

test("a letter taken in the pane sends its office back in the list; of a single file nothing is kept", async () => {
  const { workspace } = await opened("asahi.xlsx");
  const received = receivedOf(workspace.session);
  await received.noteSent(sheetIn(workspace, "asahi.xlsx"));
  expect(received.get().kept).toEqual([]);
  await workspace.files.open([picked("kita.xlsx", gradedPlan)]);
  await received.noteSent(sheetIn(workspace, "asahi.xlsx"));
  const states = received.rows(workspace.session.adapter.received.sheets(), received.get().kept).map(({ place, standing }) => [place, standing.state]);
  expect(states).toEqual([["kita.xlsx", "open"], ["asahi.xlsx", "returned"]]);
});

test("what is told is told of the sheet in front", async () => {
  const { workspace } = await opened("asahi.xlsx", "kita.xlsx");
  const { session, navigator, store } = workspace;
  await session.adapter.received.checkAll();
  const [first, second] = store.get().files;
  navigator.bringFile(second?.id ?? "");
  const inFront = session.get().sheet?.id ?? "";
  await session.check(inFront);
  const { news } = session.get();
  expect(news).toEqual({ kind: "state", state: session.get().checks.get(inFront) });
  navigator.bringFile(first?.id ?? "");
  const other = session.get().sheet?.id ?? "";
  await session.check(inFront);
  expect(session.get().news).toEqual({ kind: "state", state: session.get().checks.get(other) });
});
