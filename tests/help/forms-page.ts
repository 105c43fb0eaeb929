import { formEntries } from "../core/form/form-entries.ts";
import { escaped, page } from "./page.ts";

/** Complete forms to start from, each of a different kind. */
export const examples = [
  {
    id: "smallest",
    title: "いちばん小さい様式",
    about: "番号が続く事業の一覧に、評価の列が1つあります。",
    form: {
      id: "my-town",
      name: { ja: "わが町の事務事業評価", en: "My town" },
      levels: [{ id: "project", name: { ja: "事務事業", en: "project" }, key: "running", code: "{n}" }],
      columns: [
        { id: "number", level: "project", holds: "code", name: { ja: "番号", en: "number" }, header: ["No."], otherHeaders: ["番号"] },
        { id: "name", level: "project", holds: "text", name: { ja: "事業名", en: "name" }, header: ["事業名"] },
        { id: "grade", level: "project", holds: "status", vocabulary: "grade", name: { ja: "評価", en: "grade" }, header: ["評価"] },
      ],
      vocabularies: {
        grade: [
          { text: "継続", meaning: "good" },
          { text: "縮小", meaning: "bad", mark: "attention" },
          { text: "廃止", meaning: "bad", mark: "required" },
        ],
      },
      spellings: [],
    },
  },
  {
    id: "rates",
    title: "達成率で決まる評価",
    about: "コードの付いた施策の下に、番号のない指標が並びます。評価は達成率で決まり、Cのときは理由を書きます。",
    form: {
      id: "my-strategy",
      name: { ja: "わが市の総合戦略", en: "My strategy" },
      levels: [
        { id: "measure", name: { ja: "施策", en: "measure" }, key: "given" },
        { id: "indicator", name: { ja: "指標", en: "indicator" }, key: "none" },
      ],
      columns: [
        { id: "code", level: "measure", holds: "code", name: { ja: "施策コード", en: "code" }, header: ["施策コード"] },
        { id: "measure", level: "measure", holds: "text", name: { ja: "施策名", en: "measure" }, header: ["施策名"] },
        { id: "indicator", level: "indicator", holds: "text", name: { ja: "指標", en: "indicator" }, header: ["指標"] },
        { id: "target", level: "indicator", holds: "number", name: { ja: "目標値", en: "target" }, header: ["目標値"] },
        { id: "reached", level: "indicator", holds: "number", name: { ja: "実績値", en: "reached" }, header: ["実績値"] },
        { id: "grade", level: "indicator", holds: "status", vocabulary: "grade", name: { ja: "評価", en: "grade" }, header: ["評価"] },
        { id: "reason", level: "indicator", holds: "text", name: { ja: "遅れの理由", en: "reason" }, header: ["遅れの理由"], requiredWhen: { column: "grade", is: ["C"] } },
      ],
      vocabularies: {
        grade: [
          { text: "A", meaning: "good" },
          { text: "B", meaning: "good" },
          { text: "C", meaning: "bad", mark: "attention" },
        ],
      },
      thresholds: [{ grade: "grade", reached: "reached", target: "target", steps: [{ from: 1, term: "A" }, { from: 0.8, term: "B" }], else: "C" }],
      spellings: [],
    },
  },
  {
    id: "points",
    title: "三つの階層と点数",
    about: "Ⅰ、Ⅰ-1、Ⅰ-1-(1) の三つの階層に、自己評価と委員会の評価が5から1の数値で並びます。委員会の評価だけが印を付けます。",
    form: {
      id: "my-agency",
      name: { ja: "わが法人の業務実績評価", en: "My agency" },
      levels: [
        { id: "major", name: { ja: "大項目", en: "major item" }, key: "nested", code: "{1:Ⅰ}" },
        { id: "middle", name: { ja: "中項目", en: "middle item" }, key: "nested", code: "{1:Ⅰ}-{2}" },
        { id: "minor", name: { ja: "小項目", en: "minor item" }, key: "nested", code: "{1:Ⅰ}-{2}-({3})" },
      ],
      columns: [
        { id: "major", level: "major", holds: "label", name: { ja: "大項目", en: "major item" }, header: ["大項目"] },
        { id: "middle", level: "middle", holds: "label", name: { ja: "中項目", en: "middle item" }, header: ["中項目"] },
        { id: "minor", level: "minor", holds: "label", name: { ja: "小項目", en: "minor item" }, header: ["小項目"] },
        { id: "own", level: "minor", holds: "status", vocabulary: "point", name: { ja: "自己評価", en: "own grade" }, header: ["自己評価"], judge: { ja: "法人", en: "agency" }, decides: false },
        { id: "grade", level: "minor", holds: "status", vocabulary: "point", name: { ja: "委員会評価", en: "grade" }, header: ["委員会評価"], judge: { ja: "委員会", en: "committee" } },
      ],
      vocabularies: {
        point: [
          { text: "5", number: 5, meaning: "good" },
          { text: "4", number: 4, meaning: "good" },
          { text: "3", number: 3, meaning: "good" },
          { text: "2", number: 2, meaning: "bad", mark: "attention" },
          { text: "1", number: 1, meaning: "bad", mark: "required" },
        ],
      },
      spellings: [],
    },
  },
] as const;

