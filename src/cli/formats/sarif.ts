import { version } from "../../core/model/version.ts";
import { rules } from "../../core/rules/index.ts";
import { inertJson } from "../../core/wording/hidden.ts";
import type { Language } from "../../core/wording/language.ts";
import { inert } from "../terminal-text.ts";
import { addressOf, placeOf, remarksOf, rowOfCell, type Remark } from "./file-report.ts";
import type { Format } from "./format.ts";

const levels = { error: "error", warning: "warning", info: "note" } as const;

/** SARIF 2.1.0 (OASIS): what tools that gather findings of many programs read. */
export function sarifFormat(language: Language): Format {
  const driver = { name: "Tenken", version, language, rules: rules.map((rule) => descriptorOf(rule, language)) };
  const open = JSON.stringify({ version: "2.1.0", $schema: "https://json.schemastore.org/sarif-2.1.0.json", runs: [{ tool: { driver }, columnKind: "utf16CodeUnits", results: [] }] });
  return {
    head: `${open.slice(0, open.lastIndexOf("]}]}"))}\n`,
    piece: (file) => {
      const remarks = remarksOf(file, language);
      return inertJson(remarks.map((remark) => JSON.stringify(resultOf(file.path, remark))).join(",\n"));
    },
    between: ",\n",
    end: ({ refused, broken }) => `\n],"invocations":[${JSON.stringify({ executionSuccessful: refused + broken === 0 })}]}]}\n`,
  };
}

function descriptorOf({ id, severity, about }: (typeof rules)[number], language: Language) {
  const { title, why, how } = about[language];
  return { id, shortDescription: { text: title }, fullDescription: { text: why }, help: { text: how }, defaultConfiguration: { level: levels[severity] } };
}

function resultOf(path: string, remark: Remark) {
  const { kind, id, severity, message, code, value, fix, accepted } = remark;
  const index = rules.findIndex((rule) => rule.id === id);
  return {
    ruleId: { finding: id, refusal: `not-checked/${id}`, notice: "notice" }[kind],
    ...(kind === "finding" && index >= 0 && { ruleIndex: index }),
    // A result of this kind has no level of severity.
    ...(kind === "notice" ? { kind: "informational", level: "none" } : { level: levels[severity] }),
    message: { text: inert(message) },
    locations: [locationOf(path, remark)],
    ...(accepted !== null && { suppressions: [{ kind: "inSource", justification: inert(accepted) }] }),
    ...(kind === "finding" && { properties: { code: inert(code), value: inert(value), ...(fix && { fix }) } }),
  };
}

/** The row stands for the line, as viewers ask for one; the cell is the logical place. */
function locationOf(path: string, remark: Remark) {
  const row = rowOfCell(remark);
  const artifactLocation = { uri: addressOf(path) };
  return {
    physicalLocation: { artifactLocation, ...(row !== undefined && { region: { startLine: row } }) },
    ...(remark.sheet !== "" && { logicalLocations: [{ fullyQualifiedName: inert(placeOf(remark)) }] }),
  };
}
