import { afterEach, expect, test, vi } from "vitest";
import { asRefusal, Refusal } from "../../src/core/model/refusal.ts";
import { Operation } from "../../src/pane/state/operation.ts";

afterEach(() => void vi.useRealTimers());

/** An operation with its messages, and work that ends when the test wants it. */
function opened() {
  const told: string[] = [];
  const operation = new Operation<string>((error) => `refused: ${asRefusal(error).message}`);
  const followed: (readonly [done: number, slow: boolean])[] = [];
  const follow = (done: number, slow: boolean) => void followed.push([done, slow]);
  const ended = (result: string) => void told.push(result);
  const held = () => {
    const parts: { resolve?: (result: string) => void; tell?: (done: number) => void } = {};
    const work: Parameters<typeof operation.start>[1] = ({ signal, onProgress }) =>
      new Promise((resolve, reject) => {
        Object.assign(parts, { resolve, tell: onProgress });
        signal.addEventListener("abort", () => reject(new Refusal("cancelled")));
      });
    return { work, parts };
  };
  return { operation, told, followed, follow, ended, held };
}

const now = (result: string) => () => Promise.resolve(result);

test("work is started once at a time, and ends with its result", async () => {
  const { operation, told, followed, follow, ended, held } = opened();
  const { work, parts } = held();
  const first = operation.start(follow, work, ended);
  await operation.start(follow, now("second"), ended);
  expect([operation.isRunning, told, followed]).toEqual([true, [], [[0, false]]]);
  parts.resolve?.("first");
  await first;
  expect([operation.isRunning, told]).toEqual([false, ["first"]]);
});

test("other work waits until what is done with the result is done", async () => {
  const { operation, told, follow, ended } = opened();
  await operation.start(follow, now("first"), async (result) => {
    await operation.start(follow, now("second"), ended);
    told.push(result);
  });
  expect(told).toEqual(["first"]);
});

test("what is thrown is a refusal, and the next work begins", async () => {
  const { operation, told, follow, ended } = opened();
  await operation.start(follow, () => Promise.reject(new Refusal("protected", "評価表")), ended);
  await operation.start(follow, () => Promise.reject(new Error("lost")), ended);
  await operation.start(follow, now("done"), ended);
  expect(told).toEqual(["refused: protected: 評価表", "refused: interrupted: Error: lost", "done"]);
});

test("where telling the result fails, the next work begins all the same", async () => {
  const { operation, told, follow, ended } = opened();
  await expect(operation.start(follow, now("lost"), () => Promise.reject(new Error("no room")))).rejects.toThrow("no room");
  await operation.start(follow, now("done"), ended);
  expect(told).toEqual(["done"]);
});

test("aborted work is told as refused, aborted from the beginning too; dropped or replaced work is told to nobody", async () => {
  const { operation, told, follow, ended, held } = opened();
  const aborted = operation.start(follow, held().work, ended);
  operation.abort();
  await aborted;
  await operation.start(() => operation.abort(), ({ signal }) => Promise.resolve(signal.aborted ? "at once" : "unheard"), ended);
  const dropped = operation.start(follow, held().work, ended);
  operation.drop();
  expect(operation.isRunning).toBe(false);
  const replaced = operation.replace(follow, held().work, ended);
  expect(await operation.replace(follow, now("last"), ended)).toBe("last");
  expect(await replaced).toBe("refused: cancelled");
  await dropped;
  expect([operation.isRunning, told]).toEqual([false, ["refused: cancelled", "at once", "last"]]);
});

test("progress is told once the work is slow, and no more after it was aborted", async () => {
  vi.useFakeTimers();
  const { operation, followed, follow, ended, held } = opened();
  const { work, parts } = held();
  const running = operation.start(follow, work, ended);
  parts.tell?.(0.2);
  expect(followed).toEqual([[0, false]]);
  vi.advanceTimersByTime(500);
  parts.tell?.(0.6);
  operation.abort();
  parts.tell?.(0.8);
  await running;
  expect(followed).toEqual([[0, false], [0.2, true], [0.6, true]]);
});
