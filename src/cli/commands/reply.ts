import { basename, dirname, resolve } from "node:path";
import { officeNames } from "../../core/received/rows.ts";
import { replyPackets } from "../../core/reply/packets.ts";
import type { Reply } from "../../core/reply/reply.ts";
import type { Language } from "../../core/wording/language.ts";
import { deflateInNode } from "../../hosts/file/deflate-node.ts";
import { inflateInNode } from "../../hosts/file/inflate-node.ts";
import { replyZip } from "../../hosts/file/reply-zip.ts";
import { today } from "../../pane/state/today.ts";
import type { CheckedFile } from "../check-files.ts";
import type { Command } from "../command.ts";
import { gather } from "../gathered.ts";
import { commonHelp, commonOptions, fileHelp, outputOptions, parseWords, readCommon } from "../options.ts";
import { exitStatus } from "../totals.ts";
import { inert, painter, wantsColour } from "../terminal-text.ts";
import { overviewReport } from "../text-report.ts";
import { cliTexts } from "../texts.ts";
import { noReplies, notAZip } from "../usage.ts";

/** Writes what is sent back to the offices, like the list of received sheets in the pane. */
export const reply: Command = {
  help: (command) => ({
    ja: `点検 Tenken: 所属へ返す差戻し文を作ります（English: --help --lang en）

  ${command} FILE… --out REPLIES.zip [--force] [--lang ja|en] [--form NAME|FILE] [--defaults]

${fileHelp.ja}  --out FILE      書き出す zip。誤りか注意のある評価シートごとに、所属の名前のフォルダーに、差戻し文（.txt と、
                  メールソフトで開く .eml）と「指摘一覧.xlsx」を入れる。担当の列があれば、担当別にも入れる
  --force         すでにある zip を置き換える
${commonHelp.ja}  2  点検できないファイルがある（ほかの差戻し文は作る）
`,
    en: `点検 Tenken: writes replies to the offices

  ${command} FILE… --out REPLIES.zip [--force] [--lang ja|en] [--form NAME|FILE] [--defaults]

${fileHelp.en}  --out FILE      the zip to write: for each sheet with errors or warnings a folder with the office's name, in it the reply as .txt
                  and as .eml for a mail program, and its list of findings as a workbook; where a column names sections, for each of them too
  --force         replaces a zip that is there already
${commonHelp.en}  2  a file could not be checked; the others get their replies
`,
  }),

  async run(words) {
    const { values, positionals } = parseWords(words, { ...commonOptions, ...outputOptions });
    const common = readCommon(positionals, values);
    const { language } = common;
    const { checked, out, outputs } = await gather(common, { out: values.out, force: values.force, ending: ".zip", missing: noReplies, unfit: notAZip });
    const replies = repliesTo(checked, language);
    if (replies.length > 0) await outputs.save(out, await replyZip(replyPackets(replies), { inflate: inflateInNode, deflate: deflateInNode }));
    const outcome = replies.length === 0 ? cliTexts[language].nothingToReply : cliTexts[language].replied(inert(out), replies.length);
    process.stdout.write(overviewReport(checked, outcome, { language, paint: painter(wantsColour()) }));
    return exitStatus(checked);
  },
};

/** Replies to the sheets with something to mend, named by their offices. */
function repliesTo(checked: readonly CheckedFile[], language: Language): readonly Reply[] {
  const sheets = checked.flatMap(({ path, inspections }) => inspections.map((inspection) => ({ path: resolve(path), inspection, isAlone: inspections.length === 1 })));
  const names = officeNames(
    sheets.map(({ path, inspection: { title, sheet }, isAlone }) => {
      const file = isAlone ? basename(path).replace(/\.[^.]+$/, "") : sheet.name;
      return { folder: dirname(path), file, name: title.office ?? file };
    }),
  );
  return sheets.flatMap(({ inspection }, index): readonly Reply[] => {
    const { findings, form, sections = null } = inspection;
    if (findings.every(({ severity }) => severity === "info")) return [];
    return [{ inspection: { ...inspection, overview: { sections } }, findings, form: form.form, language, day: today(), source: names[index] ?? "" }];
  });
}
