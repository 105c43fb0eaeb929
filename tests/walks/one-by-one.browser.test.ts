import { expect, test } from "vitest";
import { checked, taskPane } from "../taskpane/open-pane.ts";
import { Keys } from "./keys.ts";
import { button, list, more } from "./pane-part.ts";

const open = taskPane({ viewport: { width: 320, height: 480 } });

test("findings one at a time by single keys: gone to, fixed, filled in, left as they are, and back to the list", async () => {
  const excel = await open();
  const { frame, page, book } = excel;
  await checked(excel);
  await more(frame);
  const mode = frame.getByRole("group", { name: "1件ずつ見る" });
  await button(frame, "1件ずつ見る").focus();
  const keys = new Keys(page, frame);
  await keys.press("Enter");
  const current = () => mode.locator(":focus").innerText();
  const place = async () => (await mode.innerText()).split("\n")[0];
  const placeAfter = async (key: string, said: string | RegExp) => {
    await keys.press(key);
    await expect.poll(place).toMatch(said);
  };
  const goTo = async (wanted: string) => {
    for (let tries = 0; tries < 10 && !(await current()).includes(wanted); tries++) {
      const before = await current();
      await keys.press("ArrowRight");
      await expect.poll(current).not.toBe(before);
    }
  };
  await expect.poll(place).toBe("10件中1件目");
  await expect.poll(current).toContain("誤り");
  await placeAfter("ArrowLeft", "10件中10件目");
  await placeAfter("ArrowRight", "10件中1件目");
  await goTo("J15");
  await keys.press("t");
  expect(await current()).toBe("予定どおり実施");
  await placeAfter("Enter", /^9件中/);
  await expect.poll(current).toMatch(/誤り|注意|確認/);
  const { sheet, area } = book.at("J15");
  expect(sheet.cell(area.row, area.column).value).toBe("予定どおり実施");
  // S asks for the reason, where an s is a letter; Escape there goes back to the finding alone.
  await keys.press("s");
  await frame.getByLabel("理由").fill("");
  await keys.press("s");
  expect(await frame.getByLabel("理由").inputValue()).toBe("s");
  await keys.press("Escape");
  expect([await mode.count(), await current()]).toEqual([1, "そのままにする…"]);
  await keys.press("ArrowRight");
  await goTo("日付");
  await placeAfter("Enter", /^8件中/);
  await expect.poll(current).toMatch(/誤り|注意|確認/);
  await keys.press("Escape");
  expect(await mode.count()).toBe(0);
  await list(frame).waitFor();
});
