import { describe, expect, test } from "vitest";
import { bookOf } from "../excel-host/blank-pane.ts";
import { snapshot } from "../excel-host/model/snapshot.ts";
import { button, checked, counts, following, taskPane, told } from "./open-pane.ts";
import { sampleBook } from "./sample-book.ts";

describe("the pane", () => {
  const open = taskPane();

  test("checks the sheet in front when it opens, leaves no trace, is linked with the cells, and follows the edits", async () => {
    const book = await sampleBook();
    const before = snapshot(book);
    const excel = await open(book);
    await following(excel);
    expect(await counts(excel)).toEqual([4, 4, 2, 1, 2]);
    expect([excel.log.cells, excel.log.rules, excel.log.outsideRequests, excel.log.pageErrors, excel.snapshot()]).toEqual([[], [], [], [], before]);

    excel.select("H8");
    await expect.poll(() => excel.frame.locator("[aria-current=true]").innerText()).toContain("H8");
    await excel.frame.locator("[aria-current=true]").press("F8");
    await expect.poll(() => excel.snapshot().selection).toBe("C20");

    excel.type("D6", "順調");
    await expect.poll(() => counts(excel)).toEqual([4, 3, 2, 1, 2]);
    await excel.frame.getByRole("switch", { name: /入力に合わせて/ }).uncheck();
    excel.type("D6", "じゅんちょう");
    await told(excel, /点検のあとで入力がありました/);
    expect(await counts(excel)).toEqual([4, 3, 2, 1, 2]);
    await button(excel, "点検する").click();
    await expect.poll(() => counts(excel)).toEqual([5, 3, 2, 1, 2]);
    excel.type("D6", "順調");
    await told(excel, /点検のあとで入力がありました/);
    excel.clickRibbon("check");
    await expect.poll(() => counts(excel)).toEqual([4, 3, 2, 1, 2]);
    expect(excel.completed).toHaveLength(1);
  });
});

describe("in an English Excel", () => {
  const open = taskPane({ locale: "en-US" });

  test("the pane is English with the same findings, and the ribbon sets marks, takes them away and sums up", async () => {
    const excel = await open();
    await checked(excel);
    const before = excel.snapshot();
    expect([await button(excel, "Check").count(), await counts(excel)]).toEqual([1, [4, 4, 2, 1, 2]]);
    const rules = () => excel.book.sheets[0]?.rules.length;
    excel.clickRibbon("toggleMarks");
    await expect.poll(rules).toBe(4);
    excel.clickRibbon("toggleMarks");
    await expect.poll(rules).toBe(0);
    await expect.poll(() => excel.snapshot()).toEqual(before);
    excel.clickRibbon("summarize");
    await button(excel, "Delete the sheets made").waitFor();
    expect([excel.book.sheets.length, excel.book.sheets[1]?.name]).toEqual([5, "Summary"]);
  });
});

describe("where Office.js does not load", () => {
  const open = taskPane({ officeReachable: false });

  test("E1 the pane says so within five seconds and offers the workbench", async () => {
    const { frame } = await open(bookOf().book);
    await frame.getByRole("alert").waitFor({ timeout: 6000 });
    expect(await frame.getByRole("link").first().getAttribute("href")).toContain("workbench.html");
  });
});

describe("where the pane's program does not run", () => {
  const open = taskPane();

  test.each([
    ["cannot be parsed, as in an old web view", { body: "let a = ;", contentType: "text/javascript" }],
    ["does not arrive", { status: 404, body: "" }],
  ])("and %s, the page says so in both languages with the workbench's whole address; a program that comes later takes it over", async (_name, answer) => {
    const { page, log } = await open(bookOf().book);
    await page.route("**/taskpane.js", (route) => route.fulfill(answer));
    const excel = await open();
    const alert = excel.frame.getByRole("alert");
    await alert.getByRole("heading", { name: "点検を始められません" }).waitFor();
    await alert.getByRole("heading", { name: "Tenken cannot start" }).waitFor();
    const link = alert.getByRole("link").first();
    expect([await link.getAttribute("href"), await link.getAttribute("target")]).toEqual(["workbench.html", "_blank"]);
    await alert.getByText(new URL("/workbench.html", excel.frame.url()).href).first().waitFor();
    expect(log.pageErrors.filter((error) => error.includes("Security Policy"))).toEqual([]);
    await page.unroute("**/taskpane.js");
    await excel.frame.evaluate(() => {
      const script = document.createElement("script");
      script.src = "taskpane.js";
      document.head.append(script);
    });
    await checked(excel);
    expect(await excel.frame.getByText("点検を始められません").count()).toBe(0);
  });
});
