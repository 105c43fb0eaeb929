import { describe, expect, it } from "vitest";
import { constantText, sheetOf } from "../../../src/core/model/sheet-tags.ts";
import { refusalOf } from "../excel/open-excel.ts";
import { dangerous, listPlan, remove, write } from "../excel/own-plan.ts";
import { sheet, workbook } from "../file/make.ts";
import { implementations, type Given, type Opened } from "./implementations.ts";

const hosts = implementations();
const styles =
  '<styleSheet><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="1"><xf/></cellXfs></styleSheet>';
const bytes = workbook({ "xl/worksheets/sheet1.xml": sheet('<row r="1"><c r="A1"><v>1</v></c></row>'), "xl/styles.xml": styles });

async function opened(open: (given: Given) => Promise<Opened>) {
  const { book, id } = await open({ bytes });
  return { book, id, names: async () => (await book.sheets()).map(({ name }) => name) };
}

describe.each(hosts)("sheets of ours in %s", (_, open) => {
  it("are made behind a sheet in the order of the plan, hold what was planned, and are found", async () => {
    const { book, id, names } = await opened(open);
    const { made } = await book.apply([write(listPlan("review", "要見直し一覧", { sheet: id, chart: true }), undefined, id), write(listPlan("findings", "指摘一覧", { fingerprint: 'b"2' }), undefined, id)]);
    expect([await names(), made.map(({ own, name }) => [own, name])]).toEqual([["評価", "要見直し一覧", "指摘一覧"], [["review", "要見直し一覧"], ["findings", "指摘一覧"]]]);
    expect(await book.ownSheets()).toEqual([
      { own: "review", sheet: made[0]?.sheet, name: "要見直し一覧", fingerprint: "seal-1", hasAdditions: false },
      { own: "findings", sheet: made[1]?.sheet, name: "指摘一覧", fingerprint: 'b"2', hasAdditions: false },
    ]);
    const grid = await book.read(made[0]?.sheet ?? "");
    expect(dangerous.map((_each, index) => grid.value(index + 2, 1))).toEqual(dangerous);
    expect([grid.value(14, 2), grid.value(14, 3), grid.numberFormat(14, 3), grid.value(2, 0)]).toEqual([66, 1, "0.0%", "A1"]);
  });

  it("W8 leave a sheet with the same name alone; made again they keep name and place", async () => {
    const { book, id, names } = await opened(open);
    const { made } = await book.apply([write(listPlan("totals", "評価"), undefined, id)]);
    await book.apply([write(listPlan("findings", "指摘一覧"))]);
    const again = await book.apply([write(listPlan("totals", "別の名前", { fingerprint: "new" }), made[0]?.sheet)]);
    expect([await names(), again.made[0]?.name]).toEqual([["評価", "評価 (2)", "指摘一覧"], "評価 (2)"]);
    expect((await book.ownSheets()).map(({ own, fingerprint }) => [own, fingerprint]).sort()).toEqual([["findings", "seal-1"], ["totals", "new"]]);
  });

  it("go when they are asked to; others are neither replaced nor deleted", async () => {
    const { book, id, names } = await opened(open);
    const { made } = await book.apply([write(listPlan("totals", "集計"))]);
    for (const change of [remove(id), write(listPlan("totals", "集計"), id)]) expect(await refusalOf(book.apply([change]))).toBe("not-ours: 評価");
    for (const change of [remove("no such id"), write(listPlan("totals", "集計"), "no such id")]) expect(await refusalOf(book.apply([change]))).toBe("sheet-gone");
    await book.apply([remove(made[0]?.sheet ?? "")]);
    expect([await names(), await book.ownSheets()]).toEqual([["評価"], []]);
  });
});

it("all of them write the same signs", async () => {
  const plan = listPlan("totals", "集計 (区)", { fingerprint: 'a"b' });
  const meanings = await Promise.all(
    hosts.map(async ([, open]) => {
      const { book, id, names } = await open({ bytes });
      await book.apply([write(plan, undefined, id), write(plan, undefined, id)]);
      return (await names()).map(([name, formula]) => [name, sheetOf(formula) ?? constantText(formula)]).sort();
    }),
  );
  expect(meanings[0]).toHaveLength(4);
  for (const meaning of meanings) expect(meaning).toEqual(meanings[0]);
});
