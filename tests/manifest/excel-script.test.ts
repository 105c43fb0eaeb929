import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

const cases = [
  [["start"], /There is no Excel on this computer \(linux\).*npm start.*Excelがない環境では/s],
  [["start", "web"], /needs the address of a workbook/],
  [["start", "web", "--document", "http://example.com/book.xlsx"], /needs the address of a workbook/],
  [["start", "android"], /Usage/],
  [["stop"], /There is no Excel on this computer/],
] as const;

test.skipIf(process.platform !== "linux").each(cases)("excel %j fails and says why", (args, sentence) => {
  const { status, stderr, stdout } = spawnSync(process.execPath, ["src/tools/excel.mjs", ...args], { encoding: "utf8" });
  expect(stderr).toMatch(sentence);
  expect([status, stdout]).toEqual([1, ""]);
});
