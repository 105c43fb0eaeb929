import { readFileSync } from "node:fs";
import { zipSync, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { blank, entriesOf, openForEdit, partText, plan } from "./open.ts";

const sample = readFileSync(new URL("../../../../assets/samples/sample.xlsx", import.meta.url));
const awkward = 'a"<&>\n\t漢字𠮷\u0000';

/** The names of parts whose bytes differ or that only one of the files has. */
function differing(one: Uint8Array, other: Uint8Array): string[] {
  const [ours, theirs] = [entriesOf(one), entriesOf(other)];
  const same = (name: string) => Buffer.compare(ours.get(name) ?? Buffer.of(), theirs.get(name) ?? Buffer.of()) === 0;
  return [...new Set([...ours.keys(), ...theirs.keys()])].filter((name) => !same(name));
}

it("keeps texts by name and sheet through saving and opening, in a part of its own", async () => {
  const file = await openForEdit(sample);
  await file.remember("decided", awkward, "1");
  await file.remember("decided", "of all");
  await file.remember("decided", "of sheet 2", "2");
  const saved = await file.save();
  const again = await openForEdit(saved);
  expect([await again.recall("decided", "1"), await again.recall("decided"), await again.recall("decided", "2"), await again.recall("decided", "3"), await again.recall("other", "1")]).toEqual([
    awkward.replace("\u0000", ""),
    "of all",
    "of sheet 2",
    undefined,
    undefined,
  ]);
  expect(differing(saved, sample).sort()).toEqual(["[content_types].xml", "customxml/item1.xml", "xl/_rels/workbook.xml.rels"]);
});

it("the part goes with the last text, and nothing changes where nothing is kept", async () => {
  const file = await openForEdit(sample);
  const before = file.snapshot();
  await file.remember("decided", undefined, "1");
  expect(file.snapshot()).toBe(before);
  await file.remember("decided", "x", "1");
  const kept = file.snapshot();
  await file.remember("decided", "x", "1");
  expect(file.snapshot()).toBe(kept);
  await file.remember("decided", undefined, "1");
  const saved = await file.save();
  expect([await file.recall("decided", "1"), await partText(saved, "customXml/item1.xml")]).toEqual([undefined, undefined]);
  expect(await partText(saved, "xl/_rels/workbook.xml.rels")).not.toContain("customXml");
});

it("leaves parts of others alone, sound or not", async () => {
  const file = await openForEdit(sample);
  await file.remember("decided", "ours", "1");
  const withOurs = await file.save();
  const foreign = await openForEdit(withOurs);
  expect(await foreign.recall("decided", "1")).toBe("ours");
  const text = (await partText(withOurs, "customXml/item1.xml")) ?? "";
  const parts = unzipSync(withOurs);
  for (const other of ["<other/>", "<!DOCTYPE x><x/>", "no xml", text.replaceAll("tenkenKept", "theirs")]) {
    const bytes = zipSync({ ...parts, "customXml/item1.xml": Buffer.from(other) });
    const book = await openForEdit(bytes);
    expect(await book.recall("decided", "1")).toBeUndefined();
    await book.remember("decided", "new", "1");
    const saved = await book.save();
    expect([await (await openForEdit(saved)).recall("decided", "1"), await partText(saved, "customXml/item1.xml")]).toEqual(["new", other]);
  }
});

it("keeps texts in a workbook that it made", async () => {
  const file = blank();
  await file.apply([{ kind: "write-sheet", plan: plan(), replaces: undefined, after: undefined }]);
  await file.remember("decided", "x", "1");
  expect(await (await openForEdit(await file.save())).recall("decided", "1")).toBe("x");
});

it("saving leaves the opened bytes as they are, in Node's Buffer too", async () => {
  const before = Buffer.from(sample);
  const file = await openForEdit(sample);
  await file.remember("decided", "x".repeat(1000), "1");
  await file.save();
  expect(sample.equals(before)).toBe(true);
});
