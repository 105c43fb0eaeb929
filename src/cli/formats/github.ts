import type { Language } from "../../core/wording/language.ts";
import { ruleTitle } from "../../core/rules/say.ts";
import { inert } from "../terminal-text.ts";
import { cliTexts } from "../texts.ts";
import { placeOf, remarksOf, rowOfCell, type Remark } from "./file-report.ts";
import type { Format } from "./format.ts";

const commands = { error: "error", warning: "warning", info: "notice" } as const;

/** Workflow commands of GitHub: a line for each finding, shown at its file in a pull request. */
export function githubFormat(language: Language): Format {
  return {
    head: "",
    piece: (file) =>
      remarksOf(file, language)
        .filter(({ accepted }) => accepted === null)
        .map((remark) => lineOf(file.path, remark, language))
        .join(""),
    between: "",
    end: () => "",
  };
}

function lineOf(path: string, remark: Remark, language: Language): string {
  const { kind, severity, id, sheet, message, fix } = remark;
  const row = rowOfCell(remark);
  const place = row === undefined ? "" : `,line=${row}`;
  const words = cliTexts[language];
  const title = `,title=${property({ finding: ruleTitle(id, language), refusal: words.notChecked, notice: words.notice }[kind])}`;
  const said = `${sheet === "" ? "" : `${placeOf(remark)} `}${message}${fix ? ` → ${fix.value}` : ""}`;
  return `::${commands[severity]} file=${property(path)}${place}${title}::${data(said)}\n`;
}

/** A text that cannot end its line, so that no file gives commands. */
function data(text: string): string {
  return inert(text).replaceAll("%", "%25");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
