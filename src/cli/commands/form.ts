import { basename } from "node:path";
import { builtInForms } from "../../core/form/built-in.ts";
import type { FormAnswers } from "../../core/form/known.ts";
import type { Form } from "../../core/form/schema.ts";
import { inspect, type Inspection } from "../../core/inspect.ts";
import { Refusal } from "../../core/model/refusal.ts";
import { questionReport } from "../../core/report.ts";
import type { Language } from "../../core/wording/language.ts";
import { describeRefusal } from "../../core/wording/refusals.ts";
import { openFile } from "../../hosts/file/open.ts";
import { inflateInNode } from "../../hosts/file/zip/inflate-node.ts";
import { readBytes, refusalIn } from "../check-files.ts";
import type { Command } from "../command.ts";
import { oneOf, parseWords, UsageError } from "../options.ts";
import { Outputs } from "../outputs.ts";
import { inert } from "../terminal-text.ts";
import { languages } from "../../core/wording/language.ts";

/** Lists the forms that are known, prints one, or prints the one that a file's sheet shows, with what is still to be asked. */
export const form: Command = {
  help: `点検 Tenken: 様式を調べます / shows forms

  npm run form -- --list
  npm run form -- NAME
  npm run form -- FILE [--answer KEY=VALUE]… [--out FORM.json] [--force] [--lang ja|en]

  --list              知っている様式の一覧 / the forms that are known
  NAME                その様式の JSON / the form of that name, as JSON
  FILE                ファイルの評価シートの様式と、まだ分からないこと
                      the form of the file's evaluation sheet, and what is still to be asked
  --answer KEY=VALUE  質問への答え（例 bad:H=C|B）。いくつでも / an answer to a question, any number
  --out FILE          様式を書き出す。check などの --form に渡せる / writes the form, for --form of check and others
  --force             すでにあるファイルを置き換える / replaces a file that is there
  --lang ja|en        質問の言葉 / the language of the questions
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
    if (named === undefined || others.length > 0) throw new UsageError("NAME | FILE");
    const builtIn = builtInForms.find((known) => known.form.id === named)?.form;
    try {
      const found = builtIn ? undefined : await formOfFile(named, answersOf(values.answer ?? []));
      const shown = builtIn ?? found?.form.form;
      if (values.out !== undefined && shown) await saveForm(shown, values.out, await Outputs.beside(builtIn ? [] : [named], values.force ?? false));
      return print(json(builtIn ?? { sheet: found?.sheet.name, from: found?.form.from, form: shown, questions: (found?.questions ?? []).map((question) => questionReport(question, language)) }));
    } catch (error) {
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

/** A line for each form: its name for `--form`, what it is called, and its levels. */
function listed(language: Language): string {
  return builtInForms.map(({ form: { id, name, levels } }) => `${id}\t${name[language]}\t${levels.map((level) => level.name[language]).join(" > ")}\n`).join("");
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

/** The check of the file's first evaluation sheet. @throws {Refusal} table-missing, and what reading throws */
async function formOfFile(path: string, answers: FormAnswers): Promise<Inspection> {
  const book = await openFile(basename(path), await readBytes(path), { inflate: inflateInNode });
  for (const { id } of await book.sheets()) {
    const inspection = inspect(await book.read(id), builtInForms, answers);
    if (inspection) return inspection;
  }
  throw new Refusal("table-missing");
}

async function saveForm(shown: Form, path: string, outputs: Outputs): Promise<void> {
  await outputs.save(path, new TextEncoder().encode(json(shown)));
}
