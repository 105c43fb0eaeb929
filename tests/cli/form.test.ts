import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cellText } from "../../src/core/wording/phrase.ts";
import { publicForms } from "../core/infer/public-forms.ts";
import { tenken } from "./run.ts";

let folder = "";
const path = (name: string) => join(folder, name);
const signs = publicForms.find(({ name }) => name.startsWith("羽村市"))?.rows ?? [];
const tsv = signs.map((row) => row.map((cell) => cellText(cell ?? undefined)).join("\t")).join("\r\n");

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tenken-form-"));
  writeFileSync(path("sheet.tsv"), tsv);
});
afterAll(() => rmSync(folder, { recursive: true }));

const asked = z.looseObject({ from: z.string(), questions: z.array(z.looseObject({ id: z.string() })) });
const report = z.looseObject({ files: z.array(z.looseObject({ sheets: z.array(z.looseObject({ form: z.looseObject({ from: z.string() }), review: z.array(z.unknown()) })) })) });

describe("form", () => {
  it("prints the form of a file with its questions, and settles what is answered", () => {
    const open = asked.parse(JSON.parse(tenken(["form", path("sheet.tsv")]).stdout));
    expect([open.from, open.questions.map(({ id }) => id)]).toEqual(["inferred", ["bad:C"]]);
    const settled = tenken(["form", path("sheet.tsv"), "--answer", "bad:C=B", "--out", path("form.json")]);
    expect([settled.status, asked.parse(JSON.parse(settled.stdout)).questions, settled.stderr]).toEqual([0, [], expect.stringContaining("form.json に書き出しました")]);
    expect(tenken(["check", path("sheet.tsv")]).stdout).toContain("様式について、まだ分からないことが1件あります。");
    // The printed form with its questions is also a valid form.
    writeFileSync(path("printed.json"), settled.stdout);
    expect(tenken(["check", path("sheet.tsv"), "--form", path("printed.json")]).stdout).toContain("様式：");
    const [file] = report.parse(JSON.parse(tenken(["check", path("sheet.tsv"), "--form", path("form.json"), "--format", "json"]).stdout)).files;
    expect(file?.sheets.map(({ form }) => form.from)).toEqual(["file"]);
    expect(file?.sheets[0]?.review.length).toBeGreaterThan(0);
    expect(JSON.parse(readFileSync(path("form.json"), "utf8"))).toMatchObject({ id: "inferred" });
  });

  it("says what is wrong with a file, and with a word that is no answer", () => {
    writeFileSync(path("list.csv"), "a,b\n1,2\n");
    expect(tenken(["form", path("list.csv")])).toMatchObject({ status: 2, stdout: "" });
    for (const [answer, told] of [["bad:ZZ=Q", "「bad:ZZ」という質問はありません。質問：\"bad:C\""], ["bad:C=Q", "「bad:C」の答えに「Q」はありません。次のどれかを打ってください：\"\" / \"B\" / "]] as const) {
      const none = tenken(["form", path("sheet.tsv"), "--answer", answer]);
      expect([none.status, none.stdout, none.stderr]).toEqual([2, "", expect.stringContaining(told)]);
    }
    for (const [words, told] of [
      [["--list", "--answer", "bad:C=B"], "--list は様式の一覧を出すだけで"],
      [["--list", "--out", path("list.json")], "--list は様式の一覧を出すだけで"],
      [["osaka-ward", "--answer", "bad:C=B"], "組み込みの様式「osaka-ward」には質問がないので"],
      [["osaka-ward", "--force", "--out", path("sheet.xlsx")], "sheet.xlsx」は、.json で終わる名前ではありません。"],
      [[folder], `「${folder}」はフォルダーです。様式は1つのファイルから読み取ります。`],
    ] as const) {
      const { status, stdout, stderr } = tenken(["form", ...words]);
      expect([status, stdout, stderr.includes(told)]).toEqual([2, "", true]);
    }
    const wrong = tenken(["form", path("sheet.tsv"), "--answer", "bad"]);
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining("--answer bad は答えになっていません。")]);
  });
});
