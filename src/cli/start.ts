import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";

/** Characters of the hash at the end of the program. */
const hashLength = 64;

/** What the program tells of itself. */
interface Program {
  /** Over when its work is done; never in a worker. */
  readonly finished?: Promise<void>;
}

/** Runs the program that is built beside this file, by V8's code of it. Compiling takes as long as checking a small sheet. */
async function start(path: string): Promise<void> {
  const beside = path.replace(/\.cjs$/, ".v8");
  const source = readFileSync(path, "utf8");
  // The code fits one version of one program.
  const sign = source.slice(-hashLength) + process.version;
  const cachedData = codeOf(sign, beside);
  const run: unknown = new Script(source, { filename: path, ...(cachedData && { cachedData }) }).runInThisContext();
  const program: Program = {};
  if (typeof run === "function") Reflect.apply(run, undefined, [program, createRequire(path)]);
  // Code made under a flag is refused by every run without it.
  if (cachedData !== undefined || process.execArgv.length > 0) return;
  await program.finished;
  keepCode(source, sign, beside);
}

/** The code that ends with the sign. V8 refuses what it cannot run, and compiles instead. */
function codeOf(sign: string, path: string): Buffer | undefined {
  try {
    const code = readFileSync(path);
    return code.toString("latin1", code.length - sign.length) === sign ? code.subarray(0, -sign.length) : undefined;
  } catch {
    return undefined;
  }
}

/** Leaves the code of all functions for later runs, after what the user waits for. Where nothing may be written, every run compiles. */
function keepCode(source: string, sign: string, path: string): void {
  const temporary = `${path}-${process.pid}`;
  try {
    const file = openSync(temporary, "wx");
    setFlagsFromString("--no-lazy");
    const script = new Script(source);
    // V8 takes code only under the flags under which it was made: those of a start.
    setFlagsFromString("--lazy");
    setFlagsFromString("--turbo-inlining");
    writeSync(file, Buffer.concat([script.createCachedData(), Buffer.from(sign)]));
    closeSync(file);
    renameSync(temporary, path);
  } catch {
    rmSync(temporary, { force: true });
  }
}

void start(join(__dirname, "cli-main.cjs"));
