import { describe, expect, test } from "vitest";
import { osakaWard } from "../../src/core/form/built-in.ts";
import { settingsName } from "../../src/core/settings/kept-name.ts";
import { writeSettings } from "../../src/core/settings/keep.ts";
import { noSettings } from "../../src/core/settings/settings.ts";
import { summaryTexts } from "../../src/core/summary/texts.ts";
import type { Language } from "../../src/core/wording/language.ts";
import { summaryWords } from "../../src/pane/summary/summary-words.ts";
import { paneTexts } from "../pane/pane-texts.ts";
import { taskTexts } from "../../src/taskpane/page/texts.ts";
import { openFile } from "../../src/hosts/file/open.ts";
import { bookFromFile } from "../excel-host/model/from-file.ts";
import { gradedRows, workbookOf } from "../samples/form-sheets.ts";
import { bookOf } from "../excel-host/blank-pane.ts";
import type { Book } from "../excel-host/model/book.ts";
import type { Excel } from "../excel-host/route-a/excel.ts";
import { cleanRows } from "../core/sheet.ts";
import { checked, taskPane } from "../taskpane/open-pane.ts";
import { axeFindings } from "../workbench/axe.ts";

const shared = { viewport: { width: 320, height: 800 }, bypassCSP: true, reducedMotion: "reduce" } as const;
/** Looks that only differ from the first in colours. */
const colours = [
  ["dark", { colorScheme: "dark", forcedColors: "none" }],
  ["forced colours", { colorScheme: "light", forcedColors: "active" }],
] as const;

type Look = (excel: Excel, state: string) => Promise<void>;

/**
 * Examines the pane in one state after another: axe's findings once for each state, the contrasts in every look, and
 * anything wider than the pane.
 */
