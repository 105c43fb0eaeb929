import { expect, it } from "vitest";
import { inflateInNode } from "../../src/hosts/file/zip/inflate-node.ts";
import { openFile } from "../../src/hosts/file/open.ts";
import type { ExcelDesk } from "../../src/taskpane/state/excel-adapter.ts";
import { bureauRows, cityRows, workbookOf } from "../core/infer/form-sheets.ts";
import { bookFromFile } from "../excel-host/model/from-file.ts";
import { counts, findingAt, openDesk, said } from "./open-desk.ts";
import { sampleBook } from "./sample-book.ts";

type Rows = Parameters<typeof workbookOf>[1];

async function openRows(rows: Rows, put: Parameters<typeof workbookOf>[2] = {}) {
  return openDesk(await bookFromFile(await openFile("plan.xlsx", workbookOf("進行管理表", rows, put), { inflate: inflateInNode })));
}

async function learn({ session }: ExcelDesk, name: string): Promise<void> {
  await session.learner.read();
  await session.learner.use(name);
}

it("a sheet of another form cannot be checked; its form is learned, used at once, kept in the document, and given up without a trace", async () => {
  const { desk, workbook } = await openRows(bureauRows, { H3: "中くらい" });
  expect([counts(desk), said(desk)]).toEqual([[], expect.stringMatching(/^このシートは点検できません/)]);
  await learn(desk, "局の様式");
  expect([desk.session.form.name.ja, counts(desk).length]).toEqual(["局の様式", 5]);
  expect(counts(desk)).not.toEqual([0, 0, 0, 0, 0]);
  const again = await openDesk(workbook.book);
  expect([again.desk.session.form.name.ja, counts(again.desk)]).toEqual(["局の様式", counts(desk)]);
  await again.desk.session.settle({ ...again.desk.session.keeper.get().settings, form: null });
  expect([again.desk.session.form.name.ja, workbook.book.settings.size, again.workbook.written]).toEqual(["大阪市 区の評価シート", 0, []]);
});

it("a learned form finds what is planted in its sheet", async () => {
  const { desk } = await openRows(cityRows, { H8: "順調" });
  await learn(desk, "市の様式");
  expect([desk.session.form.name.ja, findingAt(desk, "H8").rule]).toEqual(["市の様式", "status-unknown"]);
});

it("input rules are added and taken away: the workbook is as it was", async () => {
  const { desk, workbook } = await openDesk(await sampleBook());
  const { hardener } = desk.session;
  const before = workbook.snapshot();
  const sheet = workbook.book.active;
  await hardener.harden(sheet.id, "ja");
  expect(hardener.get()).toMatchObject({ harden: { phase: "done", outcome: { lists: 5, texts: 3 } }, hardened: new Set([sheet.id]) });
  expect([sheet.validations.length, sheet.cell(21, 1).format, workbook.book.sheets.map(({ visibility }) => visibility)]).toEqual([5, "@", ["Visible", "Hidden"]]);
  await hardener.soften(sheet.id);
  expect([hardener.get().harden.phase, hardener.get().hardened.size, workbook.snapshot()]).toEqual(["removed", 0, before]);
});

it("input rules that the workbook refuses: said, and nothing is changed", async () => {
  const book = await sampleBook();
  book.structureProtected = true;
  const { desk, workbook } = await openDesk(book);
  const before = workbook.snapshot();
  await desk.session.hardener.harden(book.active.id, "ja");
  expect([desk.session.hardener.get().harden, workbook.snapshot()]).toMatchObject([{ phase: "refused", code: "protected" }, before]);
});
