import type { Frame } from "playwright-core";

/**
 * What the page observed: milliseconds from an action's event to the last frame that it changed, and the longest task in
 * between (0 below 50).
 */
interface Seen {
  readonly shown: number;
  readonly task: number;
}

/** The answer to an action. Other programs on the machine stretch clock time; `busy` is the page's processor time. */
export interface Answer extends Seen {
  readonly busy: number;
}

declare global {
  interface Window {
    readonly probe: { readonly first: number | undefined; begin(): void; end(rest: number): Promise<Seen> };
  }
}

/** Notes the first result in every page that opens, and watches what follows an action. */
export function installProbe(): void {
  const tasks: { readonly start: number; readonly duration: number }[] = [];
  const events = ["keydown", "pointerdown", "wheel"];
  let begun = 0;
  let started: number | undefined;
  let shown = 0;
  let first: number | undefined;
  const picture = () => {
    // Runs after the frame in which the change is painted.
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

/** @returns a function that does something in the pane and measures the answer, after nothing changed for a quarter of a second */
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
