import { expect, it } from "vitest";
import { describeSum, receivedTable } from "../../src/pane/received/received-list.ts";
import { receivedOf } from "../../src/pane/state/received.ts";
import { relations, sheet, workbook } from "../hosts/file/make.ts";
import { newWorkspace, picked, sample } from "./node-workspace.ts";

const broken = sheet("<row><c><v>x</v></c></row>");
const note = sheet('<row r="1"><c r="A1" t="str"><v>メモ</v></c></row>');
const twoSheets = workbook({
  "xl/workbook.xml": '<workbook xmlns:r="urn:r"><sheets><sheet name="メモ" sheetId="7" r:id="r1"/><sheet name="評価" sheetId="8" r:id="r9"/></sheets></workbook>',
  "xl/_rels/workbook.xml.rels": relations(["r1", "worksheet", "worksheets/sheet1.xml"], ["r9", "worksheet", "worksheets/sheet2.xml"]),
  "xl/worksheets/sheet1.xml": note,
  "xl/worksheets/sheet2.xml": broken,
});

async function listOf(...files: Parameters<typeof picked>[]) {
  const { session, files: opened } = newWorkspace();
  await opened.open(files.map((file) => picked(...file)));
  await session.adapter.received.checkAll();
  return receivedOf(session).rows(session.adapter.received.sheets(), []);
}

it("names the broken sheet of a workbook, where none of its other sheets is an evaluation", async () => {
  const named = async (bytes: Uint8Array) => (await listOf(["北区.xlsx", bytes])).map(({ name, place, outcome }) => [name, place, outcome.kind]);
  expect(await named(twoSheets)).toEqual([["北区", "北区.xlsx / 評価", "refused"]]);
  expect(await named(workbook({ "xl/worksheets/sheet1.xml": broken }))).toEqual([["北区", "北区.xlsx", "refused"]]);
});

it("counts what could not be read apart from what cannot be handed in, and calls nothing that has a verdict unchecked", async () => {
  const rows = await listOf(["旭区.xlsx", sample], ["北区.xlsx", twoSheets]);
  expect((["ja", "en"] as const).map((language) => describeSum(rows, language))).toEqual([
    "2件（提出できないもの1件、差戻し0件、済0件、読めなかったもの1件）",
    "2 (not ready to hand in: 1, sent back: 0, done: 0, not read: 1)",
  ]);
  expect(describeSum(rows.slice(1), "ja")).toBe("1件（提出できないもの1件、差戻し0件、済0件）");
  const table = receivedTable(rows, { year: 2026, month: 12, day: 1 }, "ja");
  expect(table.rows.map((row) => [row[2], row[8]])).toEqual([[expect.stringContaining("壊れています"), ""], ["提出できません", "未点検"]]);
});
