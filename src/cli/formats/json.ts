import { jsonReport } from "../../core/report.ts";
import { inertJson } from "../../core/wording/hidden.ts";
import type { Language } from "../../core/wording/language.ts";
import { fileReport } from "./file-report.ts";
import type { Format } from "./format.ts";

/** The report for programs. */
export function jsonFormat(language: Language): Format {
  const [head = "", end = ""] = JSON.stringify(jsonReport([]), null, 2).split("[]");
  return {
    head: `${head}[`,
    piece: (file) => inertJson(`\n    ${JSON.stringify(fileReport(file, language), null, 2).replaceAll("\n", "\n    ")}`),
    between: ",",
    end: () => `\n  ]${end}\n`,
  };
}
