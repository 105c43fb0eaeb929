import { parseArgs } from "node:util";
import { languages, type Language } from "../core/wording/language.ts";

export interface CheckOptions {
  readonly files: readonly string[];
  readonly format: "text" | "json";
  readonly language: Language;
  readonly formFile: string | undefined;
  readonly help: boolean;
}

/** A command line that cannot be understood; the message says which word. */
export class UsageError extends Error {}

/** Reads the words after the program's name. @throws {UsageError} */
export function readOptions(words: readonly string[]): CheckOptions {
  const { values, positionals } = parse(words);
  const format = oneOf("--format", ["text", "json"] as const, values.format ?? "text");
  const language = oneOf("--lang", languages, values.lang ?? "ja");
  if (positionals.length === 0 && !values.help) throw new UsageError("FILE…");
  return { files: positionals, format, language, formFile: values.form, help: values.help ?? false };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        format: { type: "string" },
        lang: { type: "string" },
        form: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function oneOf<Word extends string>(option: string, words: readonly Word[], given: string): Word {
  const word = words.find((one) => one === given);
  if (word === undefined) throw new UsageError(`${option} ${given}: ${words.join(" | ")}`);
  return word;
}

export const helpText = `点検 Tenken: 評価シートを点検します / checks evaluation sheets

  npm run check -- FILE… [--format text|json] [--lang ja|en] [--form FILE]

  FILE            .xlsx .xlsm .csv .tsv（いくつでも / any number）
  --format text   文章の報告（標準）/ a report as text (default)
  --format json   機械で読む報告 / a report for programs (src/core/README.md)
  --lang ja|en    報告の言語（標準は ja）/ language of the report
  --form FILE     様式の JSON ファイル（標準は大阪市の区）/ a form as JSON (default: Osaka City wards)
  --help          この説明 / this text

  終了コード / exit status
  0  誤りも注意もない / nothing of severity error or warning
  1  誤りまたは注意がある / something of severity error or warning
  2  点検できないファイルがある / a file could not be checked
`;
