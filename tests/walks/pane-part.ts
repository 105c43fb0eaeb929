import type { Frame, Locator } from "playwright-core";

/** A part of the pane by its Japanese name. The pane is the same in Excel and in the workbench. */
export function button(frame: Frame, name: string | RegExp): Locator {
  return frame.getByRole("button", { name, exact: typeof name === "string" });
}

/** The list of findings. */
export function list(frame: Frame): Locator {
  return frame.getByRole("list", { name: "指摘の一覧" });
}

/** Shows one of the four views. */
export async function view(frame: Frame, name: "指摘" | "見直し" | "構成" | "集計"): Promise<void> {
  await frame.getByRole("tab", { name, exact: true }).click();
}

/** Writes all safe fixes of the active sheet. */
export async function fixAll(frame: Frame, count: number): Promise<void> {
  await button(frame, `安全な修正 ${count}件`).click();
  await frame.getByText(`${count}件を修正しました。`).first().waitFor();
}

/** Unfolds what is needed now and then: search, order, marks, reply, history. */
export async function more(frame: Frame): Promise<void> {
  const opener = button(frame, "検索・並べ方・その他");
  if ((await opener.getAttribute("aria-expanded")) === "false") await opener.click();
}

/** Leaves the finding of a cell as it is; it is looked for first. */
export async function leave(frame: Frame, cell: string, reason: string, person: string): Promise<void> {
  await more(frame);
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
  await more(frame);
  await button(frame, "差戻し文を作る").click();
  const field = frame.getByRole("group", { name: "差戻し文" }).getByRole("textbox").first();
  await field.waitFor();
  await button(frame, "コピー").first().click();
  const said = await frame.getByText(/コピーしました。|コピーできませんでした。/).innerText();
  const text = await field.inputValue();
  await button(frame, "一覧に戻る").click();
  return { text, said };
}

/** How many lines of the list are seen whole, and the heights of those that are, in CSS pixels. */
export function linesSeen(frame: Frame): Promise<readonly number[]> {
  return list(frame).evaluate((element) => {
    const bottom = element.parentElement?.getBoundingClientRect().bottom ?? 0;
    const boxes = [...element.querySelectorAll("[role=listitem]")].map((item) => item.getBoundingClientRect());
    return boxes.filter((box) => box.top >= 0 && box.bottom <= Math.min(bottom, innerHeight) + 0.5).map(({ height }) => height);
  });
}

/** The whole job on the sample: all safe fixes, the marks, the summary sheets, the reply. @returns the number of clicks */
export async function wholeJob(frame: Frame): Promise<number> {
  let clicks = 0;
  const click = async (control: Locator) => {
    await control.click();
    clicks++;
  };
  await click(button(frame, "安全な修正 5件"));
  await frame.getByText("5件を修正しました。").first().waitFor();
  await button(frame, "次の指摘へ").waitFor();
  await click(button(frame, "検索・並べ方・その他"));
  await click(frame.getByRole("switch", { name: "要見直しをシートに表示" }));
  await frame.getByRole("list", { name: "シートでの色" }).waitFor();
  await click(frame.getByRole("tab", { name: "集計", exact: true }));
  await click(button(frame, "総括シートを作る"));
  await frame.getByText(/を作りました/).first().waitFor();
  // What is needed now and then is still unfolded.
  await click(button(frame, "差戻し文を作る"));
  await click(button(frame, "コピー"));
  return clicks;
}
