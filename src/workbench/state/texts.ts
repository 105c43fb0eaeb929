import type { Language } from "../../core/wording/language.ts";
import { a1, type CellPlace } from "../../core/model/address.ts";
import type { FileNote } from "../../hosts/file/open.ts";
import { useLanguage } from "../../pane/texts/texts.ts";

/** All words of the workbench around the pane. */
export interface WorkbenchTexts {
  readonly title: string;
  readonly open: string;
  readonly drop: string;
  readonly files: string;
  readonly find: string;
  readonly findHelp: string;
  readonly findNext: string;
  readonly findPrevious: string;
  readonly findClose: string;
  readonly found: (index: number, count: number) => string;
  readonly formula: string;
  readonly zoom: string;
  readonly fitWidth: (percent: string) => string;
  readonly pane: string;
  readonly showPane: string;
  readonly hidePane: string;
  readonly paneWidth: string;
  readonly paneHidden: string;
  readonly pixels: (count: number) => string;
  readonly sample: string;
  readonly sampleClosed: (name: string) => string;
  readonly saveSample: string;
  readonly sheets: string;
  readonly close: (name: string) => string;
  readonly language: string;
  readonly sheet: (name: string) => string;
  readonly hiddenSheet: string;
  readonly hiddenRows: (first: number, last: number) => string;
  readonly hiddenColumns: (first: string, last: string) => string;
  readonly rowNumbers: string;
  readonly cell: string;
  readonly range: (address: string, rows: number, columns: number) => string;
  readonly noCell: string;
  readonly empty: string;
  readonly emptyHelp: string;
  readonly opening: string;
  readonly notRead: string;
  readonly refused: (name: string) => string;
  readonly ended: (name: string) => string;
  readonly endedHelp: string;
  readonly silent: (name: string) => string;
  readonly passedOver: (names: readonly string[]) => string;
  readonly notes: Readonly<Record<FileNote, string>>;
  readonly noNetwork: string;
  readonly tools: string;
  readonly undo: (what: string) => string;
  readonly redo: (what: string) => string;
  readonly save: string;
  readonly saveHelp: string;
  readonly saveMarks: string;
  readonly saveMarksHelp: string;
  readonly noMarks: string;
  readonly steps: { readonly cells: (at: CellPlace, count: number) => string; readonly marks: string; readonly made: string; readonly deleted: string; readonly decided: string; readonly settings: string; readonly inputRulesAdded: string; readonly inputRulesRemoved: string };
  readonly undone: (what: string) => string;
  readonly redone: (what: string) => string;
  readonly unsaved: string;
  readonly saved: (name: string) => string;
  readonly editHelp: string;
  readonly editing: (at: CellPlace) => string;
  readonly staysText: (at: CellPlace) => string;
  readonly skipped: (written: number, cells: string) => string;
  readonly skippedWhy: Readonly<Record<string, string>>;
  readonly notCopied: string;
  readonly resume: string;
  readonly dismiss: string;
  readonly closeTitle: (name: string) => string;
  readonly closeHelp: string;
  readonly saveAndClose: string;
  readonly dropAndClose: string;
  readonly stay: string;
  readonly summaryFile: string;
  readonly summaryMade: (name: string) => string;
  readonly showFile: string;
  readonly chartElsewhere: string;
}

