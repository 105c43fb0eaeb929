import { read, utils, write } from "@e965/xlsx";
import { expect, test } from "vitest";
import { z } from "zod";
import { frontFile, openContent } from "../../src/workbench/state/workspace-state.ts";
import { newBench, picked, sample } from "./node-bench.ts";

const [first, three] = [picked("一枚.xlsx", sample), picked("三枚.xlsx", threeSheets())];

/** A bench with one file, whose checks can be held. */
async function opened() {
  let held: Promise<void> | undefined;
  let letGo: () => void = () => undefined;
  const bench = newBench((kind) => (kind === "check" ? held : undefined));
  await bench.open([first]);
  const hold = () => (held = new Promise<void>((resolve) => (letGo = resolve)));
  const fileOf = (name: string) => bench.get().files.find((file) => file.name === name)?.id ?? "";
  return { bench, hold, letGo: () => letGo(), fileOf, frontSheet: () => bench.session.get().sheet?.name };
}

/** Of three sheets the first one is being checked, which lasts until it is let go. */
async function opening() {
  const { bench, hold, ...others } = await opened();
  void hold();
  const done = bench.open([three]);
  await expect.poll(others.frontSheet).toBe("表紙");
  const choose = (name: string) => bench.bringSheet(openContent(bench.get(), bench.get().front)?.sheets.find((sheet) => sheet.name === name)?.id ?? "");
  return { ...others, bench, choose, done };
}

test("the sheet with the evaluation comes to the front by itself", async () => {
  const { bench, frontSheet } = await opened();
  await bench.open([three]);
  expect([frontFile(bench.get())?.name, frontSheet()]).toEqual(["三枚.xlsx", "総括表"]);
});

test("a sheet that the user chose meanwhile stays in front", async () => {
  const { choose, letGo, done, frontSheet } = await opening();
  choose("メモ");
  letGo();
  await done;
  expect(frontSheet()).toBe("メモ");
});

test("a sheet chosen while it was being looked at stays too", async () => {
  const { choose, letGo, done, frontSheet } = await opening();
  choose("表紙");
  letGo();
  await done;
  expect(frontSheet()).toBe("表紙");
});

test("a file that the user chose meanwhile stays in front, while the others are looked through", async () => {
  const { bench, letGo, done, fileOf, frontSheet } = await opening();
  const later = bench.open([picked("後.csv", "a,b\n1,2\n")]);
  bench.bringFile(fileOf("一枚.xlsx"));
  letGo();
  await Promise.all([done, later]);
  expect([frontFile(bench.get())?.name, frontSheet()]).toEqual(["一枚.xlsx", "総括表"]);
  bench.bringFile(fileOf("三枚.xlsx"));
  expect(frontSheet()).toBe("総括表");
});

/** Two sheets without an evaluation before the sample's. */
function threeSheets(): Uint8Array {
  const book = utils.book_new();
  for (const name of ["表紙", "メモ"]) utils.book_append_sheet(book, utils.aoa_to_sheet([[name], ["見出し", "値"]]), name);
  const { Sheets } = read(sample);
  utils.book_append_sheet(book, Sheets["総括表"] ?? utils.aoa_to_sheet([]), "総括表");
  return new Uint8Array(z.instanceof(ArrayBuffer).parse(write(book, { type: "array", bookType: "xlsx" })));
}
