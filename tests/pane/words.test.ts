import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const source = readdirSync(`${root}src`, { recursive: true, encoding: "utf8" }).map((name) => `src/${name.replaceAll("\\", "/")}`);
/** Everything with texts for people: the pages of the manual, the list of rules, the manifest, and all code. */
const texts = [...source.filter((name) => /\.(?:tsx?|html)$|rules\/list\.md$/.test(name)), "manifest.xml"];

/** The text of a line that people read: of code its sentences and Japanese words, else all without comments, links and names kept in documents. */
function readable(line: string, isCode: boolean): string {
  if (/^\s*(?:\/?\*|\/\/|import |export \* from)/.test(line)) return "";
  if (!isCode) return line.replace(/(?:id|href|src)="[^"]*"|<code>[^<]*<\/code>/g, "");
  const said = [...line.matchAll(/"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`|^[^"`]*[ぁ-んァ-ヶ一-龠][^"`]*$/g)].map(([text]) => text.replace(/\$\{[^}]*\}/g, ""));
  return said.filter((text) => /[ぁ-んァ-ヶ一-龠]|[a-z] [a-z]/.test(text)).join(" ");
}

/** The words of Office and 公用文, each with the former and the likely wrong ones. */
const words = [
  ["コピー", /写(?:す|しました|せ)|複写/],
  ["検索", /言葉で探す|検索語を探す/],
  ["キャンセル", /中止(?:する|し|」|<)|「(?:<b>)?やめる|"やめる"|途中でやめました|取りやめ/],
  ["既定", /はじめの(?:設定|様式)|はじめは「|デフォルト|初期設定/],
  ["集計", /「(?:<b>)?数字|numbers: "数字"/],
  ["差戻し文", /差戻しの文|差し戻し/],
  ["上位", /属するもの/],
  ["規則 (of a rule), 区分 (of a severity)", /この種類|種類で絞り込む|重要度|深刻度|"種別"/],
  ["Fix", /\b[Mm]end(?:s|ed|ing)?\b/],
  ["Undo", /\b[Tt]ak(?:e|en|ing) (?:it |them |all )?back\b/],
  ["Fix history", /so far \(/],
  ["Extra spaces", /[Nn]eedless space|[Ss]tray space/],
  ["Add input rules", /\b[Hh]arden/],
  ["Reply to the sender", /Letters? to the sender/],
] as const;

test("all texts are looked at", () => {
  const seen = texts.filter((name) => readFileSync(root + name, "utf8").split("\n").some((line) => readable(line, /\.tsx?$/.test(name)) !== ""));
  const rooms = ["manifest.xml", "src/cli/", "src/core/reply/", "src/core/rules/", "src/core/summary/", "src/core/wording/", "src/help/", "src/pane/", "src/taskpane/", "src/workbench/"];
  expect(rooms.filter((room) => !seen.some((name) => name.startsWith(room)))).toEqual([]);
});

test.each(words)("%s is what it is called everywhere", (_word, other) => {
  const found = texts.flatMap((name) =>
    readFileSync(root + name, "utf8")
      .split("\n")
      .flatMap((line, index) => other.exec(readable(line, /\.tsx?$/.test(name)))?.slice(0, 1).map((said) => `${name}:${index + 1} ${said}`) ?? []),
  );
  expect(found).toEqual([]);
});
