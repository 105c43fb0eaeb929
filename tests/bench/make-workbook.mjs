import { closeSync, openSync, renameSync, writeSync } from "node:fs";
import { strToU8, Zip, ZipDeflate } from "fflate";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const chunk = 1 << 18;

const contentTypes = `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${[
  ["/xl/workbook.xml", "sheet.main"],
  ["/xl/worksheets/sheet1.xml", "worksheet"],
  ["/xl/sharedStrings.xml", "sharedStrings"],
  ["/xl/styles.xml", "styles"],
]
  .map(([part, type]) => `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`)
  .join("")}</Types>`;

const relations = (...targets) =>
  `${declaration}<Relationships xmlns="${packaged}/relationships">${targets
    .map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`)
    .join("")}</Relationships>`;

const header = [
  ["経営課題", "めざす成果及び戦略", "", "", "", "", "具体的取組", "", "", "", "", ""],
  ["", "", "", "アウトカム指標の達成状況", "戦略のアウトカム指標に対する有効性", "資料2", "", "", "プロセス指標の達成状況", "", "戦略に対する取組の有効性", "資料2"],
  ["", "", "", "", "", "", "", "", "目標", "取組", "", ""],
];

/** The words of an office whose form is not built in. */
const otherHeader = [
  ["政策", "施策", "", "", "", "", "事業", "", "", "", "", ""],
  ["", "番号", "施策の内容", "施策評価", "今後の方向", "備考", "番号", "事業名", "事業評価", "", "今後の方向", "備考"],
  ["", "", "", "", "", "", "", "", "成果", "進み方", "", ""],
];
const otherGrades = new Map([
  ["順調", ["A", "B", "C"]],
  ["有効であり、継続して推進", ["拡充", "現状維持", "縮小"]],
  ["達成", ["◎", "○", "△"]],
  ["予定どおり実施", ["計画どおり", "やや遅れ", "遅れ"]],
]);

/** The faults for every second initiative, in turn: a column and the change of a right text. */
const faults = [
  { column: 8, spoil: (text) => `${text} ` },
  { column: 11, spoil: (text) => text.replace("p.", "ｐ．") },
  { column: 10, spoil: () => "おおむね有効" },
  { column: 7, spoil: (text) => `  ${text}` },
];

/**
 * Writes an evaluation with that many initiatives in the form `osaka-ward`, clean or with a fault in every second row, or in an unknown form. It is
 * merged, with shared strings, as LibreOffice would write it: every cell of a block exists and is styled. It has its own
 * writer, so that no measured library writes what it reads.
 */
export function makeWorkbook(path, initiatives, { faulty = false, unknown = false } = {}) {
  const strings = new SharedStrings();
  const merges = [];
  const right = rows(initiatives, merges);
  const content = unknown ? [...otherHeader, ...regraded(right)] : [...header, ...(faulty ? spoiled(right) : right)];
  write(path, {
    "[Content_Types].xml": [contentTypes],
    "_rels/.rels": [relations(["officeDocument", "xl/workbook.xml"])],
    "xl/workbook.xml": [`${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="総括表" sheetId="1" r:id="rId1"/></sheets></workbook>`],
    "xl/_rels/workbook.xml.rels": [relations(["worksheet", "worksheets/sheet1.xml"], ["sharedStrings", "sharedStrings.xml"], ["styles", "styles.xml"])],
    "xl/styles.xml": [
      `${declaration}<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="9"/><name val="Arial"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" applyAlignment="true"><alignment wrapText="true"/></xf></cellXfs></styleSheet>`,
    ],
    "xl/worksheets/sheet1.xml": sheet(content, strings, merges),
    "xl/sharedStrings.xml": strings.xml(),
  });
}

function* spoiled(rows) {
  let row = 0;
  for (const texts of rows) {
    const fault = row % 2 === 0 ? faults[(row / 2) % faults.length] : undefined;
    yield texts.map((text, column) => (column === fault?.column ? fault.spoil(text) : text));
    row += 1;
  }
}

