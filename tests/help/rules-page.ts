import type { Severity } from "../../src/core/model/finding.ts";
import { rules } from "../../src/core/rules/index.ts";
import { howToFix } from "../../src/core/rules/say.ts";
import type { Language } from "../../src/core/wording/language.ts";
import { paneTexts } from "../pane/pane-texts.ts";
import { escaped, page } from "./page.ts";
import { shownExample } from "./shown-example.ts";

interface Words {
  readonly file: "rules.html" | "english-rules.html";
  readonly title: string;
  readonly about: string;
  readonly contents: string;
  readonly kinds: Readonly<Record<Severity, string>>;
  readonly terms: { readonly kind: string; readonly why: string; readonly how: string; readonly example: string; readonly before: string; readonly found: string; readonly after: string; readonly id: string };
}

const words: Readonly<Record<Language, Words>> = {
  ja: {
    file: "rules.html",
    title: "点検の規則",
    about: `評価シートは、次の${rules.length}の規則で点検します。規則ごとに、なぜ問題になるのか、どう直すのかを、直す前と直した後の例とともに示します。例は、小さな評価シートを実際に点検したものです。並びは、同じセルに指摘がいくつもあるときに示す順です。`,
    contents: "規則の一覧",
    kinds: { error: "直すものです。", warning: "直した方がよいものです。", info: "念のため見るものです。" },
    terms: { kind: "区分", why: "理由", how: "直し方", example: "例", before: "直す前", found: "指摘", after: "直した後", id: "規則の名" },
  },
  en: {
    file: "english-rules.html",
    title: "The rules",
    about: `Evaluation sheets are checked by these ${rules.length} rules. Each is told with the reason, the way to correct it, and an example before and after: a small sheet that was really checked. They stand in the order in which several findings of one cell are shown.`,
    contents: "All rules",
    kinds: { error: "must be corrected.", warning: "should be corrected.", info: "is worth a look." },
    terms: { kind: "Kind", why: "Why", how: "To fix", example: "Example", before: "Before", found: "Finding", after: "After", id: "Id" },
  },
};

/** The manual's page of all rules, made from what the rules say about themselves: src/help/rules.html and its English sister, written by `npm run rules`. */
export function rulesPage(language: Language): string {
  const { file, title, about, contents, kinds } = words[language];
  const severities = (["error", "warning", "info"] as const).map((kind) => `        <dt>${paneTexts[language].kinds[kind]}</dt>\n        <dd>${kinds[kind]}</dd>`);
  return page(file, title, "tests/help/rules-page.ts", `<h1>${title}</h1>
      <p>${about}</p>
      <dl>
${severities.join("\n")}
      </dl>
      <nav class="contents" aria-labelledby="contents">
        <h2 id="contents">${contents}</h2>
        <ol>
${rules.map((rule) => `          <li><a href="#${rule.id}">${escaped(rule.about[language].title)}</a></li>`).join("\n")}
        </ol>
      </nav>
${rules.map((rule) => section(rule, language)).join("\n")}`, language);
}

/** The table of all rules for their developers: src/core/rules/list.md, written by `npm run rules`. */
export function rulesTable(): string {
  const rows = rules.map(({ id, severity, about: { ja, en } }) => `| \`${id}\` | ${severity} | ${ja.title} | ${en.title} | ${en.example} |`);
  return ["# The rules", "", "Made of the rules by `npm run rules`.", "", "| id | severity | 日本語 | English | example |", "|---|---|---|---|---|", ...rows, ""].join("\n");
}

function section(rule: (typeof rules)[number], language: Language): string {
  const { id, severity, about } = rule;
  const { title, why, example } = about[language];
  const { terms } = words[language];
  const { before, found, after } = shownExample(id, language);
  const entries = [
    [terms.kind, paneTexts[language].kinds[severity]],
    [terms.why, why],
    [terms.how, howToFix(rule, language, false)],
    [terms.example, example],
    [terms.before, before],
    [terms.found, found],
    [terms.after, after],
  ] as const;
  return `      <section class="rule" aria-labelledby="${id}">
        <h2 id="${id}">${escaped(title)}</h2>
        <dl>
${entries.map(([term, text]) => `          <dt>${term}</dt>\n          <dd>${escaped(text)}</dd>`).join("\n")}
          <dt>${terms.id}</dt>
          <dd><code>${id}</code></dd>
        </dl>
      </section>`;
}
