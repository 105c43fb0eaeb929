import { Refusal } from "../core/model/refusal.ts";
import { version } from "./version.ts";

/** A mistake of ours as a refusal of the file at hand. The detail is what we must be told: version, message and where it happened. */
export function internal(error: unknown): Refusal {
  if (!(error instanceof Error)) return new Refusal("internal", `tenken ${version}, ${String(error)}`);
  // The place in our file says nothing of the user's folders.
  const place = (error.stack ?? "").split("\n").find((line) => line.startsWith("    at "))?.split(/[\\/ ()]/).findLast((part) => part !== "") ?? "";
  return new Refusal("internal", `tenken ${version}, ${error.name}: ${error.message.slice(0, 100)}, ${place}`);
}
