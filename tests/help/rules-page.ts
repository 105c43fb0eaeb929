import type { Severity } from "../../src/core/model/finding.ts";
import { rules } from "../../src/core/rules/index.ts";
import { japanese } from "../../src/pane/texts/words-ja.ts";

const kindHelp: Readonly<Record<Severity, string>> = {
  error: "直すもの",
  warning: "直した方がよいもの",
  info: "念のため見るもの",
};

/**
 * The manual's page of all rules, made of what the rules say of themselves: src/help/rules.html, written by `npm run rules`.
 */
export function rulesPage(): string {
  return `<!DOCTYPE html>
<html lang="ja">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>点検の規則 ― 点検の手引</title>
    <link rel="stylesheet" href="help.css" />
    <link rel="icon" href="data:," />
  </head>
  <body>
    <!-- Made by tests/help/rules-page.ts. -->
    <a class="skip" href="#main">本文へ</a>
    <nav class="pages" aria-label="手引">
      <ul>
        <li><a href="index.html">使い方</a></li>
        <li><a href="rules.html" aria-current="page">点検の規則</a></li>
        <li><a href="admin.html">情報システム担当の方へ</a></li>
      </ul>
    </nav>
    <main id="main">
      <h1>点検の規則</h1>
      <p>評価シートは、次の${rules.length}の規則で点検します。規則ごとに、なぜ問題になるのか、どう直すのかを示します。並びは、同じセルに指摘がいくつもあるときに示す順です。</p>
      <dl>
${severitiesHelp()}
      </dl>
      <nav class="contents" aria-labelledby="contents">
        <h2 id="contents">規則の一覧</h2>
        <ol>
${rules.map(({ id, about }) => `          <li><a href="#${id}">${escaped(about.ja.title)}</a></li>`).join("\n")}
        </ol>
      </nav>
${rules.map(section).join("\n")}
    </main>
  </body>
</html>
`;
}

/** The table of all rules for those who write them: src/core/rules/list.md, written by `npm run rules`. */
export function rulesTable(): string {
  const rows = rules.map(({ id, severity, about: { ja, en } }) => `| \`${id}\` | ${severity} | ${ja.title} | ${en.title} | ${en.example} |`);
  return ["# The rules", "", "Made of the rules by `npm run rules`.", "", "| id | severity | 日本語 | English | example |", "|---|---|---|---|---|", ...rows, ""].join("\n");
}

function severitiesHelp(): string {
  const kinds = ["error", "warning", "info"] as const;
  return kinds.map((kind) => `        <dt>${japanese.kinds[kind]}</dt>\n        <dd>${kindHelp[kind]}です。</dd>`).join("\n");
}

function section({ id, severity, about }: (typeof rules)[number]): string {
  const { title, why, how, example } = about.ja;
  return `      <section class="rule" aria-labelledby="${id}">
        <h2 id="${id}">${escaped(title)}</h2>
        <dl>
          <dt>種類</dt>
          <dd>${japanese.kinds[severity]}</dd>
          <dt>理由</dt>
          <dd>${escaped(why)}</dd>
          <dt>直し方</dt>
          <dd>${escaped(how)}</dd>
          <dt>例</dt>
          <dd>${escaped(example)}</dd>
          <dt>規則の名</dt>
          <dd><code>${id}</code></dd>
        </dl>
      </section>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
