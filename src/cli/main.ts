import { Refusal } from "../core/model/refusal.ts";
import { describeRefusal } from "../core/wording/refusals.ts";
import type { Command, ExitStatus } from "./command.ts";
import { check } from "./commands/check.ts";
import { asksForHelp, UsageError } from "./options.ts";
import { inert } from "./terminal-text.ts";

/** Commands by the first word. Those that write are loaded only when they are asked for: a check starts without them. */
const commands: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ["check", () => Promise.resolve(check)],
  ["fix", async () => (await import("./commands/fix.ts")).fix],
  ["mark", async () => (await import("./commands/mark.ts")).mark],
  ["form", async () => (await import("./commands/form.ts")).form],
  ["summarize", async () => (await import("./commands/summarize.ts")).summarize],
]);

/** Standard output holds the report alone; everything else goes to standard error. */
async function main(words: readonly string[]): Promise<ExitStatus> {
  const [first = "", ...others] = words;
  const load = commands.get(first);
  const command = load ? await load() : check;
  const own = load ? others : words;
  if (asksForHelp(own)) {
    process.stdout.write(command.help);
    return 0;
  }
  return command.run(own).catch((error: unknown) => {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message.split("\n").map(inert).join("\n")}\n\n${command.help}`);
    return 2;
  });
}

function explain(error: unknown): string {
  if (error instanceof Refusal) return `${describeRefusal(error.code, error.detail, "ja")}\n${describeRefusal(error.code, error.detail, "en")}\n`;
  return `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
}

process.stdout.on("error", () => process.exit(2));
main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.stderr.write(explain(error));
    process.exitCode = 2;
  },
);
