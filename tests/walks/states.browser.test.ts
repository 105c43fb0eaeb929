import { expect, test } from "vitest";
import { texts } from "../../src/pane/texts.ts";
import { taskTexts } from "../../src/taskpane/texts.ts";
import { bookOf } from "../excel-host/blank-pane.ts";
import type { Excel } from "../excel-host/route-a/excel.ts";
import { cleanRows } from "../core/sheet.ts";
import { checked, taskPanes } from "../taskpane/open-pane.ts";
import { axeFindings } from "../workbench/axe.ts";

const open = taskPanes();
const narrow = { width: 320, height: 800 };
const looks = [
  ["light", "ja", { viewport: narrow }],
  ["dark", "ja", { viewport: narrow, colorScheme: "dark" }],
  ["forced colours", "ja", { viewport: narrow, forcedColors: "active" }],
  ["in English", "en", { viewport: narrow, locale: "en-US" }],
] as const;

/** Looks at the pane in one state after the other. */
function looker({ frame }: Excel): { readonly look: (state: string) => Promise<void>; readonly found: Map<string, readonly string[]> } {
  const found = new Map<string, readonly string[]>();
  const look = async (state: string) => {
    const wide = await frame.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      const out = [...document.querySelectorAll("#app *")].filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > clientWidth + 1 && !element.closest("svg, [data-tabster-dummy]"));
      return [...(scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide`] : []), ...out.map(({ outerHTML }) => `sticks out: ${outerHTML.slice(0, 160)}`)];
    });
    found.set(state, [...(await axeFindings(frame)), ...wide]);
  };
  return { look, found };
}

const nothingWrong = (found: ReadonlyMap<string, readonly string[]>) => new Map([...found.keys()].map((state) => [state, []]));

test.each(looks)("axe finds nothing in the pane's states, and nothing is wider than 320 px: %s", { timeout: 240_000 }, async (_, language, options) => {
  const excel = await open({ ...options, bypassCSP: true });
  const { frame } = excel;
  const words = texts[language];
  const { look, found } = looker(excel);
  const press = (name: string | RegExp) => frame.getByRole("button", { name, exact: typeof name === "string" }).first().click();
  const tab = (name: string) => frame.getByRole("tab", { name }).click();
  await checked(excel);
  await look("checked");
  await frame.getByRole("switch", { name: words.marks }).check();
  await frame.getByRole("list", { name: words.legend }).waitFor();
  await look("marks shown");
  await press(words.groupings.rule);
  await look("by rule");
  await press(words.groupings.row);
  excel.select("G12");
  await press(words.leave);
  await look("form of leaving");
  await press(words.leaveIt);
  await frame.getByText(words.needed).first().waitFor();
  await look("form of leaving with faults");
  await frame.getByLabel(words.reason).fill("昨年度から続く番号のため");
  await frame.getByLabel(words.person).fill("企画課 山田");
  await press(words.leaveIt);
  await frame.getByRole("button", { name: /G12/ }).waitFor({ state: "detached" });
  // What stands in the selected cell passes every filter.
  excel.select("A1");
  await frame.getByRole("searchbox").fill("g12");
  await frame.getByRole("button", { name: words.reopen }).waitFor();
  await look("what was left");
  await frame.getByRole("searchbox").fill("どこにもない語");
  await frame.getByText(words.nothingShown).waitFor();
  await look("nothing found");
  await press(words.showAll);
  await press(words.mendAll(4));
  await frame.getByRole("checkbox", { name: words.chooseAll }).waitFor();
  await look("choice of mends");
  await press(words.mendChosen(4));
  await frame.getByText(words.mended(4)).first().waitFor();
  await look("mended");
  await press(words.history(4));
  await look("history");
  await press(words.takeAllBack);
  await frame.getByText(words.takenBack(4)).first().waitFor();
  await press(words.back);
  await press(words.sendBack);
  await press(words.copy);
  await frame.getByText(words.copied).or(frame.getByText(words.notCopied)).waitFor();
  await look("letters");
  await press(words.back);
  excel.select("G12");
  await tab(words.views.outline);
  await frame.getByRole("region", { name: words.rowCard }).waitFor();
  await look("outline");
  await tab(words.views.numbers);
  await press(words.byIssue);
  await look("numbers");
  await press(words.summarize);
  await frame.getByRole("button", { name: words.deleteMade }).waitFor();
  await look("summary made");
  await press(words.settings);
  await look("settings");
  await press(words.learn.begin);
  await frame.getByText(words.learn.questionsHelp).waitFor();
  await look("learning");
  await press(words.learn.leave);
  await press(words.leaveSettings);
  excel.select(`${language === "en" ? "Totals" : "集計"}!A1`);
  await frame.getByRole("heading", { name: words.ownSheet }).waitFor();
  await look("own sheet");
  expect(found).toEqual(nothingWrong(found));
  expect(excel.log.pageErrors).toEqual([]);
  await excel.close();
});

test.each(looks)("nor where there is no list: %s", { timeout: 240_000 }, async (_, language, options) => {
  const words = texts[language];
  const all = new Map<string, readonly string[]>();
  const visit = async (state: string, excel: Excel, until: string) => {
    await excel.frame.getByText(until, { exact: false }).first().waitFor({ timeout: 8000 });
    const { look, found } = looker(excel);
    await look(state);
    for (const [name, faults] of found) all.set(name, faults);
    excel.log.takeViolations();
    await excel.close();
  };
  const shared = { ...options, bypassCSP: true };
  await visit("no findings", await open({ ...shared, book: bookOf(cleanRows).book }), words.clean);
  await visit("no table", await open({ ...shared, book: bookOf([["メモ"]]).book }), words.noTable);
  await visit("no Excel", await open({ ...shared, officeReachable: false }), taskTexts[language].absent["not-loaded"][0]);
  const refused = await open(shared);
  await checked(refused);
  refused.host.faults.restart();
  refused.host.faults.failRequest(1, "GeneralException", { times: 99 });
  await refused.frame.getByRole("button", { name: words.check, exact: true }).click();
  await visit("refused", refused, words.refused);
  const busy = await open({ ...shared, book: bookOf([["メモ"]]).book });
  await busy.frame.getByText(words.noTable).first().waitFor();
  // Excel answers no more.
  await busy.page.route("**/host", () => undefined);
  await busy.frame.getByRole("button", { name: words.check, exact: true }).click();
  await visit("busy", busy, words.busyHelp);
  expect(all).toEqual(nothingWrong(all));
});
