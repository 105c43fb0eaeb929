import { withoutFormula } from "../../core/model/cell-text.ts";
import type { Language } from "../../core/wording/language.ts";
import { severityNames } from "../../core/wording/severities.ts";
import { ruleTitle } from "../../core/rules/say.ts";
import { inert } from "../terminal-text.ts";
import { cliTexts } from "../texts.ts";
import { remarksOf, sheetAndCell, type Remark } from "./file-report.ts";
import type { Format } from "./format.ts";

/** A table that Excel opens with a double click: UTF-8 with its mark, a row for each finding; rows of their own kind for what could not be checked and what must be known besides. */
export function csvFormat(language: Language): Format {
  const words = cliTexts[language];
  return {
    head: `\uFEFF${rowOf(words.columns)}`,
    piece: (file) => {
      const open = remarksOf(file, language).filter(({ accepted }) => accepted === null);
      return open.map((remark) => rowOf([file.path, ...cellsOf(remark, language)])).join("");
    },
    between: "",
    end: () => "",
  };
}

function cellsOf(remark: Remark, language: Language): readonly string[] {
  const { kind, code, severity, id, message, value, fix } = remark;
  const words = cliTexts[language];
  const sort = { finding: severityNames[language][severity], refusal: words.notChecked, notice: words.notice }[kind];
  return [...sheetAndCell(remark), code, sort, kind === "finding" ? ruleTitle(id, language) : "", message, value, fix?.value ?? "", fix ? words[fix.safety] : ""];
}

/** Each field in quotes. */
function rowOf(fields: readonly string[]): string {
  return `${fields.map((field) => `"${withoutFormula(inert(field)).replaceAll('"', '""')}"`).join(",")}\r\n`;
}
