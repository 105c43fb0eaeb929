import type { Severity } from "../../src/core/model/finding.ts";
import { rules } from "../../src/core/rules/index.ts";
import { japanese } from "../../src/pane/texts/words-ja.ts";
import { escaped, page } from "./page.ts";

const kindHelp: Readonly<Record<Severity, string>> = {
  error: "直すもの",
  warning: "直した方がよいもの",
  info: "念のため見るもの",
};

/** The manual's page of all rules, made from what the rules say about themselves: src/help/rules.html, written by `npm run rules`. */
export function rulesPage(): string {
  return page("rules.html", "点検の規則", "tests/help/rules-page.ts", `<h1>点検の規則</h1>
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
${rules.map(section).join("\n")}`);
}

/** The table of all rules for their developers: src/core/rules/list.md, written by `npm run rules`. */
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
