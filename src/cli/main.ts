import { osakaWard } from "../core/form/built-in.ts";
import type { Form } from "../core/form/schema.ts";
import { Refusal } from "../core/refusal.ts";
import { jsonReport, sheetReport, type FileReport } from "../core/report.ts";
import type { Language } from "../core/wording/language.ts";
import { wordRefusal } from "../core/wording/refusals.ts";
import { checkFiles, readBytes, type CheckedFile } from "./check-files.ts";
import { helpText, readOptions, UsageError, type CheckOptions } from "./options.ts";
import { inert, painter } from "./terminal-text.ts";
import { textReport } from "./text-report.ts";

const couldNotCheck = 2;

/** Standard output holds the report alone; everything else goes to standard error. */
async function main(words: readonly string[]): Promise<number> {
  const options = readOptions(words);
  if (options.help) {
    process.stdout.write(helpText);
    return 0;
  }
  const form = options.formFile === undefined ? osakaWard : await readForm(options.formFile);
  const files = await checkFiles(options.files, form, progress(options));
  process.stdout.write(options.format === "json" ? json(files, form, options.language) : text(files, form, options.language));
  return exitStatus(files);
}

async function readForm(path: string): Promise<Form> {
  const { parseForm } = await import("../core/form/parse.ts");
  return parseForm(new TextDecoder().decode(await readBytes(path)));
}

function text(files: readonly CheckedFile[], form: Form, language: Language): string {
  return textReport(files, { form, language, paint: painter(process.stdout, process.env) });
}

function json(files: readonly CheckedFile[], form: Form, language: Language): string {
  const reports = files.map(({ path, inspections, refusal }): FileReport => ({
    path,
    error: refusal && { code: refusal.code, message: wordRefusal(refusal.code, refusal.detail, language) },
    sheets: inspections.map((inspection) => sheetReport(inspection, form, language)),
  }));
  return `${JSON.stringify(jsonReport(reports), null, 2)}\n`;
}

/** With several files, a line on standard error for each. */
function progress({ files }: CheckOptions): (done: number) => void {
  if (files.length < 2) return () => undefined;
  return (done) => {
    const next = files[done];
    if (next !== undefined) process.stderr.write(`${done + 1}/${files.length} ${inert(next)}\n`);
  };
}

/** 2 where a file could not be checked, else 1 where anything is wrong, else 0. */
function exitStatus(files: readonly CheckedFile[]): number {
  if (files.some(({ refusal }) => refusal)) return couldNotCheck;
  const findings = files.flatMap(({ inspections }) => inspections.flatMap((inspection) => inspection.findings));
  return findings.some(({ severity }) => severity !== "info") ? 1 : 0;
}

function explain(error: unknown): string {
  if (error instanceof UsageError) return `${error.message}\n\n${helpText}`;
  if (error instanceof Refusal) return `${wordRefusal(error.code, error.detail, "ja")}\n${wordRefusal(error.code, error.detail, "en")}\n`;
  return `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
}

process.stdout.on("error", () => process.exit(couldNotCheck));
main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.stderr.write(explain(error));
    process.exitCode = couldNotCheck;
  },
);
