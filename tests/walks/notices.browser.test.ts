import { expect, test } from "vitest";
import { stays } from "../../src/pane/state/stay.ts";
import { faultyBook } from "../taskpane/faulty-book.ts";
import { checked, taskPane } from "../taskpane/open-pane.ts";
import { button, more } from "./pane-part.ts";

const open = taskPane({ viewport: { width: 320, height: 480 } });

test("the news of a fix goes by itself, but neither from under the pointer nor with the focus; the way back is in the history", async () => {
  const excel = await open(faultyBook());
  const { frame, page } = excel;
  await checked(excel);
  await page.clock.install();
  const undo = button(frame, "元に戻す");
  const isThere = async () => {
    await page.clock.fastForward(stays);
    return (await undo.count()) === 1;
  };
  await button(frame, "安全な修正 14件").click();
  await undo.waitFor();
  expect(await frame.getByRole("status").filter({ hasText: "14件を修正しました。" }).count()).toBe(1);
  await undo.hover();
  expect(await isThere()).toBe(true);
  await page.mouse.move(160, 470);
  await undo.focus();
  expect(await isThere()).toBe(true);
  await button(frame, "設定").focus();
  await expect.poll(isThere).toBe(false);
  await more(frame);
  await button(frame, "修正の履歴（14件）").click();
  await button(frame, "すべて元に戻す").click();
  await frame.getByText("14件を元に戻しました。").first().waitFor();
});
