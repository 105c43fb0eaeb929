import { execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { checkFile } from "../../src/cli/check-files.ts";
import { builtInForms } from "../../src/core/form/built-in.ts";
import { explainRefusal } from "../../src/core/wording/refusal-causes.ts";
import { cleanRows } from "../core/sheet.ts";
import { bookWith, WorkFolder } from "./files.ts";
import { tenken } from "./run.ts";

const work = new WorkFolder();
const clean = () => work.put("評価.xlsx", bookWith(cleanRows));

/** The messages on standard error when nothing is done, in both languages, each one line. */
const told = (...words: readonly string[]) => {
  const runs = [tenken(words), tenken([...words, "--lang", "en"])];
  expect(runs.map(({ status, stdout, stderr }) => [status, stdout, stderr.split("\n").length])).toEqual([[2, "", 2], [2, "", 2]]);
  expect(runs[1]?.stderr).toMatch(/^[\x20-\x7e]+\n$/);
  return runs[0]?.stderr ?? "";
};

describe("what a command line lacks is told in one sentence that says what to type", () => {
  it.each([
    ["no file", [], /点検するファイルの名前がありません。.*例：.* check 評価\.xlsx/],
    ["a word that is no command", ["chek", "a.xlsx"], /「chek」という命令もファイルもありません。.*check、fix、mark、reply、form、summarize/],
    ["an unknown option", ["check", "a.xlsx", "--formt", "json"], /「--formt」という指定はありません。.*check --help/],
    ["an option without its word", ["check", "a.xlsx", "--form"], /--form のあとに書くものがありません。.*check --help/],
    ["an option with a word that it does not take", ["fix", "a.xlsx", "--force=yes"], /--force には何も続けられません。/],
    ["a format that there is not", ["check", "a.xlsx", "--format", "xml"], /--format に「xml」は使えません。.*text、json/],
    ["a number below nought", ["check", "a.xlsx", "--jobs", "-1"], /--jobs に「-1」は使えません。1から99までの数/],
    ["an option in the place of a word", ["check", "a.xlsx", "--form", "-x"], /「-x」を渡すなら、--form=-x と打ってください。/],
    ["a name that is empty", ["check", ""], /点検するファイルの名前がありません。/],
    ["a form whose name is empty", ["check", "a.xlsx", "--form", ""], /--form のあとに書くものがありません。/],
    ["--watch without a folder", ["check", "--watch"], /--watch に渡せるのはフォルダーです。/],
    ["a summary that is no workbook", ["summarize", "a.xlsx", "--out", "sums"], /--out の「sums」は、\.xlsx で終わる名前ではありません。/],
    ["replies without a zip", ["reply", "a.xlsx"], /書き出す zip の名前が決まっていません。.*reply \*\.xlsx --out 差戻し\.zip/],
    ["replies that are no zip", ["reply", "a.xlsx", "--out", "replies"], /--out の「replies」は、\.zip で終わる名前ではありません。/],
    ["only files that belong to others", ["check", "~$a.xlsx"], /どれも補助のファイルでした。.*評価\.xlsx/],
  ])("%s", (_, words, sentence) => {
    expect(told(...words)).toMatch(sentence);
  });

  it("a form that is a folder, a workbook, or too large for a form", () => {
    expect(told("check", clean(), "--form", work.folder("forms"))).toMatch(/--form の「.*forms」はフォルダーです。様式の名前か、/);
    const endless = process.platform === "linux" ? ["/dev/zero"] : [];
    for (const path of [work.put("sheet.xlsx", bookWith(cleanRows)), ...endless]) expect(told("check", clean(), "--form", path)).toMatch(/様式の JSON ファイルではありません。.* form \S+ --out 様式\.json$/m);
  });

  it("a folder in the place of a summary or a form", () => {
    const [book, form] = [work.folder("folder.xlsx"), work.folder("folder.json")];
    for (const words of [["summarize", clean(), "--out", book], ["summarize", clean(), "--force", "--out", book], ["form", "osaka-ward", "--out", form]]) expect(told(...words)).toMatch(/書き出すファイルと同じ名前のフォルダーがあります。/);
  });

  it("an answer to a form that asks nothing", () => {
    expect(told("form", clean(), "--answer", "q=1")).toMatch(/答えの要る質問がありません。--answer を付けずに/);
  });

  it("a file as the folder of copies, before anything is read", () => {
    expect(told("mark", clean(), "--out", work.put("file", "x"))).toMatch(/「.*file」はファイルで、フォルダーではありません。.*--out 結果/);
  });
});

describe("what the system refuses is told with what to do", () => {
  const refusal = (...words: readonly string[]) => {
    const { status, stdout, stderr } = tenken(words);
    expect(status).toBe(2);
    return `${stdout}${stderr}`;
  };

  it("a file that is not there, and one below a file", () => {
    for (const path of [work.path("無い.xlsx"), `${clean()}/a.xlsx`]) expect(refusal(path)).toContain("ファイルがありません。場所と名前を確かめて");
  });

  it("a folder without sheets", () => {
    mkdirSync(work.path("空"));
    for (const command of ["check", "fix"]) expect(refusal(command, work.path("空"))).toContain("フォルダーの中に評価シートのファイル（.xlsx .xlsm .csv .tsv .txt）がありません。");
  });

  it.skipIf(process.platform !== "linux")("a place where no folder can be made", () => {
    expect(refusal("mark", clean(), "--out", "/proc/x")).toContain("書き出し先にフォルダーを作れません。");
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === "win32")("a file that may not be opened", () => {
    chmodSync(clean(), 0);
    expect(refusal(work.path("評価.xlsx"))).toContain("ファイルを開く権限がありません。");
    chmodSync(work.path("評価.xlsx"), 0o644);
  });

  it.each([
    ["unreadable", "EACCES", "権限をもらうか"],
    ["unreadable", "EBUSY", "Excelなどで閉じてから"],
    ["not-saved", "ENOSPC", "空きを作るか、--out に別のディスク"],
    ["not-saved", "EFBIG", "置ける大きさを超えています"],
    ["not-saved", "EBUSY", "Excelなどで開かれています"],
    ["not-saved", "EROFS", "--out に書き込めるフォルダーを打ってください"],
    ["not-saved", "EIO", "（EIO）"],
  ] as const)("%s: %s", (code, detail, words) => {
    expect(explainRefusal({ code, detail }, "ja")).toContain(words);
    expect(explainRefusal({ code, detail }, "en")).toMatch(/^[\x20-\x7e]+$/);
  });

  it("a file that is open in Excel is read as saved, and that is told", () => {
    const path = work.put("open/開.xlsx", bookWith(cleanRows));
    work.put("open/~$開.xlsx", "owner");
    const run = tenken([path]);
    expect([run.status, run.stderr]).toEqual([0, expect.stringMatching(/開\.xlsx はExcelなどで開かれたままです。保存してある内容を読みます。/)]);
    expect(tenken([path, "--lang", "en"]).stderr).toContain("is open in Excel or another program");
  });
});

describe.skipIf(process.platform !== "linux")("what only some systems have", () => {
  const named = (folder: string, ...bytes: readonly number[]) => {
    const path = Buffer.concat([Buffer.from(`${work.folder(folder)}/a`), Buffer.from(bytes), Buffer.from(".xlsx")]);
    writeFileSync(path, bookWith(cleanRows));
    return path.toString();
  };

  it("a name that is not UTF-8 is read, by itself and in its folder", () => {
    const path = named("old", 0xff);
    expect([tenken([path]).status, tenken([work.path("old")]).status]).toEqual([0, 0]);
  });

  it("two of them that look the same are refused with the reason", () => {
    named("two", 0xff);
    const { status, stdout } = tenken([named("two", 0xfe)]);
    expect([status, stdout]).toEqual([2, expect.stringContaining("どのファイルか決まりません。ファイルの名前を変えて")]);
  });

  it("a pipe is said to be one, and read", () => {
    const pipe = work.path("pipe.xlsx");
    execFileSync("mkfifo", [pipe]);
    spawn("cp", [clean(), pipe]);
    const { status, stderr } = tenken([pipe]);
    expect([status, stderr]).toEqual([0, expect.stringMatching(/pipe\.xlsx はパイプです。/)]);
  });
});

it("a mistake of ours is a refusal of its file: version, message and place, and no folder of the user's", async () => {
  const broken = new Proxy(builtInForms, {
    get: () => {
      throw new TypeError("x is undefined");
    },
  });
  const { refusal } = await checkFile(clean(), { forms: broken, useOwn: false });
  expect([refusal?.code, refusal?.detail]).toEqual(["internal", expect.stringMatching(/^tenken \S*, TypeError: x is undefined, [\w.-]+:\d+:\d+$/)]);
  expect(explainRefusal({ code: "internal", detail: refusal?.detail ?? "" }, "ja")).toMatch(/この道具の誤り.*道具を受け取った先に知らせてください。/);
});

it("--version is that of package.json, for every command", () => {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync("package.json", "utf8")));
  for (const words of [["--version"], ["fix", "--version"]]) expect(tenken(words)).toEqual({ status: 0, stdout: `tenken ${version}\n`, stderr: "" });
});
