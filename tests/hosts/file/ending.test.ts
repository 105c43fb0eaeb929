import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inflateInNode } from "../../../src/hosts/file/inflate-node.ts";
import { newWorkbook, openEditable } from "../../../src/hosts/file/open-editable.ts";
import { corpusBytes, corpusPaths } from "./corpus-files.ts";

const sample = new Uint8Array(readFileSync("assets/samples/sample.xlsx"));
/** The sample with another content type of its workbook part. */
const typed = (type: string) => zipSync({ ...unzipSync(sample), "[Content_Types].xml": strToU8(strFromU8(unzipSync(sample)["[Content_Types].xml"] ?? new Uint8Array()).replace(/(PartName="\/xl\/workbook.xml" ContentType=")[^"]*/, `$1${type}`)) });
const endingOf = async (bytes: Uint8Array) => (await openEditable(bytes, { inflate: inflateInNode })).ending();

describe("the ending that a workbook's name must have", () => {
  it.each(corpusPaths())("is that of a file that another program wrote: %s", async (path) => {
    const book = await openEditable(corpusBytes(path), { inflate: inflateInNode }).catch(() => undefined);
    expect([undefined, path.split(".").at(-1)]).toContain(await book?.ending());
  });

  it.each([
    ["application/vnd.ms-excel.sheet.macroEnabled.main+xml", "xlsm"],
    ["application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml", "xltx"],
    ["application/octet-stream", undefined],
  ])("of %s is %s", async (type, ending) => {
    expect(await endingOf(typed(type))).toBe(ending);
  });

  it("of the sample and of a new workbook is xlsx", async () => {
    expect([await endingOf(sample), await newWorkbook().ending()]).toEqual(["xlsx", "xlsx"]);
  });
});
