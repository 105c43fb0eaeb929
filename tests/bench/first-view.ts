import { linesSeen, list, wholeJob } from "../walks/pane-part.ts";
import type { Excel } from "../excel-host/route-a/excel.ts";
import type { Table } from "./table.ts";

const sizes = [
  { width: 320, height: 480 },
  { width: 320, height: 800 },
] as const;
/** More would be no way to the list. */
const mostStops = 50;

/** Counts what an evaluator sees and does beside the sample: findings in sight, Tab stops to the first one, clicks for the whole job. */
export async function countFirstView({ page, frame }: Excel): Promise<Table> {
  const lines: (readonly string[])[] = [];
  for (const size of sizes) {
    await page.setViewportSize(size);
    await page.waitForTimeout(500);
    lines.push([`findings in sight at ${String(size.width)} × ${String(size.height)}`, String((await linesSeen(frame)).length)]);
  }
  await frame.evaluate(() => {
    const [first] = document.querySelectorAll<HTMLElement>("[tabindex='0'], button, a[href]");
    first?.focus();
  });
  let stops = 1;
  while (stops < mostStops && !(await list(frame).evaluate((element) => element.contains(document.activeElement)))) {
    await page.keyboard.press("Tab");
    stops++;
  }
  lines.push(["Tab stops to the first finding", String(stops)]);
  lines.push(["clicks for the whole job: fixes, marks, summary, reply", String(await wholeJob(frame))]);
  return [["the first view, with the sample", ""], ...lines];
}
