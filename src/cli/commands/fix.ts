import type { Command } from "../command.ts";
import { Copies } from "../copies.ts";
import { eachFile } from "../each-file.ts";
import { fixFile } from "../fix-files.ts";
import { fixReport } from "../fix-report.ts";
import { checkedBy } from "../form-file.ts";
import { commonHelp, commonOptions, fileHelp, outputOptions, parseWords, readCommon, type CommonOptions } from "../options.ts";
import { exitStatus } from "../totals.ts";
import { painter, wantsColour } from "../terminal-text.ts";

interface FixOptions extends CommonOptions {
  /** Undefined if fixes are only listed. */
  readonly copies: Copies | undefined;
}

/** Lists fixes, and writes the safe ones into copies on request. */
export const fix: Command = {
  help: (command) => ({
    ja: `点検 Tenken: 直せるところを示し、安全な修正をした写しを作ります（English: --help --lang en）

  ${command} FILE…                                  修正の一覧だけ
  ${command} FILE… --safe --out DIR [--force]       安全な修正をして書き出す
      [--dry-run] [--lang ja|en] [--form NAME|FILE] [--defaults]

${fileHelp.ja}  --safe          直し方がひとつに決まる修正をすべて行う。「提案」は行わない
  --dry-run       前と後を示すだけで、何も書き出さない
  --out DIR       書き出すフォルダー（同じ名前で書き出す。直すところのないファイルは書き出さない。
                  別のフォルダーにある同じ名前のファイルは、フォルダーに分けて書き出す）
  --force         すでにあるファイルを置き換える
${commonHelp.ja}     （直したあとの点検による）
  2  点検又は書き出しのできないファイルがある
`,
    en: `点検 Tenken: lists fixes, and makes copies with the safe ones

  ${command} FILE…                                  only lists the fixes
  ${command} FILE… --safe --out DIR [--force]       writes copies with the safe fixes
      [--dry-run] [--lang ja|en] [--form NAME|FILE] [--defaults]

${fileHelp.en}  --safe          makes all fixes with one possible reading; suggested ones are never made
  --dry-run       shows before and after, writes nothing
  --out DIR       folder for the copies, which keep their names, and their folders where two have one name;
                  a file with nothing to fix is not copied
  --force         replaces files that are there already
${commonHelp.en}     (by the check after fixing)
  2  a file could not be checked or written
`,
  }),

  async run(words) {
    const options = await readOptions(words);
    const { files, language, copies } = options;
    const by = await checkedBy(options);
    const fixed = await eachFile(files, (path) => fixFile(path, by, copies));
    process.stdout.write(fixReport(fixed, { language, paint: painter(wantsColour()) }, copies !== undefined));
    return exitStatus(fixed.map((file) => (file.refusal ? file : (file.copy ?? file))));
  },
};

async function readOptions(words: readonly string[]): Promise<FixOptions> {
  const { values, positionals } = parseWords(words, { ...commonOptions, ...outputOptions, safe: { type: "boolean" }, "dry-run": { type: "boolean" } });
  const common = readCommon(positionals, values);
  const isListed = values["dry-run"] === true || values.safe !== true;
  return { ...common, copies: isListed ? undefined : await Copies.into(values.out, common, values.force ?? false) };
}
