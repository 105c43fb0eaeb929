import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const source = fileURLToPath(new URL("../../src/", import.meta.url));
const help = readdirSync(`${source}help`).filter((name) => name.endsWith(".html")).map((name) => `help/${name}`);
const texts = ["pane/texts/words-ja.ts", "pane/texts/words-en.ts", "workbench/state/texts.ts", "taskpane/page/texts.ts", "core/wording/refusals.ts", "core/reply/texts.ts", "core/rules/list.md", ...help];

/** The text of a line that people read, without comments, links and names kept in documents. */
function readable(line: string): string {
  return /^\s*(?:\/?\*|\/\/)/.test(line) ? "" : line.replace(/(?:id|href|src)="[^"]*"|<code>[^<]*<\/code>/g, "");
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
  ["規則 (of a rule), 区分 (of a severity)", /この種類|種類で絞り込む|重要度|深刻度/],
  ["Fix", /\b[Mm]end(?:s|ed|ing)?\b/],
  ["Undo", /\b[Tt]ak(?:e|en|ing) (?:it |them |all )?back\b/],
  ["Fix history", /so far \(/],
  ["Extra spaces", /[Nn]eedless space|[Ss]tray space/],
  ["Add input rules", /\b[Hh]arden/],
  ["Reply to the sender", /Letters? to the sender/],
] as const;

test.each(words)("%s is what it is called everywhere", (_word, other) => {
  const found = texts.flatMap((name) =>
    readFileSync(`${source}${name}`, "utf8")
      .split("\n")
      .flatMap((line, index) => other.exec(readable(line))?.slice(0, 1).map((said) => `${name}:${index + 1} ${said}`) ?? []),
  );
  expect(found).toEqual([]);
});
