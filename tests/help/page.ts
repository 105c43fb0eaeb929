import type { Language } from "../../src/core/wording/language.ts";

/** The manual's pages by language, in the order of the links at the top of each. */
const pages = {
  ja: [
    ["index.html", "使い方"],
    ["rules.html", "点検の規則"],
    ["forms.html", "様式を書く"],
    ["admin.html", "情報システム担当の方へ"],
  ],
  en: [
    ["english.html", "Manual"],
    ["english-rules.html", "The rules"],
  ],
} as const;

type PageName = (typeof pages)[Language][number][0];

const words = {
  ja: { title: "点検の手引", skip: "本文へ", nav: "手引" },
  en: { title: "Tenken", skip: "To the text", nav: "Manual" },
} as const;

/** A page of the manual. @param maker the file that makes it */
export function page(file: PageName, title: string, maker: string, body: string, language: Language = "ja"): string {
  const said = words[language];
  return `<!DOCTYPE html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title} ― ${said.title}</title>
    <link rel="stylesheet" href="help.css" />
    <link rel="icon" href="data:," />
  </head>
  <body>
    <!-- Made by ${maker}. -->
    <a class="skip" href="#main">${said.skip}</a>
    <nav class="pages" aria-label="${said.nav}">
      <ul>
${links(file, language)}
      </ul>
    </nav>
    <main id="main">
      ${body}
    </main>
  </body>
</html>
`;
}

/** The links from one page to all others of its language, also used by the handwritten pages. */
export function links(current: string, language: Language = "ja"): string {
  return pages[language].map(([file, title]) => `        <li><a href="${file}"${file === current ? ' aria-current="page"' : ""}>${title}</a></li>`).join("\n");
}

/** A text for use in HTML. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
