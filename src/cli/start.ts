import { accessSync, closeSync, constants, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";

/** Characters of the hash at the end of the program. */
const hashLength = 64;

interface Program {
  /** Does its work. @returns true after a run like most; never over in a worker */
  start?(isTuned: boolean): Promise<boolean>;
}

/** Runs the program that is built beside this file, by V8's code of it. Compiling takes as long as checking a small sheet. */
async function start(path: string): Promise<void> {
  const beside = path.replace(/\.cjs$/, ".v8");
  const source = readFileSync(path, "utf8");
  // The code fits one version of one program.
  const sign = source.slice(-hashLength) + process.version;
  const cachedData = codeOf(sign, beside);
  // Code made under a flag is refused by every run without it.
  const isKept = cachedData === undefined && process.execArgv.length === 0 && mayWrite(dirname(beside));
  if (isKept) setFlagsFromString("--no-flush-bytecode");
  const script = new Script(source, { filename: path, ...(cachedData && { cachedData }) });
  const run: unknown = script.runInThisContext();
  const program: Program = {};
  if (typeof run === "function") Reflect.apply(run, undefined, [program, createRequire(path)]);
  const isLikeMost = await program.start?.(!isKept);
  // Where another run was faster, its code is in use.
  if (isKept && isLikeMost === true && codeOf(sign, beside) === undefined) keepCode(script, sign, beside);
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

function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Leaves the code of the functions that were used for later runs, after what the user waits for. Those that most runs do not use would only be read. */
function keepCode(script: Script, sign: string, path: string): void {
  const temporary = `${path}-${process.pid}`;
  try {
    const file = openSync(temporary, "wx");
    // V8 takes code only under the flags under which it was made: those of a start.
    setFlagsFromString("--flush-bytecode");
    writeSync(file, Buffer.concat([script.createCachedData(), Buffer.from(sign)]));
    closeSync(file);
    renameSync(temporary, path);
  } catch {
    rmSync(temporary, { force: true });
  }
}

void start(join(__dirname, "cli-main.cjs"));
