import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const compilerOptions: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  target: ts.ScriptTarget.ES2022,
  verbatimModuleSyntax: true,
  rewriteRelativeImportExtensions: true,
};

/** A module of the source and all that it imports, as scripts for a page, by their paths. */
export function scriptsOf(entry: string): Record<string, string> {
  const scripts: Record<string, string> = {};
  const add = (file: string) => {
    const path = `/${file.replace(/\.ts$/, ".js")}`;
    if (path in scripts) return;
    const { outputText } = ts.transpileModule(readFileSync(join(root, file), "utf8"), { compilerOptions });
    scripts[path] = outputText;
    for (const [, imported = ""] of outputText.matchAll(/^(?:import|export) .*?from "(\.[^"]+)";$/gm)) {
      add(posix.join(posix.dirname(file), imported.replace(/\.js$/, ".ts")));
    }
  };
  add(entry);
  return scripts;
}
