import type { Frame, Locator } from "playwright-core";

/** A part of the pane by its Japanese name. The pane is the same in Excel and in the workbench. */
export function button(frame: Frame, name: string | RegExp): Locator {
  return frame.getByRole("button", { name, exact: typeof name === "string" });
}

/** The list of findings and rows to review. */
export function list(frame: Frame): Locator {
  return frame.getByRole("list", { name: "指摘と見直しの一覧" });
}

/** Shows one of the three views. */
export async function view(frame: Frame, name: "指摘" | "構成" | "集計"): Promise<void> {
  await frame.getByRole("tab", { name, exact: true }).click();
}

/** Writes all safe fixes of the active sheet. */
export async function fixAll(frame: Frame, count: number): Promise<void> {
  await button(frame, new RegExp(`^安全な修正をすべて.*${count}件`)).click();
  await button(frame, `選んだ${count}件を修正`).click();
  await frame.getByText(`${count}件を修正しました。`).first().waitFor();
}

/** Searches for the finding of a cell and accepts it. */
export async function leave(frame: Frame, cell: string, reason: string, person: string): Promise<void> {
  await frame.getByRole("searchbox").fill(cell);
  await list(frame).getByRole("button", { name: new RegExp(` ${cell} `) }).click();
  await button(frame, "そのままにする…").click();
  await frame.getByLabel("理由").fill(reason);
  await frame.getByLabel("氏名").fill(person);
  await button(frame, "そのままにする").click();
  await frame.getByRole("searchbox").fill("");
}

/** The letter to the sender: its text, and the pane's message after copying it. */
export async function letter(frame: Frame): Promise<{ readonly text: string; readonly said: string }> {
  await button(frame, "差戻し文を作る").click();
  const field = frame.getByRole("group", { name: "差戻し文" }).getByRole("textbox").first();
  await field.waitFor();
  await button(frame, "コピー").first().click();
  const said = await frame.getByText(/コピーしました。|コピーできませんでした。/).innerText();
  const text = await field.inputValue();
  await button(frame, "一覧に戻る").click();
  return { text, said };
}
