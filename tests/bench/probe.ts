import type { Frame } from "playwright-core";

/** What the page saw: milliseconds from an action's event to the last picture that it changed, and the longest task on the way (0 below 50). */
interface Seen {
  readonly shown: number;
  readonly task: number;
}

/** How an action was answered. By the clock, another program on the machine stretches it; `busy` is the page's processor time. */
export interface Answer extends Seen {
  readonly busy: number;
}

declare global {
  interface Window {
    readonly probe: { readonly first: number | undefined; begin(): void; end(rest: number): Promise<Seen> };
  }
}

/** For every page that opens: notes the first result, and watches what follows an action. */
export function installProbe(): void {
  const tasks: { readonly start: number; readonly duration: number }[] = [];
  const events = ["keydown", "pointerdown", "wheel"];
  let begun = 0;
  let started: number | undefined;
  let shown = 0;
  let first: number | undefined;
  const picture = () => {
    // After the frame in which the change is painted.
    requestAnimationFrame(() => setTimeout(() => (shown = performance.now())));
    if (document.querySelector("[role=listitem] button")) first ??= performance.now();
  };
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ startTime, duration }) => ({ start: startTime, duration })))).observe({ type: "longtask", buffered: true });
  new MutationObserver(picture).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  for (const event of events) addEventListener(event, ({ timeStamp }) => (started ??= timeStamp), { capture: true });
  const probe: Window["probe"] = {
    get first() {
      return first;
    },
    begin() {
      begun = performance.now();
      started = undefined;
      shown = 0;
    },
    async end(rest) {
      const from = started ?? begun;
      let last: number;
      do {
        last = shown;
        await new Promise((resolve) => setTimeout(resolve, rest));
      } while (shown !== last);
      const during = tasks.filter(({ start, duration }) => start + duration >= from && start <= shown);
      return { shown: Math.max(0, shown - from), task: Math.max(0, ...during.map(({ duration }) => duration)) };
    },
  };
  Object.defineProperty(window, "probe", { value: probe });
}

/** @returns does something in the pane and tells how it was answered, once nothing has changed for a quarter of a second. */
export async function answersIn(frame: Frame): Promise<(act: () => Promise<unknown>) => Promise<Answer>> {
  const page = frame.page();
  const devTools = await page.context().newCDPSession(page);
  await devTools.send("Performance.enable", { timeDomain: "threadTicks" });
  const busy = async () => {
    const { metrics } = await devTools.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? NaN) * 1000;
  };
  return async (act) => {
    await frame.evaluate(() => window.probe.begin());
    const before = await busy();
    await act();
    const seen = await frame.evaluate(() => window.probe.end(250));
    return { ...seen, busy: (await busy()) - before };
  };
}
