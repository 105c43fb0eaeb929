/*
 * Makes assets/samples/sample.xlsx from assets/samples/sample.tsv with LibreOffice: `node tests/tools/make-sample.mjs`. One
 * line is one initiative; "\n" is a line break in a cell, "=2002-01-02" a date. An empty cell in the first six columns
 * belongs to the block above.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { documentParts } from "./sample-look.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const work = `${root}.cache/sample`;

/** Width in millimetres, alignment of the cells, and the column whose blocks the cell is merged with. */
const columns = [
  { width: 31, style: "issue-text", block: 0 },
  { width: 14, style: "middle", block: 1 },
  { width: 104, style: "text", block: 1 },
  { width: 25, style: "middle", block: 1 },
  { width: 29, style: "middle", block: 1 },
  { width: 17, style: "middle", block: 1 },
  { width: 20, style: "middle", block: 6 },
  { width: 60, style: "text", block: 6 },
  { width: 18, style: "middle", block: 6 },
  { width: 31, style: "middle", block: 6 },
  { width: 29, style: "middle", block: 6 },
  { width: 17, style: "middle", block: 6 },
];

/** Text, and the columns and rows it covers; null for a covered cell. */
const header = [
  [["経営課題", 1, 3], ["めざす成果及び戦略", 5, 1, "-top"], null, null, null, null, ["具体的取組", 6, 1, "-top"], null, null, null, null, null],
  [
    null, ["", 2, 2, "-open"], null, ["アウトカム指標の達成状況", 1, 2], ["戦略のアウトカム指標に対する有効性", 1, 2], ["資料2", 1, 2],
    ["", 2, 2, "-open"], null, ["プロセス指標の達成状況", 2, 1], null, ["戦略に対する取組の有効性", 1, 2], ["資料2", 1, 2],
  ],
  [null, null, null, null, null, null, null, null, ["目標", 1, 1], ["取組", 1, 1], null, null],
];
const headerFill = ["issue", "strategy", "strategy", "strategy", "strategy", "strategy", ...Array(6).fill("initiative")];

/** Of all rows so far, since the document lists its row styles before its rows. */
const heights = [];

const rows = readFileSync(`${root}assets/samples/sample.tsv`, "utf8").trimEnd().split("\n").map((line) => line.split("\t"));
mkdirSync(work, { recursive: true });
writeFileSync(`${work}/sample.fods`, flatDocument());
saveAsXlsx(`${work}/sample.fods`, `${root}assets/samples/sample.xlsx`);

/** Uses a macro, because `--convert-to xlsx` opens no window and so loses the frozen header. */
function saveAsXlsx(from, to) {
  const profile = `${work}/profile`;
  const soffice = (...args) => execFileSync("soffice", [`-env:UserInstallation=${pathToFileURL(profile)}`, "--headless", ...args], { stdio: "inherit" });
  soffice("--terminate_after_init");
  const macro = `<?xml version="1.0" encoding="UTF-8"?>
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub SaveAsXlsx
  Dim none()
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = &quot;FilterName&quot;
  filter(0).Value = &quot;Calc MS Excel 2007 XML&quot;
  document = StarDesktop.loadComponentFromURL(&quot;${pathToFileURL(from)}&quot;, &quot;_blank&quot;, 0, none())
  document.storeToURL(&quot;${pathToFileURL(to)}&quot;, filter())
  document.close(True)
End Sub
</script:module>`;
  writeFileSync(`${profile}/user/basic/Standard/Module1.xba`, macro);
  soffice("macro:///Standard.Module1.SaveAsXlsx");
}

function flatDocument() {
  const title = line(11, [cell("令和6年度 さくら台区運営方針 自己評価総括表", "title", 12, 1), ...covered(11)]);
  const office = line(7, [cell("みどり野市 さくら台区役所", "office", 6, 1), ...covered(5), cell("評価対象期間：令和6年4月1日～令和7年3月31日", "period", 6, 1), ...covered(5)]);
  const head = header.map((texts, row) =>
    line([8, 11, 9][row], texts.map((text, column) => (text === null ? covered(1)[0] : cell(text[0], `${headerFill[column]}${text[3] ?? ""}`, text[1], text[2])))),
  );
  const notes = [
    "※ 「資料2」の列は、取組別の詳細を記した「資料2 取組別評価シート」のページを示す。",
    "※ この表は見本として作られたもので、みどり野市とさくら台区は実在しない。",
  ].map((text) => line(6, [cell(text, "note", 12, 1), ...covered(11)]));
  const body = rows.map((_, index) => line(rowHeight(index), columns.map((column, at) => bodyCell(index, at, column))));
  const widths = columns.map((_, index) => `<table:table-column table:style-name="c${index}" table:default-cell-style-name="plain"/>`).join("");
  const table =
    `<table:table table:name="総括表" table:style-name="sheet" table:print-ranges="総括表.A1:総括表.L${5 + rows.length + 1 + notes.length}">` +
    `${widths}${title}${office}<table:table-header-rows>${head.join("")}</table:table-header-rows>${body.join("")}${line(3, [])}${notes.join("")}</table:table>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" xmlns:ooo="http://openoffice.org/2004/office" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
${documentParts(columns.map(({ width }) => width), heights)}
<office:body><office:spreadsheet>${table}</office:spreadsheet></office:body>
</office:document>`;
}

function bodyCell(row, at, { style, block }) {
  const text = rows[row][at];
  const first = blockStart(row, block);
  if (first !== row) return covered(1)[0];
  const date = /^=(.+)/.exec(text)?.[1];
  if (date !== undefined) return `<table:table-cell table:style-name="date" office:value-type="date" office:date-value="${date}"/>`;
  return cell(text, style, 1, blockEnd(row, block) - row);
}

/** A block starts where its first column is filled. */
function blockStart(row, block) {
  return rows[row][block] === "" && row > 0 ? blockStart(row - 1, block) : row;
}

function blockEnd(row, block) {
  const next = rows.findIndex((cells, index) => index > row && cells[block] !== "");
  return next === -1 ? rows.length : next;
}

/** High enough for the strategy's text to fit into the rows of its block, with 32 characters in a line. */
function rowHeight(index) {
  const first = blockStart(index, 1);
  const lines = rows[first][2].split("\\n").map((text) => Math.ceil(text.length / 32));
  const needed = 4.6 * lines.reduce((sum, count) => sum + count, 0) + 4;
  return Math.max(12, Math.ceil(needed / (blockEnd(first, 1) - first)));
}

function cell(text, style, across, down) {
  const span = across * down === 1 ? "" : ` table:number-columns-spanned="${across}" table:number-rows-spanned="${down}"`;
  const lines = text === "" ? "" : text.split("\\n").map((part) => `<text:p>${part}</text:p>`).join("");
  const type = text === "" ? "" : ' office:value-type="string"';
  return `<table:table-cell table:style-name="${style}"${type}${span}>${lines}</table:table-cell>`;
}

function covered(count) {
  return Array(count).fill("<table:covered-table-cell/>");
}

function line(height, cells) {
  heights.push(height);
  return `<table:table-row table:style-name="h${height}">${cells.join("")}</table:table-row>`;
}
