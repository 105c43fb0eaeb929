import { Refusal } from "../core/model/refusal.ts";
import { version } from "./version.ts";

/** An error of ours as a refusal of the current file. The detail is for reporting it: version, message and place. */
export function internal(error: unknown): Refusal {
  if (!(error instanceof Error)) return new Refusal("internal", `tenken ${version}, ${String(error)}`);
  // The place in our file tells nothing about the user's folders.
  const place = (error.stack ?? "").split("\n").find((line) => line.startsWith("    at "))?.split(/[\\/ ()]/).findLast((part) => part !== "") ?? "";
  return new Refusal("internal", `tenken ${version}, ${error.name}: ${error.message.slice(0, 100)}, ${place}`);
}
