import { once } from "node:events";
import { PieceMaker, type CheckOrder } from "../check-piece.ts";
import type { Command } from "../command.ts";
import { added, noTotals, statusOf } from "../totals.ts";
import { formatNames } from "../formats/formats.ts";
import { piecesOf, usualJobs } from "../jobs.ts";
import { commonHelp, commonOptions, fileHelp, oneOf, parseWords, readCommon } from "../options.ts";
import { statOf } from "../sources.ts";
import { wantsColour } from "../terminal-text.ts";
import { noNumber, UsageError, watchesFolders, watchPrintsText } from "../usage.ts";
import type { Watched } from "../watch.ts";

/** Checks files and prints their findings. */
export const check: Command = {
  help: (command) => ({
    ja: `点検 Tenken: 評価シートを点検します（English: --help --lang en）

  ${command} FILE… [--format text|json|csv|sarif|github] [--jobs N] [--lang ja|en] [--form NAME|FILE] [--defaults]
  ${command} --watch DIR…

${fileHelp.ja}  --format text   文章の報告（標準）
  --format json   機械で読む報告
  --format csv    Excelで開ける一覧（UTF-8）
  --format sarif  指摘を集める道具のための報告（SARIF 2.1.0）
  --format github GitHub Actions の注釈
  --watch         フォルダーを見張り、ファイルが保存されるたびに点検する（Ctrl+C でやめる）
  --jobs N        同時に点検するファイルの数（標準はCPUのコアの数。結果は変わりません）
${commonHelp.ja}  2  点検できないファイルがある

  ほかの命令：fix（直す）、mark（印を付ける）、reply（差戻し文を作る）、summarize（集計する）、form（様式）
`,
    en: `点検 Tenken: checks evaluation sheets

  ${command} FILE… [--format text|json|csv|sarif|github] [--jobs N] [--lang ja|en] [--form NAME|FILE] [--defaults]
  ${command} --watch DIR…

${fileHelp.en}  --format text   a report as text (default)
  --format json   a report for programs
  --format csv    a list that Excel opens (UTF-8)
  --format sarif  a report for tools that gather findings (SARIF 2.1.0)
  --format github annotations for GitHub Actions
  --watch         watches folders and checks each file when it is saved (Ctrl+C stops)
  --jobs N        files that are checked at once (default: one for each core; the report is the same)
${commonHelp.en}  2  a file could not be checked

  Other commands: fix, mark, reply, summarize, form
`,
  }),

  async run(words) {
    const { watched, files, order, jobs } = readOptions(words);
    const maker = await PieceMaker.of(order);
    if (watched) return (await import("../watch.ts")).watchFolders(watched, maker, order, print);
    const { head, between, end } = maker.format;
    await print(head);
    let totals = noTotals;
    let isFirst = true;
    for await (const piece of piecesOf(files, maker, order, jobs)) {
      totals = added(totals, piece.totals);
      if (piece.text === "") continue;
      await print(isFirst ? piece.text : between + piece.text);
      isFirst = false;
    }
    await print(end(totals));
    return statusOf(totals);
  },
};

interface CheckOptions {
  readonly files: readonly string[];
  readonly order: CheckOrder;
  readonly jobs: number;
  readonly watched: Watched | undefined;
}

function readOptions(words: readonly string[]): CheckOptions {
  const { values, positionals } = parseWords(words, { ...commonOptions, format: { type: "string" }, jobs: { type: "string" }, watch: { type: "boolean" } });
  if (values.watch === true && positionals.length === 0) throw new UsageError(watchesFolders);
  const { files, ...common } = readCommon(positionals, values);
  const order = { ...common, format: oneOf("--format", formatNames, values.format ?? "text"), isColoured: wantsColour() };
  if (values.jobs !== undefined && !/^[1-9]\d?$/.test(values.jobs)) throw new UsageError(noNumber("--jobs", values.jobs));
  const jobs = values.jobs === undefined ? usualJobs(files.length) : Number(values.jobs);
  if (values.watch !== true) return { files, order, jobs, watched: undefined };
  if (!positionals.every((path) => statOf(path)?.isDirectory())) throw new UsageError(watchesFolders);
  if (order.format !== "text") throw new UsageError(watchPrintsText);
  // A folder without sheets stands for itself.
  return { files, order, jobs, watched: { folders: positionals, files: files.filter((path) => !positionals.includes(path)), jobs } };
}

/** Waits for a slow reader, so that no report piles up here. */
async function print(text: string): Promise<void> {
  if (text !== "" && !process.stdout.write(text)) await once(process.stdout, "drain");
}
