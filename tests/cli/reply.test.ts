import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { cleanRows } from "../core/sheet.ts";
import { manyWorkbooks, sections } from "../walks/mails.ts";
import { bookWith, stateOf, WorkFolder } from "./files.ts";
import { tenken } from "./run.ts";
import { SummaryFile } from "./summary-file.ts";

const work = new WorkFolder();
const faulty = cleanRows.map((row, index) => row.map((cell, column) => (index === 4 && column === 8 ? "達成 " : index === 5 && column === 11 ? "p. 8" : cell)));
/** The same with who is in charge beside the table. */
const bySection = faulty.map((row, index) => [...row, ...new Array<string>(12 - row.length).fill(""), index === 0 ? "担当課" : index < 3 ? "" : index % 2 === 0 ? "総務課" : "企画課"]);

const filesIn = (path: string) => new Map(Object.entries(unzipSync(readFileSync(path))));
const textOf = (bytes: Uint8Array | undefined) => strFromU8(bytes ?? new Uint8Array()).replace(/^\uFEFF/, "");

it("nine offices get their replies in one zip, in folders by the names of the sheets' titles; the one without a finding gets none", () => {
  const out = work.path("差戻し.zip");
  const sources = manyWorkbooks().map(({ bytes }, index) => work.put(`mail-${index}.xlsx`, bytes));
  const before = sources.map(stateOf);
  const run = tenken(["reply", ...sources, "--out", out]);
  const files = filesIn(out);
  const named = sections.filter((name) => name !== "図書館");
  expect([run.status, [...new Set([...files.keys()].map((path) => path.split("/")[0]))]]).toEqual([1, named]);
  for (const name of named) {
    expect([...files.keys()].filter((path) => path.startsWith(`${name}/`)).sort()).toEqual([`${name}/差戻し文.eml`, `${name}/差戻し文.txt`, `${name}/指摘一覧.xlsx`].sort());
    expect(textOf(files.get(`${name}/差戻し文.txt`))).toContain(`提出のあった評価シート（${name}　シート「総括表」）`);
  }
  expect(run.stdout).toContain(`誤りか注意のある評価シート8枚の差戻し文を作り、${out} に書き出しました。元のファイルは変えていません。`);
  expect(sources.map(stateOf)).toEqual(before);
});

it("where a column names sections each has its reply below its office, and the list is a workbook of its own findings", () => {
  const out = work.path("sections.zip");
  expect(tenken(["reply", work.put("北部.xlsx", bookWith(bySection)), "--out", out]).status).toBe(1);
  const files = filesIn(out);
  const folders = [...new Set([...files.keys()].map((path) => path.split("/").slice(0, -1).join("/")))];
  expect(folders.filter((folder) => folder.includes("担当別")).map((folder) => folder.split("/").at(-1)).sort()).toEqual(["企画課", "総務課"]);
  const [office = ""] = folders;
  const rows = (folder: string) => new SummaryFile(work.put(`list-${folders.indexOf(folder)}.xlsx`, files.get(`${folder}/指摘一覧.xlsx`) ?? new Uint8Array())).rows("指摘一覧").length;
  expect(folders.filter((folder) => folder !== office).every((folder) => rows(folder) < rows(office))).toBe(true);
});

it("files that cannot be read are told and the others done; two files of one office are told apart; a sheet in another language", () => {
  const out = work.path("some.zip");
  const [{ bytes } = { bytes: new Uint8Array() }] = manyWorkbooks();
  const run = tenken(["reply", work.put("東/総務.xlsx", bytes), work.put("西/総務.xlsx", bytes), work.put("壊れた.xlsx", "no workbook"), work.path("nowhere.xlsx"), "--out", out, "--lang", "en"]);
  expect([run.status, [...new Set([...filesIn(out).keys()].map((path) => path.split("/")[0]))].length]).toEqual([2, 2]);
  expect(run.stdout).toMatch(/Wrote replies for 2 sheets with errors or warnings to .*some\.zip\. The sources were not changed\./);
});

it("with nothing to send back nothing is written; a zip that is there is kept without --force, and one that is a source always", () => {
  const clean = work.put("clean.xlsx", bookWith(cleanRows));
  const bad = work.put("bad.xlsx", bookWith(faulty));
  const out = work.path("none.zip");
  const none = tenken(["reply", clean, "--out", out]);
  expect([none.status, none.stdout.includes("誤りか注意のある評価シートがないため、差戻し文は作らず、何も書き出しませんでした。"), work.list(".").includes("none.zip")]).toEqual([0, true, false]);
  work.put("there.zip", "kept");
  const refused = tenken(["reply", bad, "--out", work.path("there.zip")]);
  expect([refused.status, refused.stderr.includes("--force"), readFileSync(work.path("there.zip"), "utf8")]).toEqual([2, true, "kept"]);
  expect(tenken(["reply", bad, "--out", work.path("there.zip"), "--force"]).status).toBe(1);
  expect(filesIn(work.path("there.zip")).size).toBeGreaterThan(0);
});
