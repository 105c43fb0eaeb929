import { expect, it } from "vitest";
import { inflateInNode } from "../../src/hosts/file/inflate-node.ts";
import { openFile } from "../../src/hosts/file/open.ts";
import { bookFromFile } from "../excel-host/model/from-file.ts";
import { findingAt, findings, fixGroup, fixGroups, openInMemory } from "../taskpane/open-in-memory.ts";
import { foundIn, oneWorkbook, sections } from "./mails.ts";

it("nine sheets in one workbook: all are checked, fixed each by itself, one finding left, and summed up without it", async () => {
  const bytes = oneWorkbook();
  const found = await foundIn(bytes);
  const { taskPane, workbook } = await openInMemory(await bookFromFile(await openFile("九課.xlsx", bytes, { inflate: inflateInNode })));
  const { session } = taskPane;
  await taskPane.checkAll();
  const foundNow = async (name: string) => {
    await taskPane.choose(workbook.book.sheet(name).id);
    return findings(taskPane).length;
  };
  for (const [name, { findings: before, safe }] of found) {
    expect([name, await foundNow(name), fixGroups(taskPane).length]).toEqual([name, before, safe]);
    const others = workbook.written.length;
    await fixGroup(taskPane);
    expect(workbook.written.slice(others).every((cell) => name === sections[0] || cell.startsWith(`${name}!`))).toBe(true);
    expect(findings(taskPane).length).toBeLessThanOrEqual(before - safe);
  }
  const left = await foundNow("防災課");
  await session.accept(findingAt(taskPane, "L16"), { reason: "前年度の資料に合わせるため", by: "企画課 山田", day: { year: 2026, month: 11, day: 28 } });
  expect(findings(taskPane)).toHaveLength(left - 1);
  await session.summarizer.make("ja");
  const { sheets } = workbook.book;
  expect(sheets.map(({ name }) => name)).toEqual([...sections, "総括", "課題別", "要見直し一覧", "指摘一覧"]);
  // What was left as it is stands at the end of the list.
  const wrong = [...(sheets.at(-1)?.cells() ?? [])].flatMap(([row, , { value }]) => (value === "L16" ? [[0, 1].map((column) => sheets.at(-1)?.cell(row, column).value)] : []));
  expect(wrong).toEqual([...sections.filter((name) => name !== "防災課" && name !== "図書館").map((name) => [name, "注意"]), ["防災課", "そのまま"]]);
});
