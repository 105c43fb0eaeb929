import { unzipSync } from "fflate";
import { expect, it } from "vitest";
import { deflateInNode } from "../../../src/hosts/file/deflate-node.ts";
import { zipFiles } from "../../../src/hosts/file/zip-files.ts";

const long = `${"旭区の自己評価シート".repeat(12)}.xlsx`;

it.each([
  ["names that every system takes stay as they are, however long", ["東/a.xlsx", "西/a.xlsx", "=旭区.csv", long], ["東/a.xlsx", "西/a.xlsx", "=旭区.csv", long]],
  ["no file is lost where case and width count for nothing", ["a.xlsx", "A.xlsx", "ａ.XLSX", "東/b", "東/B"], ["a.xlsx", "A (2).xlsx", "ａ (3).XLSX", "東/b", "東/B (2)"]],
  ["none leaves its folder, is a device of Windows, or seems to end otherwise", ["../x.xlsx", "NUL/CON.xlsx", "a:b?.csv", "x\u202excod.xlsx"], ["_/x.xlsx", "_NUL/_CON.xlsx", "a_b_.csv", "xxcod.xlsx"]],
])("%s", async (_, names, written) => {
  const zip = await zipFiles(names.map((name, index) => ({ name, bytes: Uint8Array.of(index) })), deflateInNode);
  expect(Object.entries(unzipSync(zip)).map(([name, [first]]) => [name, first])).toEqual(written.map((name, index) => [name, index]));
});
