import { jsonReport, sheetReport, type FileReport } from "../../core/report.ts";
import { broughtReport } from "../../core/settings/brought.ts";
import type { Refusal } from "../../core/model/refusal.ts";
import { inertJson } from "../../core/wording/hidden.ts";
import type { Language } from "../../core/wording/language.ts";
import { describeRefusal } from "../../core/wording/refusals.ts";
import { checkFile, type CheckedFile } from "../check-files.ts";
import { exitStatus, type Command } from "../command.ts";
import { eachFile } from "../each-file.ts";
import { checkedBy } from "../form-file.ts";
import { commonHelp, commonOptions, oneOf, parseWords, readCommon, type CommonOptions } from "../options.ts";
import { painter } from "../terminal-text.ts";
import { textReport } from "../text-report.ts";

interface CheckOptions extends CommonOptions {
  readonly format: "text" | "json";
}

/** Checks files and prints their findings. */
export const check: Command = {
  help: (command) => ({
    ja: `点検 Tenken: 評価シートを点検します（English: --help --lang en）

  ${command} FILE… [--format text|json] [--lang ja|en] [--form NAME|FILE] [--defaults]

  FILE            .xlsx .xlsm .csv .tsv、それらの入ったフォルダー（いくつでも）
  --format text   文章の報告（標準）
  --format json   機械で読む報告（src/core/README.md）
${commonHelp.ja}  2  点検できないファイルがある

  ほかの命令：fix（直す）、mark（印を付ける）、summarize（集計する）、form（様式）
`,
    en: `点検 Tenken: checks evaluation sheets

  ${command} FILE… [--format text|json] [--lang ja|en] [--form NAME|FILE] [--defaults]

  FILE            .xlsx .xlsm .csv .tsv, or folders of them (any number)
  --format text   a report as text (default)
  --format json   a report for programs (src/core/README.md)
${commonHelp.en}  2  a file could not be checked

  Other commands: fix, mark, summarize, form
`,
  }),

  async run(words) {
    const options = readOptions(words);
    const by = await checkedBy(options);
    const files = await eachFile(options.files, (path) => checkFile(path, by));
    process.stdout.write(options.format === "json" ? json(files, options.language) : text(files, options.language));
    return exitStatus(files);
  },
};

function readOptions(words: readonly string[]): CheckOptions {
  const { values, positionals } = parseWords(words, { ...commonOptions, format: { type: "string" } });
  return { ...readCommon(positionals, values), format: oneOf("--format", ["text", "json"] as const, values.format ?? "text") };
}

function text(files: readonly CheckedFile[], language: Language): string {
  return textReport(files, { language, paint: painter(process.stdout, process.env) });
}

function json(files: readonly CheckedFile[], language: Language): string {
  const errorOf = ({ code, detail }: Refusal) => ({ code, message: describeRefusal(code, detail, language) });
  const reports = files.map(({ path, inspections, broken, brought, refusal }): FileReport => ({
    path,
    error: refusal && errorOf(refusal),
    ...(brought && { settings: broughtReport(brought.own, brought.isUsed, language) }),
    sheets: [
      ...inspections.map((inspection) => sheetReport(inspection, inspection.accepted, language)),
      ...broken.map(({ sheet, refusal: reason }) => ({ name: sheet.name, hidden: sheet.hidden, error: errorOf(reason) })),
    ],
  }));
  return inertJson(`${JSON.stringify(jsonReport(reports), null, 2)}\n`);
}
