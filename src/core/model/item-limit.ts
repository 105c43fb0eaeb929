import { Refusal } from "./refusal.ts";

/** Ten thousand times what an office has. Each takes about 600 bytes while codes are settled, and all rules look at it. */
const mostItems = 300_000;

/** @throws {Refusal} too-large for more items than are checked on one sheet */
export function refuseItems(count: number): void {
  if (count > mostItems) throw new Refusal("too-large", `items > ${mostItems.toLocaleString("en-US")}`);
}
