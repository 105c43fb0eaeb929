import { existsSync } from "node:fs";
import { parseArgs, type ParseArgsConfig } from "node:util";
import { languages, type Language } from "../core/wording/language.ts";
import { sourcesOf } from "./sources.ts";
import { inert } from "./terminal-text.ts";
import { cliTexts } from "./texts.ts";

/** What every command is told. */
export interface CommonOptions {
  readonly files: readonly string[];
  readonly language: Language;
  readonly formFile: string | undefined;
}

/** A command line that cannot be understood; the message says which word. */
export class UsageError extends Error {}

type Known = NonNullable<ParseArgsConfig["options"]>;

/** Options that every command knows. */
export const commonOptions = { lang: { type: "string" }, form: { type: "string" } } as const satisfies Known;

/** Options of commands that write files. */
export const outputOptions = { out: { type: "string" }, force: { type: "boolean" } } as const satisfies Known;

/** Options of any command that another word may belong to. */
const withValue: ReadonlySet<string> = new Set(["--lang", "--form", "--out", "--format", "--answer"]);

/** No word of a command line can hold this character. */
const fileSign = "\u0000";

/** The words, those that name files signed: `*.xlsx` may stand for a file "-h.xlsx" or "--out=x.xlsx", which is no option. */
function signFiles(words: readonly string[]): string[] {
  return words.map((word, index) => (word.startsWith("-") && !withValue.has(words[index - 1] ?? "") && existsSync(word) ? fileSign + word : word));
}

/** Reads a command's words. Words that are no options, that name a file or that stand behind "--" are files. @throws {UsageError} */
export function parseWords<const Options extends Known>(words: readonly string[], options: Options) {
  try {
    const { values, positionals } = parseArgs({ args: signFiles(words), allowPositionals: true, options });
    return { values, positionals: positionals.map((word) => word.replace(fileSign, "")) };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/**
 * The files that the words stand for; a line on standard error for each that is passed over.
 * @throws {UsageError} where no file is named or the language is unknown.
 */
export function readCommon(words: readonly string[], values: { readonly lang?: string | undefined; readonly form?: string | undefined }): CommonOptions {
  if (words.length === 0) throw new UsageError("FILE…");
  const language = oneOf("--lang", languages, values.lang ?? "ja");
  const { files, passedOver } = sourcesOf(words);
  for (const path of passedOver) process.stderr.write(`${cliTexts[language].passedOver(inert(path))}\n`);
  return { files, language, formFile: values.form };
}

/** The word of an option that takes only certain ones. @throws {UsageError} */
export function oneOf<Word extends string>(option: string, words: readonly Word[], given: string): Word {
  const word = words.find((one) => one === given);
  if (word === undefined) throw new UsageError(`${option} ${given}: ${words.join(" | ")}`);
  return word;
}

/** True where the words ask for help, whatever else they say. */
export function asksForHelp(words: readonly string[]): boolean {
  const { values } = parseArgs({ args: signFiles(words), strict: false, options: { help: { type: "boolean", short: "h" } } });
  return values.help === true;
}

/** The lines on `commonOptions` and the exit status, which all help texts end with. */
export const commonHelp = `  --lang ja|en    報告の言語（標準は ja）/ language of the report (default: ja)
  --form NAME     様式の名前か JSON ファイル（標準は自動）/ a form by name, or as JSON (default: found by itself)
  --help          この説明 / this text
  --              ここから後はすべてファイル。「-」で始まる名前のファイルも、あればファイルとして扱う
                  only files follow; an existing file is a file even where its name begins with "-"

  終了コード / exit status
  0  誤りも注意もない / nothing of severity error or warning
  1  誤りまたは注意がある / something of severity error or warning
`;
