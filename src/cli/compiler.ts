import { setFlagsFromString } from "node:v8";
import { isMainThread } from "node:worker_threads";

/**
 * Bytes of a function's code that run before V8 optimises it: as usual in Node.js 20, and many times as many. Optimising takes longer than it saves where
 * little is to be done: a quarter of a check of 2,000 initiatives. Of 300 small files it was half, since each worker optimises the same functions anew, on
 * threads that take the cores from the others.
 */
const usualBudget = 67_584;
const smallBudget = 1_000_000;

/** Bytes of a file with so much to do that functions are optimised as usual. */
const large = 800_000;

let mayTune = false;

/** Lets V8 compile as suits what is read. */
export function allowTuning(): void {
  mayTune = true;
}

/** Makes V8 compile as suits a file of so many bytes. Not before one is read: until then workers take the code of the program, under the flags of a start alone. */
export function tuneFor(bytes: number): void {
  if (!mayTune) return;
  setFlagsFromString(`--interrupt-budget=${bytes < large ? smallBudget : usualBudget}`);
  // Most runs are over before optimised functions that hold others are worth the time it takes to make them. Workers check many files.
  if (isMainThread) setFlagsFromString("--no-turbo-inlining");
}
