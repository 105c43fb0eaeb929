import type { Page } from "playwright-core";

/** From now on the page's checks wait. @returns lets them go, those that come later as well. */
export async function holdChecks(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const waiting: (() => void)[] = [];
    const original = Object.getOwnPropertyDescriptor(Worker.prototype, "postMessage") ?? {};
    const postMessage: unknown = original.value;
    if (typeof postMessage !== "function") throw new Error("workers take no messages");
    const isCheck = (message: unknown) => typeof message === "object" && message !== null && "kind" in message && message.kind === "check";
    const holding = new Proxy(postMessage, {
      apply(target, worker, values: unknown[]) {
        if (isCheck(values[0])) waiting.push(() => void Reflect.apply(target, worker, values));
        else Reflect.apply(target, worker, values);
      },
    });
    Object.defineProperty(Worker.prototype, "postMessage", { ...original, value: holding });
    addEventListener("let-checks-go", () => {
      Object.defineProperty(Worker.prototype, "postMessage", original);
      for (const send of waiting) send();
    });
  });
  return () => page.evaluate(() => void dispatchEvent(new Event("let-checks-go")));
}
