import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { read } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { sheetEndings, unreadEndings } from "../../src/core/wording/endings.ts";
import { isSheetName } from "../../src/hosts/file/sheet-files.ts";
import { cleanRows } from "../core/sheet.ts";
import { bookWith, stateOf, WorkFolder } from "./files.ts";
import { tenken } from "./run.ts";

const work = new WorkFolder();
const sample = "assets/samples/sample.xlsx";

/** The clean sheet with some cells replaced, [row, column, text]. */
function withFaults(...faults: readonly (readonly [number, number, string])[]): readonly (readonly string[])[] {
  return cleanRows.map((row, at) => row.map((cell, column) => faults.find(([r, c]) => r === at && c === column)?.[2] ?? cell));
}
const faulty = bookWith(withFaults([5, 3, "順調 "], [7, 8, "順調"]));

const report = z.object({
  files: z.array(z.object({ sheets: z.array(z.object({ findings: z.array(z.object({ cell: z.string(), rule: z.string(), fix: z.nullable(z.object({ safety: z.string() })) })) })) })),
});
/** Findings of a file as "cell rule safety". */
function findings(path: string): readonly string[] {
  const { files } = report.parse(JSON.parse(tenken([path, "--format", "json"]).stdout));
  return files.flatMap(({ sheets }) => sheets.flatMap((sheet) => sheet.findings.map(({ cell, rule, fix }) => `${cell} ${rule} ${fix?.safety ?? "-"}`)));
}

describe("listing", () => {
  it.each([["--dry-run"], ["--safe", "--dry-run"], []])("%s shows before → after of every fix and writes nothing", (...words) => {
    const out = work.folder("listed");
    const before = stateOf(sample);
    const run = tenken(["fix", sample, "--out", out, ...words]);
    expect(run.status).toBe(1);
    expect([stateOf(sample), work.list("listed")]).toEqual([before, []]);
    const lines = run.stdout.split("\n").filter((line) => line.includes(" → "));
    expect(lines.map((line) => line.trim().split(/ {2}/))).toEqual([
      ["安全", "D6", "1-1", "「順調□」 → 「順調」", "[status-spelling]"],
      ["安全", "H8", "1-1-3", "「□ひとり親家庭の相談窓口の運営」 → 「ひとり親家庭の相談窓口の運営」", "[text-spacing]"],
      ["安全", "G10", "1-2-2", "「１－２－２」 → 「1-2-2」", "[code-spelling]"],
      ["安全", "G12", "2-1-2", expect.stringMatching(/ → 「2-1-2」$/), "[code-date]"],
      ["安全", "F13", "2-2", "「ｐ．１５」 → 「p.15」", "[page-spelling]"],
      ["提案", "J15", "3-1-1", "「予定どおり実施した」 → 「予定どおり実施」", "[status-unknown]"],
      ["提案", "I21", "4-2-2", "「順調」 → 「達成」", "[status-column]"],
    ]);
    expect(run.stdout).toContain("--safe --out");
  });

  it("says the same in English", () => {
    const { stdout } = tenken(["fix", sample, "--lang", "en"]);
    expect(stdout).toContain("suggested  I21  4-2-2  “順調” → “達成”");
    expect(stdout).toContain("Nothing was written.");
  });

  it("X8: what a cell holds cannot drive the terminal", () => {
    const path = work.put("escape.xlsx", bookWith(withFaults([5, 3, "順調\u202e\u200b "], [4, 7, "\u202e花壇の\u200b手入れ "]), "\u202e評価\u200b"));
    for (const words of [["fix", path], ["mark", path, "--out", work.path("escape")], ["summarize", path, "--out", work.path("escape.out.xlsx")]]) {
      const { stdout } = tenken(words);
      expect(stdout).toContain("[U+202E]評価[U+200B]");
      expect([...stdout].filter((character) => character !== "\n" && /\p{Cc}|\p{Bidi_Control}/u.test(character))).toEqual([]);
    }
  });
});

