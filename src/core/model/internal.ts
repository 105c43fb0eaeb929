import { Refusal } from "./refusal.ts";
import { version } from "./version.ts";

/** The caught refusal. Anything else is an error of ours, which becomes a refusal of its file, so that the others are still done. */
export function refusalIn(error: unknown): Refusal {
  return error instanceof Refusal ? error : internal(error);
}

/** An error of ours as a refusal of the current file. The detail is for reporting it: program and version, message, and place. */
export function internal(error: unknown): Refusal {
  const program = `tenken ${version}`;
  if (!(error instanceof Error)) return new Refusal("internal", `${program}, ${String(error)}`);
  // The place in our file tells nothing about the user's folders.
  const place = (error.stack ?? "").split("\n").find((line) => line.startsWith("    at "))?.split(/[\\/ ()]/).findLast((part) => part !== "") ?? "";
  return new Refusal("internal", `${program}, ${error.name}: ${error.message.slice(0, 100)}, ${place}`);
}