function* regraded(rows) {
  let row = 0;
  for (const texts of rows) {
    yield texts.map((text) => otherGrades.get(text)?.[(row * 7) % 5 % 3] ?? text);
    row += 1;
  }
}

function* sheet(rows, strings, merges) {
  yield `${declaration}<worksheet xmlns="${main}"><sheetData>`;
  let number = 0;
  for (const texts of rows) {
    number += 1;
    const cells = texts.map((text, column) => {
      const place = `<c r="${String.fromCharCode(65 + column)}${number}" s="1"`;
      return text === "" ? `${place}/>` : `${place} t="s"><v>${strings.index(text)}</v></c>`;
    });
    yield `<row r="${number}" customFormat="false" ht="31.2" hidden="false" customHeight="true" outlineLevel="0" collapsed="false">${cells.join("")}</row>`;
  }
  yield `</sheetData><mergeCells count="${merges.length}">`;
  for (const range of merges) yield `<mergeCell ref="${range}"/>`;
  yield "</mergeCells></worksheet>";
}

/**
 * One to five initiatives for each strategy, three strategies for each issue (more where numbers would exceed four digits).
 * Pages rise, as in print.
 */
function* rows(initiatives, merges) {
  const strategies = Math.max(3, Math.ceil(initiatives / 20_000));
  const onPage = (number) => `p.${Math.ceil(number / 40)}`;
  let done = 0;
  let page = 0;
  for (let issue = 1; done < initiatives; issue += 1) {
    const issueRow = header.length + done + 1;
    for (let strategy = 1; strategy <= strategies && done < initiatives; strategy += 1) {
      const count = Math.min(1 + ((issue * strategies + strategy) % 5), initiatives - done);
      const code = `${issue}-${strategy}`;
      const first = header.length + done + 1;
      if (count > 1) for (const column of "BCDEF") merges.push(`${column}${first}:${column}${first + count - 1}`);
      for (let initiative = 1; initiative <= count; initiative += 1) {
        const block =
          initiative === 1
            ? [strategy === 1 ? `${issue} 地域の課題${issue}を解決するまちづくり` : "", code, strategyText(code), "順調", "有効であり、継続して推進", onPage(page + count + 1)]
            : ["", "", "", "", "", ""];
        yield [...block, `${code}-${initiative}`, `取組${code}-${initiative}の計画と実施`, "達成", "予定どおり実施", "有効であり、継続して推進", onPage(page + initiative)];
      }
      page += count + 1;
      done += count;
    }
    const last = header.length + done;
    if (last > issueRow) merges.push(`A${issueRow}:A${last}`);
  }
}

function strategyText(code) {
  return `【めざす姿${code}】\n・区民と地域団体が力を合わせ、身近な困りごとを早く見つけて支える仕組みを整える。\n・取組の結果を毎年ふりかえり、次の年の計画に生かす。`;
}

class SharedStrings {
  #indexes = new Map();

  index(text) {
    const known = this.#indexes.get(text);
    if (known !== undefined) return known;
    this.#indexes.set(text, this.#indexes.size);
    return this.#indexes.size - 1;
  }

  *xml() {
    yield `${declaration}<sst xmlns="${main}" uniqueCount="${this.#indexes.size}">`;
    for (const text of this.#indexes.keys()) yield `<si><t xml:space="preserve">${text}</t></si>`;
    yield "</sst>";
  }
}

/** Parts are deflated as they are made, since the largest would not fit into one string. */
function write(path, parts) {
  const file = openSync(`${path}.part`, "w");
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    writeSync(file, bytes);
  });
  for (const [name, texts] of Object.entries(parts)) {
    const part = new ZipDeflate(name, { level: 6 });
    zip.add(part);
    let buffer = "";
    for (const text of texts) {
      buffer += text;
      if (buffer.length < chunk) continue;
      part.push(strToU8(buffer));
      buffer = "";
    }
    part.push(strToU8(buffer), true);
  }
  zip.end();
  closeSync(file);
  renameSync(`${path}.part`, path);
}
