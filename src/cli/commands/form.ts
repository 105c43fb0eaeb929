import { basename } from "node:path";
import { builtInForms } from "../../core/form/built-in.ts";
import { refusalIn } from "../../core/model/internal.ts";
import type { FormAnswers } from "../../core/form/known.ts";
import type { Form } from "../../core/form/schema.ts";
import { inspectBook, type Inspection } from "../../core/inspect.ts";
import type { Grid } from "../../core/model/grid.ts";
import { Refusal } from "../../core/model/refusal.ts";
import { questionReport } from "../../core/report.ts";
import { languages, type Language } from "../../core/wording/language.ts";
import { inertJson } from "../../core/wording/hidden.ts";
import { explainRefusal } from "../../core/wording/refusal-causes.ts";
import { openFile } from "../../hosts/file/open.ts";
import { inflateInNode } from "../../hosts/file/inflate-node.ts";
import type { Command } from "../command.ts";
import { builtInForm, unknownForm } from "../form-file.ts";
import { oneOf, parseWords, sayPipe } from "../options.ts";
import { Outputs } from "../outputs.ts";
import { readBytes } from "../read-bytes.ts";
import { statOf } from "../sources.ts";
import { inert } from "../terminal-text.ts";
import { cliTexts } from "../texts.ts";
import { listAlone, needsWord, noAnswer, noSuchChoice, notAForm, notAsked, builtInAsksNothing, oneForm, sheetIsFolder, UsageError } from "../usage.ts";

const options = {
  list: { type: "boolean" },
  answer: { type: "string", multiple: true },
  out: { type: "string" },
  force: { type: "boolean" },
  lang: { type: "string" },
} as const;

/** Lists the known forms, prints one, or prints the inferred form of a file's sheet with its open questions. */
export const form: Command = {
  help: (command) => ({
    ja: `点検 Tenken: 様式を調べます（English: --help --lang en）

  ${command} --list
  ${command} NAME
  ${command} FILE [--answer KEY=VALUE]… [--out FORM.json] [--force] [--lang ja|en]

  --list              組み込みの様式：名前、階層、もとの資料
  NAME                その様式を JSON で（書き方は help/forms.html）
  FILE                ファイルの評価シートの様式と、まだ分からないこと
  --answer KEY=VALUE  質問への答え（例 --answer "bad:H=C|B"）。いくつでも
  --out FILE          様式を書き出す。check などの --form に渡せる
  --force             すでにあるファイルを置き換える
  --lang ja|en        言語（標準は ja）
  --help              この説明
  --version           版

  終了コード
  0  示した
  2  その名前の様式もファイルもない、又は評価シートでない
`,
    en: `点検 Tenken: shows forms

  ${command} --list
  ${command} NAME
  ${command} FILE [--answer KEY=VALUE]… [--out FORM.json] [--force] [--lang ja|en]

  --list              the forms that are built in: name, levels, source
  NAME                that form as JSON (how one is written: help/forms.html)
  FILE                the form of the file's evaluation sheet, and what is still to be asked
  --answer KEY=VALUE  an answer to a question, any number: --answer "bad:H=C|B"
  --out FILE          writes the form, for --form of check and others
  --force             replaces a file that is there
  --lang ja|en        language (default: ja)
  --help              this text
  --version           the version

  exit status
  0  shown
  2  no such form or file, or not an evaluation sheet
`,
  }),

  async run(words) {
    const { values, positionals } = parseWords(words, options);
    const language = oneOf("--lang", languages, values.lang ?? "ja");
    if (values.list === true) {
      if (positionals.length > 0 || values.answer || values.out !== undefined) throw new UsageError(listAlone);
      return print(listed(language));
    }
    const [named, ...others] = positionals;
    if (named === undefined || named === "" || others.length > 0) throw new UsageError(oneForm);
    refuseUnfit(named, values);
    const answers = answersOf(values.answer ?? []);
    sayPipe(named, language);
    try {
      const { form: shown, sources, report } = await shownForm(named, answers, language);
      if (values.out !== undefined) {
        await saveForm(shown, values.out, await Outputs.beside(sources, values.force ?? false));
        process.stderr.write(`${cliTexts[language].savedForm(inert(values.out))}\n`);
      }
      return print(json(report));
    } catch (error) {
      if (error instanceof UsageError) throw error;
      process.stderr.write(`${inert(named)}: ${explainRefusal(refusalIn(error), language)}\n`);
      return 2;
    }
  },
};

