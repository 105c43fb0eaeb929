import { expect, it } from "vitest";
import { kinds, runCase } from "./cases.ts";

/** Cases that `npm run fuzz` found, by kind and seed: once mended, they end with a refusal or are done. */
const found: readonly (readonly [kind: (typeof kinds)[number], seed: number])[] = [
  ["form", 726],
  ["form", 1099],
];

it("cases that the fuzzer found end as they should", async () => {
  for (const [kind, seed] of found) expect(await runCase(kind, seed), `${kind} ${seed}`).toMatch(/^[a-z-]+$/);
});

it.each(kinds)("the first cases of each kind end with a refusal or are done: %s", async (kind) => {
  for (let seed = 1; seed <= 40; seed++) expect(await runCase(kind, seed), `${kind} ${seed}`).toMatch(/^[a-z-]+$/);
});
