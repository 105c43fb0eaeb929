import { beforeAll } from "vitest";

/** The workbench's worker, in the same thread. */
export class SameThread extends EventTarget implements Worker {
  onmessage = null;
  onmessageerror = null;
  onerror = null;

  postMessage(data: unknown, given: unknown): void {
    const ports = Array.isArray(given) ? given.filter((port) => port instanceof MessagePort) : [];
    const serve: unknown = Reflect.get(globalThis, "onmessage");
    if (typeof serve === "function") Reflect.apply(serve, globalThis, [new MessageEvent("message", { data, ports })]);
  }

  terminate(): void {
    globalThis.onmessage = null;
  }
}

beforeAll(async () => {
  await import("../../src/workbench/worker/worker.ts");
});