/** The manual's page on writing a form: src/help/forms.html, written by `npm run rules`. */
export function formsPage(): string {
  return page("forms.html", "様式を書く", "tests/help/forms-page.ts", `<h1>様式を書く</h1>
      <p>様式は、列の位置、番号の付け方、評価の語を書いたJSONのファイルです。多くのシートは、様式がなくてもシートから読み取って点検します。決まった様式で毎年点検するとき、ほかの課に配るとき、読み取った様式を直すときに書きます。</p>
      <nav class="contents" aria-labelledby="contents">
        <h2 id="contents">目次</h2>
        <ol>
          <li><a href="#steps">手順</a></li>
${examples.map(({ id, title }) => `          <li><a href="#${id}">例：${title}</a></li>`).join("\n")}
          <li><a href="#entries">項目の一覧</a></li>
          <li><a href="#wrong">うまくいかないとき</a></li>
        </ol>
      </nav>
      <h2 id="steps">手順</h2>
      <ol>
        <li>記入済みのシートがあれば、<code>npm run form -- シート.xlsx --out 様式.json</code> で読み取った様式から始めます。点検画面では「設定」の「<b>様式をファイルに保存</b>」です。なければ、下の例を写します。組み込みの様式は、<code>npm run form -- --list</code> で名前を見て、<code>npm run form -- osaka-ward --out 様式.json</code> で書き出せます。</li>
        <li>エディターで直します。<code>dist/form.schema.json</code> を様式と同じフォルダーに置き、様式の1行目に <code>"$schema": "./form.schema.json"</code> と書くと、VS Codeなどが項目を補い、説明を示します。UTF-8で保存します。</li>
        <li><code>npm run check -- --form 様式.json シート.xlsx</code> で確かめます。誤りがあれば、項目と直し方を示します。<code>fix</code>、<code>mark</code>、<code>reply</code>、<code>summarize</code> にも <code>--form</code> を付けられます。</li>
        <li>様式のどの列がシートのどの列になったかは、<code>--format json</code> を付けると <code>columns</code> に出ます。</li>
        <li>パネルや点検画面では、「設定」の「<b>設定と様式の受け渡し</b>」で取り込みます。</li>
      </ol>
${examples.map(example).join("\n")}
      <h2 id="entries">項目の一覧</h2>
      <p><code>[ ]</code> は並び、<code>{ }</code> は名前ごとの組です。名前の <code>ja</code> と <code>en</code> は省いています。</p>
      <table>
        <thead>
          <tr><th scope="col">項目</th><th scope="col">入れるもの</th></tr>
        </thead>
        <tbody>
${[...formEntries].map(([path, { ja }]) => `          <tr><th scope="row"><code>${escaped(path)}</code></th><td>${escaped(ja)}</td></tr>`).join("\n")}
        </tbody>
      </table>
      <h2 id="wrong">うまくいかないとき</h2>
      <ul>
        <li>「番号……の前に……がありません」と出て、番号がもともと飛んでいるときは、その階層の <code>key</code> を <code>given</code> にします。1から始まらないだけなら <code>first</code> を書きます。</li>
        <li>「……の列が見つかりません」と出るときは、シートの見出しを <code>otherHeaders</code> に加えます。</li>
        <li>「様式で決められた語ではありません」と出る語は、<code>vocabularies</code> に加えるか、同じ意味の語の <code>words</code> か <code>aliases</code> に加えます。</li>
        <li>シートに合わない組み込みの様式が選ばれるときは、<code>--form</code> で様式を決めます。</li>
      </ul>`);
}

function example({ id, title, about, form }: (typeof examples)[number]): string {
  return `      <h2 id="${id}">例：${title}</h2>
      <p>${about}</p>
      <pre><code>${escaped(jsonOf(form))}</code></pre>`;
}

/** JSON with each small object of an entry on one line. */
function jsonOf(form: object): string {
  const lines = Object.entries(form).map(([name, value]: [string, unknown]) => `  ${JSON.stringify(name)}: ${listed(value)}`);
  return `{\n${lines.join(",\n")}\n}`;
}

function listed(value: unknown): string {
  if (Array.isArray(value) && value.length > 0) return `[\n${value.map((one) => `    ${spaced(one)}`).join(",\n")}\n  ]`;
  return spaced(value);
}

function spaced(value: unknown): string {
  return JSON.stringify(value, undefined, 1).replace(/\n\s*/g, " ");
}