describe("--safe", () => {
  it("fixes a copy: the source stays, no safe finding is left, suggested ones and the user's work are as they were", () => {
    const before = stateOf(sample);
    const run = tenken(["fix", sample, "--safe", "--out", work.path("new", "folder")]);
    const copy = work.path("new", "folder", "sample.xlsx");
    expect([run.status, stateOf(sample), work.list("new/folder")]).toEqual([1, before, ["sample.xlsx"]]);
    const left = findings(sample).filter((finding) => !finding.endsWith(" safe"));
    expect(findings(copy)).toEqual(left);
    for (const finding of left) expect(run.stdout.split(`■ ${copy}`)[1]).toContain(`[${finding.split(" ")[1] ?? ""}]`);
    const cells = (path: string) => new Map(Object.entries(read(readFileSync(path)).Sheets["総括表"] ?? {}).map(([at, cell]: [string, unknown]) => [at, JSON.stringify(cell)]));
    const old = cells(sample);
    const changed = [...cells(copy)].filter(([at, cell]) => !at.startsWith("!") && cell !== old.get(at)).map(([at]) => at);
    expect(changed.sort()).toEqual(["D6", "F13", "G10", "G12", "H8"]);
  });

  it("writes no copy of a file with nothing to fix", () => {
    const run = tenken(["fix", work.put("clean.xlsx", bookWith(cleanRows)), "--safe", "--out", work.path("none")]);
    expect([run.status, work.list("none"), run.stdout.includes("安全な修正がない")]).toEqual([0, [], true]);
  });

  it("is 0 where all that was wrong is fixed", () => {
    expect(tenken(["fix", work.put("all.xlsx", bookWith(withFaults([5, 3, "順調 "]))), "--safe", "--out", work.path("all")]).status).toBe(0);
  });

  it("leaves a cell alone that the workbook does not let change, says so and fixes the others", () => {
    const source = work.put("array.xlsx", bookWith(withFaults([5, 3, "順調 "], [6, 3, "順調 "]), "総括表", { "D7:D8": "順調 " }));
    expect(read(readFileSync(source)).Sheets["総括表"]?.["D7"]).toMatchObject({ F: "D7:D8", v: "順調 " });
    const run = tenken(["fix", source, "--safe", "--out", work.path("array")]);
    expect(run.stdout).toMatch(/提案 {2}D7 [^]*D7は数式の結果です。[^]*見送ります/);
    expect(findings(work.path("array", "array.xlsx")).filter((finding) => /^D/.test(finding))).toEqual(["D7 status-spelling suggested"]);
  });

  it("asks for a folder", () => {
    const run = tenken(["fix", sample, "--safe"]);
    expect([run.status, run.stdout, /^書き出すフォルダーが決まっていません.*--out.*\n$/.test(run.stderr)]).toEqual([2, "", true]);
    // As a shell hands on a variable that is not set.
    expect(tenken(["fix", sample, "--safe", "--out", ""]).stderr).toBe(run.stderr);
  });
});

