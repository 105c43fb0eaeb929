import { existsSync } from "node:fs";
import { version } from "../core/model/version.ts";
import { refusalIn } from "../core/model/internal.ts";
import { explainRefusal } from "../core/wording/refusal-causes.ts";
import type { Language } from "../core/wording/language.ts";
import type { Command, ExitStatus } from "./command.ts";
import { check } from "./commands/check.ts";
import { allowTuning } from "./compiler.ts";
import { servesPieces } from "./jobs.ts";
import { asksFor } from "./options.ts";
import { inert } from "./terminal-text.ts";
import { typed } from "./typed.ts";
import { noSuchCommand, UsageError } from "./usage.ts";

/** Commands by the first word. Commands that write are loaded on request, so that a check starts without them. */
const commands: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ["check", () => Promise.resolve(check)],
  ["fix", async () => (await import("./commands/fix.ts")).fix],
  ["mark", async () => (await import("./commands/mark.ts")).mark],
  ["reply", async () => (await import("./commands/reply.ts")).reply],
  ["form", async () => (await import("./commands/form.ts")).form],
  ["summarize", async () => (await import("./commands/summarize.ts")).summarize],
]);

/** How a run ended. */
interface Outcome {
  readonly status: ExitStatus;
  /** It did what most runs do, without a fault. */
  readonly hasChecked: boolean;
}

/** Standard output only holds the report; everything else goes to standard error. */
async function main(words: readonly string[]): Promise<Outcome> {
  const [first = "", ...others] = words;
  const load = commands.get(first);
  const own = load ? others : words;
  const name = typed(load ? first : "check");
  const { help, version: wantsVersion, language } = asksFor(own);
  try {
    if (wantsVersion) return print(`tenken ${version}\n`);
    const command = load ? await load() : check;
    if (help) return print(command.help(name)[language]);
    if (!load && /^[a-z]+$/.test(first) && !existsSync(first)) throw new UsageError(noSuchCommand(first, [...commands.keys()]));
    const status = await command.run(own);
    return { status, hasChecked: status !== 2 && first !== "form" };
  } catch (error) {
    process.stderr.write(`${inert(explain(error, name, language))}\n`);
    return { status: 2, hasChecked: false };
  }
}

function print(text: string): Outcome {
  process.stdout.write(text);
  return { status: 0, hasChecked: false };
}

/** One sentence: what happened and what to type. @param name what the user types before the files */
function explain(error: unknown, name: string, language: Language): string {
  if (error instanceof UsageError) return error.usage(name)[language];
  return explainRefusal(refusalIn(error), language);
}

/**
 * Does the work of this process. @param isTuned lets V8 compile as suits most runs @returns true after a run like most; never over in a worker
 */
export function start(isTuned: boolean): Promise<boolean> {
  if (isTuned) allowTuning();
  return servesPieces() ? new Promise(() => undefined) : run();
}

async function run(): Promise<boolean> {
  process.stdout.on("error", () => process.exit(2));
  const { status, hasChecked } = await main(process.argv.slice(2));
  process.exitCode = status;
  return hasChecked;
}
