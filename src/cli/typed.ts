import { relative, sep } from "node:path";

const scripts: ReadonlySet<string> = new Set(["check", "fix", "mark", "reply", "summarize", "form"]);

/** The words before a command's files: as npm's script, as the installed program, or as the built file. */
export function typed(command: string): string {
  if (scripts.has(process.env["npm_lifecycle_event"] ?? "")) return `npm run ${command} --`;
  const [, script = ""] = process.argv;
  return script.endsWith(".cjs") && !script.includes(`${sep}node_modules${sep}`) ? `node ${relative(process.cwd(), script)} ${command}` : `tenken ${command}`;
}