describe("the output", () => {
  it("is not written over without --force", () => {
    const source = work.put("twice.xlsx", faulty);
    work.put("there/twice.xlsx", "somebody's");
    const words = ["fix", source, "--safe", "--out", work.path("there")];
    const refused = tenken(words);
    expect([refused.status, readFileSync(work.path("there", "twice.xlsx"), "utf8"), work.list("there")]).toEqual([2, "somebody's", ["twice.xlsx"]]);
    expect(refused.stdout).toContain("すでにあります");
    expect(tenken([...words, "--force"]).status).toBe(1);
    expect(findings(work.path("there", "twice.xlsx"))).toEqual(["I8 status-column suggested"]);
  });

  it("is never a source: not by its path, not through a link", () => {
    const source = work.put("own/book.xlsx", faulty);
    const other = work.put("other/book.xlsx", faulty);
    symlinkSync(work.path("own"), work.path("link"));
    const before = [stateOf(source), stateOf(other)];
    for (const words of [[source, "--out", work.path("own")], [source, "--out", work.path("link")], [other, source, "--out", work.root]]) {
      const run = tenken(["fix", ...words, "--safe", "--force"]);
      expect([run.status, run.stdout.includes("元のファイルには書き込みません")]).toEqual([2, true]);
    }
    expect([stateOf(source), stateOf(other), work.list("own"), work.list("other")]).toEqual([...before, ["book.xlsx"], ["book.xlsx"]]);
  });

  it("of one source named twice is written once, whatever --force says", () => {
    const source = work.put("one/same.xlsx", faulty);
    const run = tenken(["fix", source, work.path("two", "..", "one", "same.xlsx"), "--safe", "--out", work.path("same"), "--force"]);
    expect([run.status, work.list("same")]).toEqual([1, ["same.xlsx"]]);
    expect(run.stdout).toContain("書き出したファイル 1　できなかったファイル 0");
  });

  it("E5: where it cannot be written, the exit status is 2 and nothing is left behind", () => {
    const source = work.put("e5.xlsx", faulty);
    const before = stateOf(source);
    const noFolder = work.put("file", "no folder");
    // Nobody can write into /proc. A folder's mode would not stop root.
    const closed = process.getuid?.() === 0 ? "/proc" : work.folder("closed", 0o555);
    for (const out of [`${noFolder}/below`, ...(process.platform === "linux" ? [closed] : [])]) {
      const run = tenken(["fix", source, "--safe", "--out", out]);
      expect([run.status, run.stdout.includes("元のファイルも書き出し先も変えていません。--out に、書き込めるフォルダーを打ってください")]).toEqual([2, true]);
      expect(existsSync(`${out}/e5.xlsx`)).toBe(false);
    }
    const long = work.put(`${"長".repeat(60)}.xlsx`, faulty);
    expect(tenken(["fix", long, "--safe", "--out", work.path("x".repeat(300))]).status).toBe(2);
    expect([stateOf(source), readFileSync(noFolder, "utf8"), work.list("closed")]).toEqual([before, "no folder", []]);
  });

  it("E6: one bad file does not stop the others", () => {
    const good = ["a.xlsx", "b.xlsx"].map((name) => work.put(`e6/${name}`, faulty));
    const bad = [work.put("e6/broken.xlsx", faulty.slice(0, 900)), work.put("e6/table.csv", cleanRows.map((row) => row.join(",")).join("\n")), work.path("e6", "nowhere.xlsx")];
    const run = tenken(["fix", good[0] ?? "", ...bad, good[1] ?? "", "--safe", "--out", work.path("e6-out")]);
    expect([run.status, work.list("e6-out")]).toEqual([2, ["a.xlsx", "b.xlsx"]]);
    expect(run.stderr.trimEnd().split("\n")).toHaveLength(5);
    expect(run.stdout).toContain("書き出したファイル 2　できなかったファイル 2");
  });
});

describe("the words", () => {
  it.each(["check", "fix", "mark", "summarize", "form"])("%s --help explains itself in the language that is asked for, whatever else stands there", (command) => {
    const npm = { npm_lifecycle_event: command };
    const run = tenken([command, "--help", "--nothing"], npm);
    expect([run.status, run.stderr]).toEqual([0, ""]);
    expect(run.stdout).toMatch(new RegExp(`^点検 Tenken: .+ます（English: --help --lang en）\\n\\n {2}npm run ${command} -- (FILE…|--list)`));
    const english = tenken([command, "-h", "--lang", "en"], npm).stdout;
    expect(english.replace("点検 Tenken", "")).toMatch(/^[\x20-\x7e…\n]+$/);
    expect(english.match(/^ {2}--[a-z-]+/gm)).toEqual(run.stdout.match(/^ {2}--[a-z-]+/gm));
  });

  it.each(["check", "fix", "reply", "summarize"])("%s --help names the kinds of files that a folder is searched for", (command) => {
    const searched = [...sheetEndings, ...unreadEndings];
    expect(searched.filter((ending) => !isSheetName(`評価${ending.toUpperCase()}`))).toEqual([]);
    for (const words of [[], ["--lang", "en"]]) {
      const told = tenken([command, "--help", ...words]).stdout;
      for (const endings of [sheetEndings, unreadEndings]) expect(told).toContain(endings.join(" "));
    }
  });

  it("a file may have a command's name", () => {
    const path = work.put("fix", "a,b");
    expect(tenken(["check", path]).stdout).toContain(`■ ${path}`);
  });

  it.each([["fix", "x.xlsx", "--format", "json"], ["mark", "x.xlsx"], ["summarize", "x.xlsx", "--out", "summary"], ["fix"]])("%s %s %s is a usage error: one sentence that says what to type", (...words) => {
    const run = tenken(words, { npm_lifecycle_event: words[0] });
    expect([run.status, run.stdout, run.stderr.trimEnd().split("\n").length, run.stderr.includes(`npm run ${words[0]} -- `)]).toEqual([2, "", 1, true]);
  });
});
