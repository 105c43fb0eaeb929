import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { parseArgs, type ParseArgsConfig } from "node:util";
import { sheetEndings, unreadEndings } from "../core/wording/endings.ts";
import { languages, type Language, type Wording } from "../core/wording/language.ts";
import { sourcesOf, statOf } from "./sources.ts";
import { inert } from "./terminal-text.ts";
import { cliTexts } from "./texts.ts";
import { looksLikeOption, needsWord, noFile, noNumber, noSuchOption, oneOfThese, onlySideFiles, takesNoWord, UsageError } from "./usage.ts";

/** The options that every command gets. */
export interface CommonOptions {
  readonly files: readonly string[];
  readonly language: Language;
  readonly formFile: string | undefined;
  /** True if the settings and the form in a document are to be ignored. */
  readonly byDefaults: boolean;
}

type Known = NonNullable<ParseArgsConfig["options"]>;

/** The words behind the options that every command knows, and behind `--out`. */
interface CommonValues {
  readonly lang?: string | undefined;
  readonly form?: string | undefined;
  readonly defaults?: boolean | undefined;
  readonly out?: string | undefined;
}

/** Options that every command knows. */
export const commonOptions = { lang: { type: "string" }, form: { type: "string" }, defaults: { type: "boolean" } } as const satisfies Known;

/** Options of commands that write files. */
export const outputOptions = { out: { type: "string" }, force: { type: "boolean" } } as const satisfies Known;

/** Options of any command that take another word. */
const withValue: ReadonlySet<string> = new Set(["--lang", "--form", "--out", "--format", "--answer", "--jobs"]);

/** No word of a command line can contain this character. */
const fileSign = "\u0000";

/** Marks the words that name files, since `*.xlsx` may expand to a file "-h.xlsx" or "--out=x.xlsx", which is no option. */
function signFiles(words: readonly string[]): string[] {
  return words.map((word, index) => (word.startsWith("-") && !withValue.has(words[index - 1] ?? "") && existsSync(word) ? fileSign + word : word));
}

/** Reads the words of a command. Words that are no options, name a file, or follow "--" are files. @throws {UsageError} */
export function parseWords<const Options extends Known>(words: readonly string[], options: Options) {
  try {
    const { values, positionals } = parseArgs({ args: signFiles(words), allowPositionals: true, options });
    return { values, positionals: positionals.map((word) => word.replace(fileSign, "")) };
  } catch (error) {
    throw usageOf(error, words);
  }
}

/** Turns an error of Node's option parser into ours. Its message names the option. */
function usageOf(error: unknown, words: readonly string[]): unknown {
  if (!(error instanceof Error && "code" in error)) return error;
  const [, option = ""] = /'(?:-\w, )?(-[^' <]*)/.exec(error.message) ?? [];
  if (error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") return new UsageError(noSuchOption(option));
  if (error.code !== "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") return error;
  const given = words[words.indexOf(option) + 1];
  if (error.message.includes("ambiguous") && given !== undefined) return new UsageError(option === "--jobs" ? noNumber(option, given) : looksLikeOption(option, given));
  return new UsageError(error.message.includes("does not take") ? takesNoWord(option) : needsWord(option));
}

/**
 * The files that the words name. Each file passed over, or open in another program, gets a line on standard error. @throws
 * {UsageError} if no file is named or the language is unknown
 */
export function readCommon(words: readonly string[], values: CommonValues): CommonOptions {
  if (words.length === 0 || words.includes("")) throw new UsageError(noFile);
  const language = oneOf("--lang", languages, values.lang ?? "ja");
  const { files, passedOver, written } = sourcesOf(words, values.out === "" ? undefined : values.out);
  if (files.length === 0) throw new UsageError(onlySideFiles);
  for (const path of passedOver) process.stderr.write(`${cliTexts[language].passedOver(inert(path))}\n`);
  if (written > 0) process.stderr.write(`${cliTexts[language].writtenBefore(inert(values.out ?? ""), written)}\n`);
  for (const path of files) sayPipe(path, language);
  for (const path of files.filter(isOpenElsewhere)) process.stderr.write(`${cliTexts[language].openElsewhere(inert(path))}\n`);
  return { files, language, formFile: values.form, byDefaults: values.defaults ?? false };
}

/** Says that a pipe is read, since nothing happens before a program writes into it. */
export function sayPipe(path: string, language: Language): void {
  if (statOf(path)?.isFIFO()) process.stderr.write(`${cliTexts[language].readsPipe(inert(path))}\n`);
}

/** True if the file that Excel or LibreOffice keeps beside an open sheet exists. */
function isOpenElsewhere(path: string): boolean {
  const [folder, name] = [dirname(path), basename(path)];
  return existsSync(join(folder, `~$${name}`)) || existsSync(join(folder, `.~lock.${name}#`));
}

/** The word of an option that only takes certain ones. @throws {UsageError} */
export function oneOf<Word extends string>(option: string, words: readonly Word[], given: string): Word {
  const word = words.find((one) => one === given);
  if (word === undefined) throw new UsageError(oneOfThese(option, given, words));
  return word;
}

/** Help or version, if the words ask for it, even if they cannot be understood otherwise. */
export function asksFor(words: readonly string[]): { readonly help: boolean; readonly version: boolean; readonly language: Language } {
  const { values } = parseArgs({ args: signFiles(words), strict: false, options: { help: { type: "boolean", short: "h" }, version: { type: "boolean" }, lang: { type: "string" } } });
  return { help: values.help !== undefined, version: values.version !== undefined, language: languages.find((language) => language === values.lang) ?? "ja" };
}

/** The lines about the files that a command reads. */
export const fileHelp: Wording = {
  ja: `  FILE            ${sheetEndings.join(" ")}、それらの入ったフォルダー（いくつでも）。元のファイルは変えません
                  フォルダーに ${unreadEndings.join(" ")} があれば、保存し直し方を示します
`,
  en: `  FILE            ${sheetEndings.join(" ")}, or folders of them (any number); sources are never changed
                  for ${unreadEndings.join(" ")} in a folder it is told how to save them anew
`,
};

/** The lines about `commonOptions` and the exit status, with which all help texts end. */
export const commonHelp: Wording = {
  ja: `  --lang ja|en    報告などの言語（標準は ja）
  --form NAME     様式の名前か JSON ファイル（標準は自動）
  --defaults      ファイルの中に保存されている設定と様式を使わず、標準の設定で点検する（--form を付けたときも使わない）
  --help          この説明
  --version       版
  --              ここから後はすべてファイル。「-」で始まる名前のファイルも、あればファイルとして扱う

  終了コード
  0  誤りも注意もない
  1  誤り又は注意がある
`,
  en: `  --lang ja|en    language of reports and messages (default: ja)
  --form NAME     a form by name, or as JSON (default: found by itself)
  --defaults      checks by the defaults, not by the settings and the form kept in a file (nor does --form)
  --help          this text
  --version       the version
  --              only files follow; an existing file is a file even where its name begins with "-"

  exit status
  0  nothing of severity error or warning
  1  something of severity error or warning
`,
};