function looker(language: Language): { readonly look: Look; readonly found: Map<string, readonly string[]> } {
  const found = new Map<string, readonly string[]>();
  const look: Look = async ({ page, frame }, state) => {
    const wide = await frame.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      const out = [...document.querySelectorAll("#app *")].filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > clientWidth + 1 && !element.closest("svg"));
      return [...(scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide`] : []), ...out.map(({ outerHTML }) => `sticks out: ${outerHTML.slice(0, 160)}`)];
    });
    found.set(state, wide);
    // axe examines the same in both languages.
    if (language !== "ja") return;
    const wrong = await axeFindings(frame);
    for (const [name, media] of colours) {
      await page.emulateMedia(media);
      wrong.push(...(await axeFindings(frame, "colours")).map((fault) => `${name}: ${fault}`));
    }
    await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
    found.set(state, [...wrong, ...wide]);
  };
  return { look, found };
}

/** Takes the pane through its states with a list. */
async function walk(excel: Excel, language: Language, see: Look): Promise<void> {
  const { frame } = excel;
  const words = paneTexts[language];
  const look = (state: string) => see(excel, state);
  const press = (name: string | RegExp) => frame.getByRole("button", { name, exact: typeof name === "string" }).first().click();
  const more = async () => {
    const opener = frame.getByRole("button", { name: words.more });
    if ((await opener.getAttribute("aria-expanded")) === "false") await opener.click();
  };
  const tab = (name: string) => frame.getByRole("tab", { name }).click();
  await checked(excel);
  await look("checked");
  await more();
  await look("what is needed now and then");
  await frame.getByRole("switch", { name: words.marks }).check();
  await frame.getByRole("list", { name: words.legend }).waitFor();
  await look("marks shown");
  await press(words.groupings.rule);
  await look("by rule");
  await frame.getByRole("list", { name: words.list }).getByRole("button", { expanded: true }).first().click();
  await look("a rule folded");
  await press(words.groupings.severity);
  await tab(words.views.review);
  await frame.getByRole("list", { name: words.reviewList }).getByRole("button").first().click();
  await look("rows to review");
  await tab(words.views.findings);
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
  // The contents of the selected cell pass every filter.
  excel.select("A1");
  await frame.getByRole("searchbox").fill("g12");
  expect(await frame.getByRole("search").getByRole("button").evaluateAll((all) => all.map((each) => each.ariaLabel))).toEqual([words.emptySearch]);
  await frame.getByRole("list", { name: words.list }).getByRole("button", { name: /G12/ }).click();
  await frame.getByRole("button", { name: words.reopen }).waitFor();
  await look("what was left");
  excel.select("A1");
  await frame.getByRole("searchbox").fill("どこにもない語");
  await frame.getByText(words.nothingShown).waitFor();
  await look("nothing found");
  await press(words.showAll);
  await press(words.chooseFixes);
  await frame.getByRole("checkbox", { name: words.chooseAll }).waitFor();
  await look("choice of fixes");
  await press(words.fixChosen(4));
  await frame.getByText(words.fixed(4)).first().waitFor();
  await look("mended");
  await more();
  await press(words.history(4));
  await look("history");
  await press(words.takeAllBack);
  await frame.getByText(words.undone(4)).first().waitFor();
  await press(words.back);
  await more();
  await press(words.reply);
  await press(words.copy);
  await frame.getByText(words.copied).or(frame.getByText(words.notCopied)).waitFor();
  await look("letters");
  await press(words.back);
  excel.select("G12");
  await tab(words.views.outline);
  await frame.getByRole("region", { name: words.rowCard }).waitFor();
  await look("outline");
  const required = frame.getByRole("group", { name: words.filter }).getByRole("button", { name: words.kinds.required });
  await required.click();
  await frame.getByRole("treeitem").nth(2).waitFor({ state: "detached" });
  await look("outline filtered");
  await required.click();
  await tab(words.views.numbers);
  await press(words.byGroup(osakaWard.levels[0]?.name[language] ?? ""));
  await look("numbers");
  await press(words.summarize);
  await frame.getByRole("button", { name: summaryWords[language].takeAway }).waitFor();
  await look("summary made");
  await press(words.settings);
  await look("settings");
  await press(words.parts.begin);
  await frame.getByText(words.parts.scalesHelp).waitFor();
  await look("form");
  await press(words.parts.leave);
  await press(words.leaveSettings);
  excel.select(`${summaryTexts[language].sheets.digest}!A1`);
  await frame.getByRole("heading", { name: words.ownSheet }).waitFor();
  await look("own sheet");
}

/** Takes the pane through its states without a list. */
async function walkWithoutList(open: (book?: Book) => Promise<Excel>, language: Language, look: Look): Promise<void> {
  const words = paneTexts[language];
  const visit = async (state: string, excel: Excel, until: string) => {
    await excel.frame.getByText(until, { exact: false }).first().waitFor({ timeout: 8000 });
    await look(excel, state);
  };
  await visit("no findings", await open(bookOf(cleanRows).book), words.clean);
  const other = await openFile("plan.xlsx", workbookOf("進行管理表", gradedRows, { C5: "検討" }));
  await visit("questions", await open(await bookFromFile(other)), words.ask.open(2));
  const ours = await bookFromFile(other);
  ours.settings.set(settingsName, JSON.stringify(writeSettings({ ...noSettings, form: { ...osakaWard, id: "ours" } })));
  await visit("another form", await open(ours), words.misfit.title);
  await visit("no table", await open(bookOf([["メモ"]]).book), words.noTable);
  const refused = await open();
  await checked(refused);
  refused.host.faults.restart();
  refused.host.faults.failRequest(1, "GeneralException", { times: 99 });
  await refused.frame.getByRole("button", { name: words.check, exact: true }).click();
  await visit("refused", refused, words.refused);
  const busy = await open(bookOf([["メモ"]]).book);
  await busy.frame.getByText(words.noTable).first().waitFor();
  // Excel no longer answers.
  await busy.page.route("**/host", () => undefined);
  await busy.frame.getByRole("button", { name: words.check, exact: true }).click();
  await visit("busy", busy, words.busyHelp);
}

describe.each([
  ["ja", "axe finds nothing in the pane's states, the contrasts are enough in every look, and nothing is wider than 320 px"],
  ["en", "nor is anything wider in English"],
] as const)("%s", (language, name) => {
  const locale = language === "ja" ? "ja-JP" : "en-US";
  const open = taskPane({ ...shared, locale });
  const openWithoutOffice = taskPane({ ...shared, locale, officeReachable: false });

  test(name, { timeout: 120_000 }, async () => {
    const { look, found } = looker(language);
    const excel = await open();
    await walk(excel, language, look);
    expect(excel.log.pageErrors).toEqual([]);
    await walkWithoutList(open, language, look);
    const absent = await openWithoutOffice();
    await absent.frame.getByText(taskTexts[language].absent["not-loaded"][0]).first().waitFor({ timeout: 8000 });
    await look(absent, "no Excel");
    expect([found.size, found]).toEqual([28, new Map([...found.keys()].map((state) => [state, []]))]);
  });
});