export const workbenchTexts: Readonly<Record<Language, WorkbenchTexts>> = {
  ja: {
    title: "点検 Tenken",
    open: "開く",
    drop: "ここに放すと開きます（いくつでも）",
    files: "開いているファイル",
    find: "シートの中を検索",
    findHelp: "シートの中を検索（Ctrl+F）",
    findNext: "次を検索（Enter）",
    findPrevious: "前を検索（Shift+Enter）",
    findClose: "検索を閉じる（Esc）",
    found: (index, count) => (count === 0 ? "見つかりません" : `${index.toLocaleString("en")} / ${count.toLocaleString("en")}件`),
    formula: "数式",
    zoom: "表示倍率",
    fitWidth: (percent) => `幅に合わせる（${percent}）`,
    pane: "点検のパネル",
    showPane: "パネルを表示",
    hidePane: "パネルを隠す",
    paneWidth: "パネルの幅（左右の矢印キー、Enterキーで隠す）",
    paneHidden: "隠れています",
    pixels: (count) => `${count}ピクセル`,
    sample: "見本",
    sampleClosed: (name) => `見本 ${name} は閉じました。見本で試した変更は、保存していません。`,
    saveSample: "変更した見本を保存",
    sheets: "シート",
    close: (name) => `${name} を閉じる`,
    language: "表示言語",
    sheet: (name) => `シート ${name}`,
    hiddenSheet: "（非表示）",
    hiddenRows: (first, last) => (first === last ? `${first}行は非表示です` : `${first}〜${last}行は非表示です`),
    hiddenColumns: (first, last) => (first === last ? `${first}列は非表示です` : `${first}〜${last}列は非表示です`),
    rowNumbers: "行番号",
    cell: "選択中のセル",
    range: (address, rows, columns) => `${address}（${rows.toLocaleString("en")}行×${columns.toLocaleString("en")}列）`,
    noCell: "セルを選ぶと、ここに内容が出ます",
    empty: "評価シートを開いてください",
    emptyHelp: "「開く」を押すか、Excelのファイル（.xlsx、.xlsm）やCSVをここに放してください。いくつでも一度に開けます。",
    opening: "ファイルを開いています…",
    notRead: "シートの表示はありません",
    refused: (name) => `${name} を開けませんでした`,
    ended: (name) => `${name} の処理を終了しました`,
    endedHelp: "キャンセルしても応答がなかったため、このファイルの処理だけを終了しました。元のファイルは変わっていません。開いているほかのファイルは、そのまま使えます。このファイルを使うには、もう一度開いてください。",
    passedOver: (names) => `${names.join("、")} は、ほかのファイルを開いている間などに作られる補助のファイルなので、開いていません。`,
    silent: (name) => `${name} は、キャンセルしても応答がありません。保存していない変更があるため、終了せずに待っています。待たずに終了するには、このファイルを閉じてください。ほかのファイルは、そのまま使えます。`,
    notes: { macros: "マクロがありますが、実行しません。", "external-links": "ほかのブックへのリンクがありますが、開きません。" },
    noNetwork: "ファイルはこのページの外へ送られません。",
    tools: "編集と保存",
    undo: (what) => (what === "" ? "元に戻す（Ctrl+Z）" : `元に戻す：${what}（Ctrl+Z）`),
    redo: (what) => (what === "" ? "やり直す（Ctrl+Y）" : `やり直す：${what}（Ctrl+Y）`),
    save: "保存",
    saveHelp: "変更したファイルをダウンロードします（Ctrl+S）。開いたファイルそのものは書き換えません。",
    saveMarks: "要見直しの色も保存",
    saveMarksHelp: "保存するとき、要見直し・要注意の行に条件付き書式で色を付けます。もとの塗りつぶしは変わりません。",
    noMarks: "文字だけのファイルには、要見直しの色を保存できません。",
    steps: { cells: (at, count) => (count === 1 ? `${a1(at)}の変更` : `${a1(at)}など${count}セルの変更`), marks: "要見直しの色", made: "総括シートの作成", deleted: "総括シートの削除", decided: "指摘をそのままにするかの判断", settings: "点検の設定", inputRulesAdded: "入力規則の追加", inputRulesRemoved: "入力規則の削除" },
    undone: (what) => `${what}を元に戻しました。`,
    redone: (what) => `${what}をやり直しました。`,
    unsaved: "未保存",
    saved: (name) => `${name} を保存しました（ダウンロード）。開いたファイルそのものは変わっていません。`,
    editHelp: "F2キーか文字の入力で編集、Deleteキーで消去",
    editing: (at) => `${a1(at)}を編集中`,
    staysText: (at) => `${a1(at)}は「=」で始まりますが、数式にはせず、文字のまま入れました。`,
    skipped: (written, cells) => `${written.toLocaleString("en")}セルを変えました。変えなかったセル：${cells}。`,
    skippedWhy: { covered: "結合の中", formula: "数式", "table-header": "テーブルの見出し", locked: "ロックされたセル", "reads-as-formula": "Excelで数式になる文字", "no-such-letter": "この文字コードにない文字" },
    notCopied: "クリップボードに書き込めませんでした。ブラウザーがこのページに許しているか確かめて、もう一度試してください。",
    resume: "入力に戻る",
    dismiss: "閉じる",
    closeTitle: (name) => `${name} に未保存の変更があります`,
    closeHelp: "保存せずに閉じると、変更は失われます。",
    saveAndClose: "保存して閉じる",
    dropAndClose: "保存せずに閉じる",
    stay: "閉じない",
    summaryFile: "総括.xlsx",
    summaryMade: (name) => `開いているファイルの総括シートを、新しいブック「${name}」に作りました。`,
    showFile: "表示する",
    chartElsewhere: "このシートのグラフは、ここには出ません。Excelで開くと表2の下に表示されます。",
  },
  en: {
    title: "Tenken 点検",
    open: "Open",
    drop: "Drop to open, as many as you like",
    files: "Open files",
    find: "Find in the sheet",
    findHelp: "Find in the sheet (Ctrl+F)",
    findNext: "Find next (Enter)",
    findPrevious: "Find previous (Shift+Enter)",
    findClose: "Close the search (Esc)",
    found: (index, count) => (count === 0 ? "Not found" : `${index.toLocaleString("en")} of ${count.toLocaleString("en")}`),
    formula: "Formula",
    zoom: "Zoom",
    fitWidth: (percent) => `Fit width (${percent})`,
    pane: "Check pane",
    showPane: "Show the pane",
    hidePane: "Hide the pane",
    paneWidth: "Width of the pane (left and right arrow keys, Enter hides it)",
    paneHidden: "hidden",
    pixels: (count) => `${count} pixels`,
    sample: "Sample",
    sampleClosed: (name) => `The sample ${name} was closed. What was tried out in it was not saved.`,
    saveSample: "Save the changed sample",
    sheets: "Sheets",
    close: (name) => `Close ${name}`,
    language: "Language",
    sheet: (name) => `Sheet ${name}`,
    hiddenSheet: "(hidden)",
    hiddenRows: (first, last) => (first === last ? `Row ${first} is hidden` : `Rows ${first}–${last} are hidden`),
    hiddenColumns: (first, last) => (first === last ? `Column ${first} is hidden` : `Columns ${first}–${last} are hidden`),
    rowNumbers: "Row numbers",
    cell: "Selected cell",
    range: (address, rows, columns) => `${address} (${rows.toLocaleString("en")} × ${columns.toLocaleString("en")})`,
    noCell: "Select a cell to see what it holds",
    empty: "Open an evaluation sheet",
    emptyHelp: "Press “Open”, or drop Excel files (.xlsx, .xlsm) or CSV files here, as many at once as you like.",
    opening: "Opening the file…",
    notRead: "The sheet is not shown",
    refused: (name) => `${name} could not be opened`,
    ended: (name) => `${name} was ended`,
    endedHelp: "It did not answer when it was told to stop, so it alone was ended. The file itself is as it was. The other open files can be used as before. To use this one, open it again.",
    passedOver: (names) => `${names.join(", ")} was not opened: another program keeps it beside its own file.`,
    silent: (name) => `${name} does not answer, though it was told to stop. It holds unsaved changes and is waited for. To end it without waiting, close it. The other files can be used as before.`,
    notes: { macros: "It holds macros; they are not run.", "external-links": "It links to other workbooks; they are not opened." },
    noNetwork: "Files never leave this page.",
    tools: "Editing and saving",
    undo: (what) => (what === "" ? "Undo (Ctrl+Z)" : `Undo: ${what} (Ctrl+Z)`),
    redo: (what) => (what === "" ? "Redo (Ctrl+Y)" : `Redo: ${what} (Ctrl+Y)`),
    save: "Save",
    saveHelp: "Downloads the file with its changes (Ctrl+S). The file that was opened is never written.",
    saveMarks: "Save review colours",
    saveMarksHelp: "On saving, rows to review are coloured by conditional formats. Their own fill stays.",
    noMarks: "A text file cannot hold the review colours.",
    steps: { cells: (at, count) => (count === 1 ? `change of ${a1(at)}` : `change of ${count} cells from ${a1(at)}`), marks: "review colours", made: "making summary sheets", deleted: "deleting summary sheets", decided: "what was left as it is", settings: "settings of the check", inputRulesAdded: "adding input rules", inputRulesRemoved: "removing input rules" },
    undone: (what) => `Undone: ${what}.`,
    redone: (what) => `Done again: ${what}.`,
    unsaved: "not saved",
    saved: (name) => `${name} was saved (downloaded). The file that was opened is unchanged.`,
    editHelp: "F2 or typing edits, Delete empties",
    editing: (at) => `Editing ${a1(at)}`,
    staysText: (at) => `${a1(at)} begins with “=”. It was kept as text and is no formula.`,
    skipped: (written, cells) => `Changed ${written.toLocaleString("en")} cells. Left as they are: ${cells}.`,
    skippedWhy: { covered: "in a merged area", formula: "formula", "table-header": "table header", locked: "locked", "reads-as-formula": "Excel would make a formula of it", "no-such-letter": "letters that the encoding lacks" },
    notCopied: "The clipboard took nothing. See whether the browser allows this page to use it, and try again.",
    resume: "Back to the input",
    dismiss: "Close",
    closeTitle: (name) => `${name} holds unsaved changes`,
    closeHelp: "They are lost if it is closed without saving.",
    saveAndClose: "Save and close",
    dropAndClose: "Close without saving",
    stay: "Keep open",
    summaryFile: "summary.xlsx",
    summaryMade: (name) => `Summary sheets of all open files were made in a new workbook, “${name}”.`,
    showFile: "Show",
    chartElsewhere: "The chart of this sheet is not drawn here. In Excel it stands below table 2.",
  },
};

/** The workbench's words in the reader's language. */
export function useWorkbenchTexts(): WorkbenchTexts {
  return workbenchTexts[useLanguage()];
}
