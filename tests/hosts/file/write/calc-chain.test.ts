import { expect, it } from "vitest";
import { inflateInNode } from "../../../../src/hosts/file/inflate-node.ts";
import { Package } from "../../../../src/hosts/file/zip/package.ts";
import { removeSheetCells } from "../../../../src/hosts/file/parts/calc-chain.ts";
import { Draft } from "../../../../src/hosts/file/parts/draft.ts";
import { relations, workbook } from "../make.ts";

/** A workbook with that chain, after the cells of sheet 7 are removed from it. */
async function without7(cells: string): Promise<Draft> {
  const bytes = workbook({
    "[Content_Types].xml": '<Types><Override PartName="/xl/calcChain.xml" ContentType="x"/></Types>',
    "xl/calcChain.xml": `<calcChain>${cells}</calcChain>`,
    "xl/_rels/workbook.xml.rels": relations(["r1", "worksheet", "worksheets/sheet1.xml"], ["r9", "calcChain", "calcChain.xml"]),
  });
  const draft = new Draft(new Package(bytes, inflateInNode), new Map());
  await removeSheetCells(draft, "xl/workbook.xml", "7");
  return draft;
}

const textOf = async (draft: Draft, part: string) => new TextDecoder().decode(await draft.bytes(part));

it("a sheet's cells go out of the chain of calculation; the next one says its sheet", async () => {
  expect(await textOf(await without7('<c r="A1" i="8"/><c r="A1" i="7"/><c r="A2"/><c r="B1" i="8"/><c r="C1"/>'), "xl/calcChain.xml")).toBe(
    '<calcChain><c r="A1" i="8"/><c r="B1" i="8"/><c r="C1"/></calcChain>',
  );
});

it("a chain that is empty goes with its content type and relation", async () => {
  const draft = await without7('<c r="A1" i="7"/><c r="A2"/>');
  expect(draft.find("xl/calcChain.xml")).toBeUndefined();
  expect(await textOf(draft, "[Content_Types].xml")).toBe("<Types></Types>");
  expect(await textOf(draft, "xl/_rels/workbook.xml.rels")).not.toContain("calcChain");
});
