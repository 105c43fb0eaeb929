import { mkdirSync, symlinkSync } from "node:fs";
import { relative } from "node:path";
import { describe, expect, it } from "vitest";
import { sourcesOf } from "../../src/cli/sources.ts";
import { WorkFolder } from "./files.ts";

const work = new WorkFolder();
for (const name of ["東/b.xlsx", "東/a.csv", "東/~$a.xlsx", "東/中/c.XLSM", "東/中/._c.xlsm", "東/note.docx", "東/.git/d.csv", "西/A1.xlsx", "西/a2.xlsx", "西/b1.xlsx", "西/.a3.xlsx"]) work.put(name, "x");
mkdirSync(work.path("空"));
symlinkSync(work.path("東"), work.path("西/link"));
symlinkSync(work.path("東/b.xlsx"), work.path("西/link.xlsx"));

const named = (...words: readonly string[]) => {
  const { files, passedOver } = sourcesOf(words.map((word) => work.path(word)));
  return { files: files.map((path) => relative(work.root, path)), passedOver: passedOver.map((path) => relative(work.root, path)) };
};

describe("the words of a command line", () => {
  it.each([
    ["a file", ["東/b.xlsx"], ["東/b.xlsx"], []],
    ["one that is not there stays", ["東/x.xlsx"], ["東/x.xlsx"], []],
    ["one twice", ["東/b.xlsx", "東/b.xlsx"], ["東/b.xlsx"], []],
    ["one in a folder that is named too", ["東/b.xlsx", "東"], ["東/b.xlsx", "東/a.csv", "東/中/c.XLSM"], ["東/~$a.xlsx", "東/中/._c.xlsm"]],
    ["one that a pattern fits too", ["東/b.xlsx", "東/b.*"], ["東/b.xlsx"], []],
    ["a folder with its folders, by name", ["東"], ["東/a.csv", "東/b.xlsx", "東/中/c.XLSM"], ["東/~$a.xlsx", "東/中/._c.xlsm"]],
    ["links in a folder are not followed", ["西"], ["西/.a3.xlsx", "西/A1.xlsx", "西/a2.xlsx", "西/b1.xlsx"], []],
    ["a folder without sheets stays", ["空"], ["空"], []],
    ["a pattern that a shell left alone", ["西/a?.xlsx"], ["西/A1.xlsx", "西/a2.xlsx"], []],
    ["stars", ["東/*.x*", "西/*1*"], ["東/b.xlsx", "西/A1.xlsx", "西/b1.xlsx"], ["東/~$a.xlsx"]],
    ["a pattern that fits nothing stays", ["西/*.ods"], ["西/*.ods"], []],
    ["files that Excel, LibreOffice and the Mac keep beside others", ["~$x.xlsx", "._x.xlsx", ".~lock.x.xlsx#"], [], ["~$x.xlsx", "._x.xlsx", ".~lock.x.xlsx#"]],
  ])("%s", (_, words, files, passedOver) => {
    expect(named(...words)).toEqual({ files, passedOver });
  });

  it("what an earlier run wrote into the folder that is read is no source", () => {
    for (const name of ["提出/a.xlsx", "提出/済/a.xlsx", "提出/済/中/b.xlsx", "提出/済み/c.xlsx", "提出/総括.xlsx"]) work.put(name, "x");
    const left = (out: string, ...words: readonly string[]) => {
      const { files, written } = sourcesOf(words.map((word) => work.path(word)), work.path(out));
      return [files.map((path) => relative(work.root, path)), written];
    };
    expect(left("提出/済", "提出")).toEqual([["提出/a.xlsx", "提出/総括.xlsx", "提出/済み/c.xlsx"], 2]);
    expect(left("提出/総括.xlsx", "提出")).toEqual([["提出/a.xlsx", "提出/済/a.xlsx", "提出/済/中/b.xlsx", "提出/済み/c.xlsx"], 1]);
    // Named, or the folder itself: the user means it, and nothing is written over.
    expect(left("提出/済", "提出/済/a.xlsx", "提出/済/中")).toEqual([["提出/済/a.xlsx", "提出/済/中/b.xlsx"], 0]);
    expect(left("提出/済", "提出/済")).toEqual([["提出/済/a.xlsx", "提出/済/中/b.xlsx"], 0]);
  });

  it("a file whose name holds a star is that file", () => {
    work.put("星/*.csv", "x");
    work.put("星/a.csv", "x");
    expect(named("星/*.csv").files).toEqual(["星/*.csv"]);
  });
});
