import { expect, test } from "vitest";
import { cardWorkbook, manyCards } from "../samples/card-books.ts";
import { openWorkbenchPage } from "./browser.ts";

test("200 cards: of the 40 findings the list draws those in view, and a search leaves one", async () => {
  const { page } = await openWorkbenchPage();
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  await page.locator("input[type=file]").setInputFiles({ name: "個票.xlsx", mimeType, buffer: Buffer.from(cardWorkbook(manyCards(200))) });
  const items = page.getByRole("list", { name: "指摘の一覧" }).getByRole("listitem");
  await items.filter({ hasText: "No5" }).first().waitFor();
  const drawn = await items.count();
  expect([drawn > 5, drawn < 30]).toEqual([true, true]);
  await page.getByRole("button", { name: "検索・並べ方・その他" }).click();
  await page.getByRole("searchbox").first().fill("No153");
  await expect.poll(() => items.count()).toBe(1);
});
