import { builtInForms } from "../../core/form/built-in.ts";
import type { Form } from "../../core/form/schema.ts";
import { languages, type Language } from "../../core/wording/language.ts";
import type { Command } from "../command.ts";
import { builtInForm, noSuchForm } from "../form-file.ts";
import { oneOf, parseWords, UsageError } from "../options.ts";
import { inert } from "../terminal-text.ts";

/** Lists the forms that are built in, and prints one of them: a form of one's own begins as a copy. */
export const form: Command = {
  help: `点検 Tenken: 様式を示します / shows the forms

  npm run form -- --list [--lang ja|en]
  npm run form -- NAME

  --list          組み込みの様式：名前、階層、もとの資料 / the forms that are built in: name, levels, source
  NAME            その様式を JSON で（src/core/README.md）/ that form as JSON
  --lang ja|en    言語（標準は ja）/ language (default: ja)
  --help          この説明 / this text

  終了コード / exit status
  0  示した / shown
  2  その名前の様式がない / there is no such form
`,

  run(words) {
    const { values, positionals } = parseWords(words, { list: { type: "boolean" }, lang: { type: "string" } });
    const language = oneOf("--lang", languages, values.lang ?? "ja");
    const [name, ...others] = positionals;
    if (others.length > 0 || (name === undefined) !== (values.list === true)) throw new UsageError("--list | NAME");
    // A file's form, inferred from its sheet, is to be printed here too.
    const shown = name === undefined ? undefined : builtInForm(name);
    if (name !== undefined && !shown) throw noSuchForm(name);
    process.stdout.write(shown ? `${JSON.stringify(shown, null, 2)}\n` : list(language));
    return Promise.resolve(0);
  },
};

function list(language: Language): string {
  return builtInForms.map(({ form }) => lines(form, language)).join("\n");
}

function lines({ id, name, levels, source }: Form, language: Language): string {
  const path = levels.map((level) => level.name[language]).join(" – ");
  const about = [name[language], path, ...(source === undefined ? [] : [source])];
  return `${[inert(id), ...about.map((text) => `  ${inert(text)}`)].join("\n")}\n`;
}
