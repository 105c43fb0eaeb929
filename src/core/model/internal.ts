import { Refusal } from "./refusal.ts";

/**
 * An error of ours as a refusal of the current file. The detail is for reporting it: program, message and place.
 * @param program the program's name, with its version where that is known
 */
export function internal(error: unknown, program = "tenken"): Refusal {
  if (!(error instanceof Error)) return new Refusal("internal", `${program}, ${String(error)}`);
  // The place in our file tells nothing about the user's folders.
  const place = (error.stack ?? "").split("\n").find((line) => line.startsWith("    at "))?.split(/[\\/ ()]/).findLast((part) => part !== "") ?? "";
  return new Refusal("internal", `${program}, ${error.name}: ${error.message.slice(0, 100)}, ${place}`);
}
