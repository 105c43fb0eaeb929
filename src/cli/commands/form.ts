import { existsSync } from "node:fs";
import { basename } from "node:path";
import { builtInForms } from "../../core/form/built-in.ts";
import type { FormAnswers } from "../../core/form/known.ts";
import type { Form } from "../../core/form/schema.ts";
import { inspectBook, type Inspection } from "../../core/inspect.ts";
import type { Grid } from "../../core/model/grid.ts";
import { Refusal } from "../../core/model/refusal.ts";
import { questionReport } from "../../core/report.ts";
import { languages, type Language } from "../../core/wording/language.ts";
import { describeRefusal } from "../../core/wording/refusals.ts";
import { openFile } from "../../hosts/file/open.ts";
import { inflateInNode } from "../../hosts/file/inflate-node.ts";
import { readBytes, refusalIn } from "../check-files.ts";
import type { Command } from "../command.ts";
import { builtInForm, noSuchForm } from "../form-file.ts";
import { oneOf, parseWords, UsageError } from "../options.ts";
import { Outputs } from "../outputs.ts";
import { inert } from "../terminal-text.ts";
import { cliTexts } from "../texts.ts";

/** Lists the forms that are known, prints one, or prints the one that a file's sheet shows, with what is still to be asked. */
export const form: Command = {
  help: `点検 Tenken: 様式を調べます / shows forms

  npm run form -- --list
  npm run form -- NAME
  npm run form -- FILE [--answer KEY=VALUE]… [--out FORM.json] [--force] [--lang ja|en]

  --list              組み込みの様式：名前、階層、もとの資料 / the forms that are built in: name, levels, source
  NAME                その様式を JSON で（書き方は help/forms.html）/ that form as JSON
  FILE                ファイルの評価シートの様式と、まだ分からないこと
                      the form of the file's evaluation sheet, and what is still to be asked
  --answer KEY=VALUE  質問への答え（例 --answer "bad:H=C|B"）。いくつでも / an answer to a question, any number
  --out FILE          様式を書き出す。check などの --form に渡せる / writes the form, for --form of check and others
  --force             すでにあるファイルを置き換える / replaces a file that is there
  --lang ja|en        言語（標準は ja）/ language (default: ja)
  --help              この説明 / this text

  終了コード / exit status
  0  示した / shown
  2  その名前の様式もファイルもない、または評価シートでない / no such form or file, or not an evaluation sheet
`,

  async run(words) {
    const { values, positionals } = parseWords(words, {
      list: { type: "boolean" },
      answer: { type: "string", multiple: true },
      out: { type: "string" },
      force: { type: "boolean" },
      lang: { type: "string" },
    });
    const language = oneOf("--lang", languages, values.lang ?? "ja");
    if (values.list === true) return print(listed(language));
    const [named, ...others] = positionals;
    if (named === undefined || others.length > 0) throw new UsageError("様式の名前かファイルを1つ書いてください。一覧は npm run form -- --list で出ます。\nName one form or file; npm run form -- --list lists the forms.");
    const builtIn = builtInForm(named);
    if (!builtIn && !existsSync(named)) throw noSuchForm(named);
    try {
      const answers = answersOf(values.answer ?? []);
      const found = builtIn ? undefined : await formOfFile(named, answers);
      if (found) holdAnswers(answers, found);
      const shown = builtIn ?? found?.form.form;
      if (values.out !== undefined && shown) {
        await saveForm(shown, values.out, await Outputs.beside(builtIn ? [] : [named], values.force ?? false));
        process.stderr.write(`${cliTexts[language].savedForm(inert(values.out))}\n`);
      }
      return print(json(builtIn ?? { sheet: found?.sheet.name, from: found?.form.from, form: shown, questions: (found?.questions ?? []).map((question) => questionReport(question, language)) }));
    } catch (error) {
      if (error instanceof UsageError) throw error;
      const { code, detail } = refusalIn(error);
      process.stderr.write(`${inert(named)}: ${describeRefusal(code, detail, language)}\n`);
      return 2;
    }
  },
};

function print(text: string): 0 {
  process.stdout.write(text);
  return 0;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function listed(language: Language): string {
  return builtInForms.map(({ form }) => lines(form, language)).join("\n");
}

/** A form's name for `--form`, and under it what it is called, its levels and its source. */
function lines({ id, name, levels, source }: Form, language: Language): string {
  const path = levels.map((level) => level.name[language]).join(" – ");
  const about = [name[language], path, ...(source === undefined ? [] : [source])];
  return `${[inert(id), ...about.map((text) => `  ${inert(text)}`)].join("\n")}\n`;
}

/** @throws {UsageError} for a word that is no answer */
function answersOf(words: readonly string[]): FormAnswers {
  return new Map(
    words.map((word) => {
      const at = word.indexOf("=");
      if (at < 1) throw new UsageError(`--answer ${word}: KEY=VALUE`);
      return [word.slice(0, at), word.slice(at + 1)] as const;
    }),
  );
}

/** @throws {UsageError} for an answer to what is not asked, and for one that is no choice */
function holdAnswers(answers: FormAnswers, { questions, answered }: Inspection): void {
  for (const [id, value] of answers) {
    const question = [...questions, ...answered].find((asked) => asked.id === id);
    const choices = question?.choices.map((choice) => choice.value) ?? [];
    if (choices.includes(value)) continue;
    const ids = [...questions, ...answered].map((asked) => asked.id);
    throw new UsageError(question ? `--answer ${id}=${value}\n「${id}」の答えは、次のどれかです。The answers to ${id}: ${list(choices)}` : `--answer ${id}=${value}\n「${id}」という質問はありません。There is no such question; there are: ${list(ids)}`);
  }
}

/** The check of the file's first evaluation. @throws {Refusal} table-missing, and what reading throws */
async function formOfFile(path: string, answers: FormAnswers): Promise<Inspection> {
  const book = await openFile(basename(path), await readBytes(path), { inflate: inflateInNode });
  const grids: Grid[] = [];
  for (const { id } of await book.sheets()) grids.push(await book.read(id));
  const [inspection] = inspectBook(grids, builtInForms, answers);
  if (!inspection) throw new Refusal("table-missing");
  return inspection;
}

function list(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(" / ");
}

async function saveForm(shown: Form, path: string, outputs: Outputs): Promise<void> {
  await outputs.save(path, new TextEncoder().encode(json(shown)));
}