/** @throws {UsageError} where nothing has the name, or what has it does not go with the options */
function refuseUnfit(named: string, { answer, out }: { readonly answer?: readonly string[]; readonly out?: string }): void {
  const found = statOf(named);
  if (builtInForm(named)) {
    if (answer) throw new UsageError(builtInAsksNothing(named));
  } else if (!found) throw unknownForm(named);
  else if (found.isDirectory()) throw new UsageError(sheetIsFolder(named));
  if (out === "") throw new UsageError(needsWord("--out"));
  if (out !== undefined && !/\.json$/i.test(out)) throw new UsageError(notAForm(out));
}

/** A form, the files that it was read from, and what is printed of it. */
interface ShownForm {
  readonly form: Form;
  readonly sources: readonly string[];
  readonly report: unknown;
}

/** @throws {UsageError} for an answer that is none @throws {Refusal} table-missing, and the codes of reading */
async function shownForm(named: string, answers: FormAnswers, language: Language): Promise<ShownForm> {
  const builtIn = builtInForm(named);
  if (builtIn) return { form: builtIn, sources: [], report: builtIn };
  const inspection = await formOfFile(named, answers);
  holdAnswers(answers, inspection);
  const { sheet, questions, form: { form: inferred, from } } = inspection;
  return { form: inferred, sources: [named], report: { sheet: sheet.name, from, form: inferred, questions: questions.map((question) => questionReport(question, language)) } };
}

function print(text: string): 0 {
  process.stdout.write(text);
  return 0;
}

function json(value: unknown): string {
  return inertJson(`${JSON.stringify(value, undefined, 2)}\n`);
}

function listed(language: Language): string {
  return builtInForms.map(({ form }) => lines(form, language)).join("\n");
}

/** The id of a form for `--form`, and below it its name, levels and source. */
function lines({ id, name, levels, source }: Form, language: Language): string {
  const path = levels.map((level) => level.name[language]).join(" – ");
  const about = [name[language], path, ...(source === undefined ? [] : [source])];
  return `${[inert(id), ...about.map((text) => `  ${inert(text)}`)].join("\n")}\n`;
}

/** @throws {UsageError} for a word that is not an answer */
function answersOf(words: readonly string[]): FormAnswers {
  return new Map(
    words.map((word) => {
      const at = word.indexOf("=");
      if (at < 1) throw new UsageError(noAnswer(word));
      return [word.slice(0, at), word.slice(at + 1)] as const;
    }),
  );
}

/** @throws {UsageError} for an answer to a question not asked, and for one that is not a choice */
function holdAnswers(answers: FormAnswers, { questions, answered }: Inspection): void {
  for (const [id, value] of answers) {
    const question = [...questions, ...answered].find((asked) => asked.id === id);
    const choices = question?.choices.map((choice) => choice.value) ?? [];
    if (choices.includes(value)) continue;
    throw new UsageError(question ? noSuchChoice(id, value, choices) : notAsked(id, [...questions, ...answered].map((asked) => asked.id)));
  }
}

/** The check of the file's first evaluation. @throws {Refusal} table-missing, and the codes of reading */
async function formOfFile(path: string, answers: FormAnswers): Promise<Inspection> {
  const book = await openFile(basename(path), await readBytes(path), { inflate: inflateInNode });
  const grids: Grid[] = [];
  for (const { id } of await book.sheets()) grids.push(await book.read(id));
  const [inspection] = inspectBook(grids, builtInForms, answers);
  if (!inspection) throw new Refusal("table-missing");
  return inspection;
}

async function saveForm(shown: Form, path: string, outputs: Outputs): Promise<void> {
  await outputs.save(path, new TextEncoder().encode(json(shown)));
}
