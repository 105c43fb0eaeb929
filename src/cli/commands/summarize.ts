import { resolve } from "node:path";
import { osakaWard } from "../../core/form/built-in.ts";
import type { FormChoice } from "../../core/form/known.ts";
import type { Form } from "../../core/form/schema.ts";
import { atOnce } from "../../core/model/pace.ts";
import { Refusal } from "../../core/model/refusal.ts";
import type { SheetPlan } from "../../core/model/sheet-plan.ts";
import { describeAlike } from "../../core/summary/alike.ts";
import { alikeOffices, commonForm, isRead, isSameForm, type Office } from "../../core/summary/offices.ts";
import { summaryPlans } from "../../core/summary/plans.ts";
import { readEarlier, summaryChanges, type EarlierSheets } from "../../core/summary/remake.ts";
import { distinctNames } from "../../core/wording/distinct-names.ts";
import type { Language } from "../../core/wording/language.ts";
import { inflateInNode } from "../../hosts/file/inflate-node.ts";
import { deflateInNode } from "../../hosts/file/deflate-node.ts";
import { newWorkbook, openEditable } from "../../hosts/file/open-editable.ts";
import { today } from "../../pane/state/today.ts";
import type { CheckedFile } from "../check-files.ts";
import type { Command } from "../command.ts";
import { gather } from "../gathered.ts";
import { commonHelp, commonOptions, fileHelp, outputOptions, parseWords, readCommon } from "../options.ts";
import { readBytes } from "../read-bytes.ts";
import { exitStatus } from "../totals.ts";
import { inert, painter, wantsColour } from "../terminal-text.ts";
import { overviewReport } from "../text-report.ts";
import { cliTexts } from "../texts.ts";
import { noSummary, notAWorkbook } from "../usage.ts";

/** Sums up the evaluation sheets of all files in one workbook. */
export const summarize: Command = {
  help: (command) => ({
    ja: `点検 Tenken: 評価シートを集計したブックを作ります（English: --help --lang en）

  ${command} FILE… --out SUMMARY.xlsx [--force] [--lang ja|en] [--form NAME|FILE] [--defaults]

${fileHelp.ja}  --out FILE      書き出すブック（総括、課題別、要見直し一覧、指摘一覧。読めなかったファイルも理由とともに載せる）
  --force         すでにあるブックを置き換える。「見直しの方向」「担当・期限」の記入は引き継ぐ
${commonHelp.ja}  2  集計できないファイルがある（ほかは集計する）
`,
    en: `点検 Tenken: sums up evaluation sheets in a workbook

  ${command} FILE… --out SUMMARY.xlsx [--force] [--lang ja|en] [--form NAME|FILE] [--defaults]

${fileHelp.en}  --out FILE      the workbook to write: summary, totals, rows to review, findings; files that cannot be read are listed with the reason
  --force         replaces a workbook that is there already; what was written into its list of rows to review is carried over
${commonHelp.en}  2  a file could not be read; the others are summed up
`,
  }),

  async run(words) {
    const { values, positionals } = parseWords(words, { ...commonOptions, ...outputOptions });
    const common = readCommon(positionals, values);
    const { language } = common;
    const { checked, by, out, outputs } = await gather(common, { out: values.out, force: values.force, ending: ".xlsx", missing: noSummary, unfit: notAWorkbook });
    const names = distinctNames(checked.map(({ path }) => resolve(path)));
    const form = commonForm(checked.flatMap(({ inspections }) => inspections.map((inspection) => inspection.form.form))) ?? osakaWard;
    const offices = checked.flatMap((file, index) => officesOf(names[index] ?? file.path, file, form));
    for (const sentence of describeAlike(alikeOffices(offices), language)) process.stderr.write(`${inert(sentence)}\n`);
    if (checked.some(({ refusal }) => !refusal)) {
      const plans = atOnce(summaryPlans(offices, { form, language, day: today() }));
      await outputs.save(out, await workbookOf(plans, await earlierIn(out, by.forms), language));
    }
    const read = offices.filter(isRead).length;
    const outcome = read === 0 ? cliTexts[language].nothingToSumUp : cliTexts[language].summedUp(inert(out), offices.length, read);
    process.stdout.write(overviewReport(checked, outcome, { language, paint: painter(wantsColour()) }));
    return exitStatus(checked);
  },
};

/** The evaluations of a file. Numbers of different forms cannot be added. */
function officesOf(file: string, { inspections, broken, refusal }: CheckedFile, form: Form): readonly Office[] {
  if (refusal) return [{ file, refusal }];
  const read = inspections.map((inspection): Office => {
    const own = inspection.form.form;
    return isSameForm(own, form) ? { file, inspection, sections: inspection.sections ?? null, items: inspection.items, accepted: inspection.accepted } : { file: `${file} / ${inspection.sheet.name}`, refusal: { code: "other-form", detail: own.name.ja } };
  });
  return [...read, ...broken.map(({ sheet, refusal: why }): Office => ({ file: `${file} / ${sheet.name}`, refusal: why }))];
}

/** The summary sheets of the replaced workbook. An unreadable one counts as having none. */
async function earlierIn(path: string, forms: FormChoice): Promise<EarlierSheets> {
  try {
    return await readEarlier(await openEditable(await readBytes(path), { inflate: inflateInNode }), forms);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { found: [], grids: new Map(), evaluations: new Set() };
  }
}

/** A new workbook of the sheets, with the evaluator's notes in the earlier ones. @throws {Refusal} too-long */
async function workbookOf(plans: readonly SheetPlan[], earlier: EarlierSheets, language: Language): Promise<Uint8Array> {
  const book = newWorkbook({ inflate: inflateInNode, deflate: deflateInNode });
  await book.apply(summaryChanges(plans, earlier, { decision: "another", after: undefined, language }));
  return book.save();
}
