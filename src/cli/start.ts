import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Script } from "node:vm";

/** Characters of the hash at the end of the program and of its code. */
const hashLength = 64;

/** Runs the program that is built beside this file, by the code that the build made of it. Compiling takes as long as checking a small sheet. */
function start(path: string): void {
  const source = readFileSync(path, "utf8");
  const cachedData = codeOf(source, path.replace(/\.cjs$/, ".v8"));
  const run: unknown = new Script(source, { filename: path, ...(cachedData && { cachedData }) }).runInThisContext();
  if (typeof run === "function") Reflect.apply(run, undefined, [{}, createRequire(path)]);
}

/** The code of this very program. It is missing in the released zip. V8 refuses code of another version, and compiles instead. */
function codeOf(source: string, path: string): Buffer | undefined {
  try {
    const code = readFileSync(path);
    return code.toString("latin1", code.length - hashLength) === source.slice(-hashLength) ? code.subarray(0, -hashLength) : undefined;
  } catch {
    return undefined;
  }
}

start(join(__dirname, "cli-main.cjs"));
