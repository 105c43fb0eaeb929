import { Refusal } from "../../../core/model/refusal.ts";
import { sayCount } from "../../../core/wording/counts.ts";
import { failureOf } from "../exchange/errors.ts";

/** The refusal of work on some cells that broke off after its first write, with the detail that `reached` reads; `done` is undefined where nothing tells. */
export function brokenOff(error: unknown, done: number | undefined, all: number): Refusal {
  const came = all === 0 ? "" : `, ${done === undefined ? "?" : sayCount(done)}/${sayCount(all)}`;
  return new Refusal("interrupted", `${failureOf(error)?.message ?? String(error)}${came}`);
}
