/** The manual's pages, in the order of the links at the top of each. */
const pages = [
  ["index.html", "使い方"],
  ["rules.html", "点検の規則"],
  ["forms.html", "様式を書く"],
  ["admin.html", "情報システム担当の方へ"],
] as const;

/** A page of the manual. @param maker the file that makes it */
export function page(file: (typeof pages)[number][0], title: string, maker: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="ja">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title} ― 点検の手引</title>
    <link rel="stylesheet" href="help.css" />
    <link rel="icon" href="data:," />
  </head>
  <body>
    <!-- Made by ${maker}. -->
    <a class="skip" href="#main">本文へ</a>
    <nav class="pages" aria-label="手引">
      <ul>
${links(file)}
      </ul>
    </nav>
    <main id="main">
      ${body}
    </main>
  </body>
</html>
`;
}

/** The links from one page to all others, also used by the handwritten pages. */
export function links(current: string): string {
  return pages.map(([file, title]) => `        <li><a href="${file}"${file === current ? ' aria-current="page"' : ""}>${title}</a></li>`).join("\n");
}

/** A text for use in HTML. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
