import type { Excel } from "../excel-host/route-a/excel.ts";
import { answersIn, type Answer } from "./probe.ts";
import { answerLine, type Table } from "./table.ts";

const steps = 50;

/** Measures how the pane answers a user who works with its list. */
export async function measureAnswers(excel: Excel): Promise<readonly Table[]> {
  const { frame, page } = excel;
  const list = frame.getByRole("list", { name: "指摘の一覧" });
  const entry = list.getByRole("button").first();
  const kind = frame.getByRole("group", { name: "区分で絞り込む" }).getByRole("button", { name: /^[\d,]+\s*注意$/ });
  const answerTo = await answersIn(frame);
  const press = (...keys: readonly string[]) => each(keys, (key) => answerTo(() => page.keyboard.press(key)));
  const measured: [name: string, answers: readonly Answer[]][] = [];
  const measure = async (name: string, work: Promise<readonly Answer[]>) => void measured.push([name, await work]);
  const findings = await frame.getByRole("group", { name: "区分で絞り込む" }).innerText();
  const first = await frame.evaluate(() => window.probe.first ?? NaN);
  await page.waitForTimeout(1000);
  await frame.getByRole("button", { name: "検索・並べ方・その他" }).click();
  await frame.getByRole("searchbox").click();
  await measure("search: the first letter", press("L"));
  await measure("search: two more letters", press("1", "0"));
  await measure("search: taken away letter by letter", press("Backspace", "Backspace", "Backspace"));
  await measure("kind: chosen and left, 10 clicks", each(Array.from({ length: 10 }), () => answerTo(() => kind.click())));
  await measure("grouped by rule, and by row", each(["規則ごと", "行順"], (name) => answerTo(() => frame.getByRole("button", { name }).click())));
  await entry.focus();
  await measure(`F8, ${steps} times`, press(...Array.from({ length: steps }, () => "F8")));
  await entry.focus();
  await measure("End, then Home", press("End", "Home"));
  await measure("scrolled to the end", each([list], () => answerTo(() => list.evaluate(scrollToEnd))));
  const [lines, elements] = await list.evaluate((element) => [element.querySelector("[aria-setsize]")?.getAttribute("aria-setsize") ?? "", element.querySelectorAll("*").length] as const);
  const fixes = frame.getByRole("button", { name: /^安全な修正/ });
  await measure(`${await fixes.innerText()}, until the next check's result`, each([fixes], (button) => answerTo(() => button.click().then(() => frame.getByText(/件を修正しました/).first().waitFor({ timeout: 300_000 })))));
  return [
    [[findings.replace(/\s+/g, " "), "median ms", "longest ms", "longest task ms", "processor: median ms", "longest ms"], ...measured.map(([name, answers]) => answerLine(name, answers))],
    [
      ["the list", ""],
      ["from navigation to the first result, ms", first.toFixed(0)],
      ["lines", lines],
      ["elements drawn", String(elements)],
    ],
  ];
}

async function each<Item>(items: readonly Item[], measure: (item: Item) => Promise<Answer>): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const item of items) answers.push(await measure(item));
  return answers;
}

/** Runs in the page. The list grows on the way, since its lines are measured as they appear. */
async function scrollToEnd(list: Element): Promise<void> {
  const scroller = list.parentElement;
  while (scroller && scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight - 1) {
    scroller.scrollTop = scroller.scrollHeight;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  }
}
