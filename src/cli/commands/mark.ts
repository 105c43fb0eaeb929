import { showMarks } from "../../core/model/show-marks.ts";
import { describeMarkLevel } from "../../core/review/say.ts";
import { workbookEndings } from "../../core/wording/endings.ts";
import type { Language } from "../../core/wording/language.ts";
import { Copies, copyFile, type CopyChange, type CopiedFile } from "../copies.ts";
import type { Command } from "../command.ts";
import { eachFile } from "../each-file.ts";
import { checkedBy } from "../form-file.ts";
import { commonHelp, commonOptions, outputOptions, parseWords, readCommon } from "../options.ts";
import { exitStatus } from "../totals.ts";
import { inert, painter, wantsColour } from "../terminal-text.ts";
import { brokenLines, markLine, refusalLine, sheetLine, titleLines, type Face } from "../text-report.ts";
import { cliTexts } from "../texts.ts";

/** Copies workbooks and marks the rows to review, like the pane in Excel. */
export const mark: Command = {
  help: (command) => ({
    ja: `点検 Tenken: 見直しが要る行に印を付けた写しを作ります（English: --help --lang en）

  ${command} FILE… --out DIR [--force] [--lang ja|en] [--form NAME|FILE] [--defaults]

  FILE            ${workbookEndings.join(" ")}、それらの入ったフォルダー（いくつでも）。元のファイルは変えません
  --out DIR       書き出すフォルダー（同じ名前で書き出す。別のフォルダーにある同じ名前のファイルは、フォルダーに分けて書き出す）
  --force         すでにあるファイルを置き換える
${commonHelp.ja}  2  点検又は書き出しのできないファイルがある
`,
    en: `点検 Tenken: makes copies with the rows to review marked

  ${command} FILE… --out DIR [--force] [--lang ja|en] [--form NAME|FILE] [--defaults]

  FILE            ${workbookEndings.join(" ")}, or folders of them (any number); sources are never changed
  --out DIR       folder for the copies, which keep their names, and their folders where two have one name
  --force         replaces files that are there already
${commonHelp.en}  2  a file could not be checked or written
`,
  }),

  async run(words) {
    const { values, positionals } = parseWords(words, { ...commonOptions, ...outputOptions });
    const common = readCommon(positionals, values);
    const { files, language } = common;
    const copies = await Copies.into(values.out, common, values.force ?? false);
    const by = await checkedBy(common);
    const copied = await eachFile(files, (path) => copyFile(path, by, copies, putMarks(language)));
    process.stdout.write(report(copied, { language, paint: painter(wantsColour()) }));
    return exitStatus(copied);
  },
};

/** Every copy is written, so that the folder is complete and marks of an earlier check are removed. */
function putMarks(language: Language): CopyChange {
  return async (book, inspections) => {
    await book.apply(inspections.flatMap((inspection) => showMarks(inspection, (level) => describeMarkLevel(level, language))));
    return true;
  };
}

function report(files: readonly CopiedFile[], face: Face): string {
  const written = files.filter(({ copy }) => copy !== undefined).length;
  const blocks = files.map((file) => fileLines(file, face).join("\n"));
  return `${[...blocks, cliTexts[face.language].markTotal(written, files.length - written)].join("\n\n")}\n`;
}

function fileLines(file: CopiedFile, face: Face): readonly string[] {
  const words = cliTexts[face.language];
  const sheets = file.inspections.flatMap((inspection) => {
    const marks = inspection.marks.map((each) => markLine(each, inspection.form.form, face));
    return [sheetLine(inspection, face), ...(marks.length === 0 ? [`  ${words.noMarks}`] : marks)];
  });
  const refusal = file.refusal ? [refusalLine(file.refusal, face)] : [];
  return [...titleLines(file, face), ...sheets, ...brokenLines(file, face), ...refusal, ...(file.copy === undefined ? [] : [`  ${words.marked(inert(file.copy))}`])];
}
