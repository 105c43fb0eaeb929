import { setFlagsFromString } from "node:v8";

/**
 * Bytes of a function's code that run before V8 optimises it: as usual in Node.js 20, and four times as many. Optimising takes longer than it saves where
 * little is to be done: a fifth of a check of 2,000 initiatives, and half of 300 small files, which each worker would optimise anew on threads that take the
 * cores from the others.
 */
const usualBudget = 67_584;
const smallBudget = 300_000;

/** Bytes of a file with so much to do that functions are optimised as usual. */
const large = 800_000;

let isTuned = false;

/** Makes V8 compile as suits most runs. They are over before optimised functions that hold others are worth the time it takes to make them. */
export function tune(): void {
  isTuned = true;
  setFlagsFromString("--no-turbo-inlining");
}

/** In a worker, which checks many files. */
export function tuneWorker(): void {
  isTuned = true;
  // The program's own thread switches it off for all of them.
  setFlagsFromString("--turbo-inlining");
}

/** Makes V8 compile as suits a file of so many bytes. */
export function tuneFor(bytes: number): void {
  if (isTuned) setFlagsFromString(`--interrupt-budget=${bytes < large ? smallBudget : usualBudget}`);
}
