import { afterEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { read, utils, write } from "@e965/xlsx";
import { FileService } from "../../src/workbench/worker/file-service.ts";
import { FileWorkers } from "../../src/workbench/worker/file-workers.ts";
import { describeRefusal } from "../../src/core/wording/refusals.ts";
import { openContent } from "../../src/workbench/state/workspace-state.ts";
import { newWorkspace, picked, sample, sampleText } from "./node-workspace.ts";

afterEach(() => void vi.useRealTimers());

const mostIdle = 5;

/** Workers that are counted. */
function counted() {
  let running = 0;
  const workers = new FileWorkers(() => {
    const service = new FileService();
    running++;
    return { postMessage: (request, [port]) => void service.serve(request, port), terminate: () => void running-- };
  }, () => undefined, mostIdle);
  return { workers, running: () => running };
}

const names = Array.from({ length: 9 }, (_, index) => String(index + 1));
const at = { row: 0, column: 0 };

async function nine() {
  const all = counted();
  const opened = await Promise.all(names.map((name) => all.workers.open(name, `${name}.tsv`, new Blob([sampleText]))));
  const sheets = opened.flatMap((each) => each.sheets.map(({ id }) => id));
  const [sheet = ""] = sheets;
  const valueOf = (id: string) => all.workers.ask(id, { kind: "values", sheet: id, places: [at] });
  return { ...all, sheet, sheets, valueOf };
}

test("files of which nothing is asked give their workers away, and answer again when they are asked", async () => {
  const { sheets, valueOf, running } = await nine();
  for (const id of sheets) await valueOf(id);
  expect(running()).toBe(mostIdle);
  expect(new Set((await Promise.all(sheets.map(valueOf))).map(([value]) => value)).size).toBe(1);
  for (const id of sheets) await valueOf(id);
  expect(running()).toBe(mostIdle);
});

test("what was changed in a file is there when it comes back, can be undone and done again, and is saved", async () => {
  const { workers, sheet, sheets, valueOf } = await nine();
  const lookAtOthers = async () => {
    for (const id of sheets.slice(1)) await valueOf(id);
  };
  const before = await valueOf(sheet);
  await workers.ask(sheet, { kind: "type", sheet, at, text: "一" });
  await lookAtOthers();
  await workers.ask(sheet, { kind: "type", sheet, at, text: "二" });
  await lookAtOthers();
  expect(await valueOf(sheet)).toEqual(["二"]);
  expect(await workers.ask(sheet, { kind: "undo" })).toMatchObject({ undo: 1, redo: 1 });
  await lookAtOthers();
  expect(await valueOf(sheet)).toEqual(["一"]);
  expect(new TextDecoder().decode((await workers.ask(sheet, { kind: "save" })).bytes)).toContain("一");
  await lookAtOthers();
  expect((await workers.ask(sheet, { kind: "unsaved" })).edits).toEqual([]);
  await workers.ask(sheet, { kind: "undo" });
  expect(await valueOf(sheet)).toEqual(before);
});

test("a file that was closed does not come back", async () => {
  const { workers, sheet, sheets, valueOf } = await nine();
  for (const id of sheets.slice(1)) await valueOf(id);
  workers.close("1");
  await expect(valueOf(sheet)).rejects.toMatchObject({ code: "sheet-gone" });
});

test("of many files a broken one, one that never ends, an empty one and one without a table harm none of the others", async () => {
  const workspace = newWorkspace(({ kind }, file) => (kind === "check" && file === "2" ? new Promise(() => undefined) : undefined));
  const good = names.map((name) => picked(`${name}.tsv`, sampleText));
  const opening = workspace.files.open([picked("壊れた.xlsx", new Uint8Array([1, 2, 3])), picked("終わらない.xlsx", sample), picked("空.csv", ""), picked("表なし.csv", "a,b\n1,2\n"), ...good]);
  const states = () => workspace.store.get().files.map(({ id, content }) => (content.state === "open" ? workspace.session.get().checks.get(openContent(workspace.store.get(), id)?.sheets[0]?.id ?? "")?.phase : content.state));
  await expect.poll(states, { timeout: 20_000 }).toEqual(["refused", "busy", "refused", "checked", ...names.map(() => "checked")]);
  workspace.files.drop("2");
  await opening;
});

test("of many files one that was moved or changed after it was chosen says so, and opens when it is chosen again", async () => {
  const workspace = newWorkspace();
  const gone = { ...picked("a.tsv", sampleText), content: Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(new DOMException("", "NotFoundError")) }) };
  await workspace.files.open([gone, picked("b.tsv", sampleText)]);
  const contents = () => workspace.store.get().files.map(({ content }) => (content.state === "refused" ? describeRefusal(content, "ja") : content.state));
  expect(contents()).toEqual(["ファイルを読めません。動かしたり書き換えたりしていないか、開く権限があるかを確かめて、もう一度試してください。", "open"]);
  await workspace.files.open([picked("a.tsv", sampleText)]);
  expect(contents().at(-1)).toBe("open");
});

test("of many files each is read once, with all of its sheets, and only the one in front is laid out", async () => {
  const asked: string[] = [];
  const workspace = newWorkspace(({ kind }, file) => void asked.push(`${kind} ${file}`));
  const files = Array.from({ length: 30 }, (_, index) => picked(`${index}.xlsx`, index % 3 === 0 ? withSecondSheet() : sample));
  await workspace.files.open(files);
  const { checks } = workspace.session.get();
  expect([checks.size, [...checks.values()].every(({ phase }) => phase === "checked")]).toEqual([40, true]);
  const counts = (kind: string) => asked.filter((each) => each.startsWith(`${kind} `)).length;
  expect([counts("open"), counts("check"), asked.filter((each) => each.startsWith("layout "))]).toEqual([30, 40, ["layout 1"]]);
});

test("files that never end are begun up to a number, which bounds the memory", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const asked: string[] = [];
  const workspace = newWorkspace(({ kind }, file) => {
    if (kind === "open") asked.push(file);
    return new Promise(() => undefined);
  });
  void workspace.files.open(Array.from({ length: 20 }, (_, index) => picked(`${index}.xlsx`, sample)));
  for (let seconds = 0; seconds < 120; seconds++) await vi.advanceTimersByTimeAsync(1000);
  expect(asked).toHaveLength(8);
  workspace.files.drop("1");
  workspace.files.drop("2");
  for (let seconds = 0; seconds < 120; seconds++) await vi.advanceTimersByTimeAsync(1000);
  expect(asked).toHaveLength(10);
});

/** The sample's workbook with a sheet of notes behind the evaluation. */
function withSecondSheet(): Uint8Array {
  const book = read(sample);
  utils.book_append_sheet(book, utils.aoa_to_sheet([["メモ"]]), "メモ");
  return new Uint8Array(z.instanceof(ArrayBuffer).parse(write(book, { type: "array", bookType: "xlsx" })));
}
