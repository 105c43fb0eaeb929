import { buffer } from "node:stream/consumers";
import { read } from "@e965/xlsx";
import { strFromU8, unzipSync } from "fflate";
import type { Locator, Page } from "playwright-core";
import { z } from "zod";

const cellShape = z.object({ t: z.string(), v: z.unknown(), z: z.unknown() });

/** Opens plain text files. */
export async function openTexts(page: Page, files: readonly { readonly name: string; readonly text: string }[]): Promise<void> {
  await openBytes(page, files.map(({ name, text }) => ({ name, bytes: Buffer.from(text) })));
}

export async function openBytes(page: Page, files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Promise<void> {
  await page.locator("input[type=file]").setInputFiles(files.map(({ name, bytes }) => ({ name, mimeType: "", buffer: Buffer.from(bytes) })));
}

/** A finding in the pane's list, by its cell. */
export function finding(page: Page, cell: string): Locator {
  return page.getByRole("list").getByRole("button").filter({ has: page.getByText(cell, { exact: true }) });
}

export async function selectedCell(page: Page): Promise<string> {
  return (await page.locator(".cell-name").textContent()) ?? "";
}

/** The numbers on the pane's filters. */
export async function counts(page: Page): Promise<Record<string, number>> {
  const texts = await page.getByRole("group", { name: "区分で絞り込む" }).getByRole("button").allTextContents();
  return Object.fromEntries(texts.map((text) => [text.replace(/\d+/, ""), Number(/\d+/.exec(text)?.[0])]));
}

/** Makes the summary sheets of all open files, from the tab where their button stands. */
export async function summarize(page: Page): Promise<void> {
  await page.getByRole("tablist", { name: "表示するもの" }).getByRole("tab", { name: "集計" }).click();
  await page.getByRole("button", { name: "総括シートを作る" }).click();
  await page.getByRole("button", { name: "作成したシートを削除" }).waitFor();
}

/** A cell of the grid, zero-based. */
export function cell(page: Page, row: number, column: number): Locator {
  return page.locator(`[data-row='${row}'] [data-column='${column}']`);
}

/** The element with the focus while the user is in the sheet. */
export function cellInput(page: Page): Locator {
  return page.locator("#cell-input");
}

/** The bytes that a button or key press downloads. */
export async function downloaded(page: Page, press: () => Promise<void>): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), bytes: await buffer(await download.createReadStream()) };
}

/** Every cell of a workbook with its type, value and number format, by sheet and address. */
export function cellsIn(bytes: Uint8Array): ReadonlyMap<string, string> {
  const { SheetNames, Sheets } = read(bytes, { cellNF: true, cellHTML: false });
  const addresses = SheetNames.flatMap((name) => Object.keys(Sheets[name] ?? {}).filter((at) => !at.startsWith("!")).map((at) => [name, at] as const));
  return new Map(addresses.map(([name, at]) => [`${name}!${at}`, say(Sheets[name]?.[at])]));
}

function say(cell: unknown): string {
  const { t, v, z: format } = cellShape.parse(cell);
  return `${t} ${String(v)} ${String(format)}`;
}

/** The parts that differ between two packages. */
export function changedParts(one: Uint8Array, other: Uint8Array): readonly string[] {
  const [ours, theirs] = [unzipSync(one), unzipSync(other)];
  const names = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
  return [...names].filter((name) => strFromU8(ours[name] ?? new Uint8Array(), true) !== strFromU8(theirs[name] ?? new Uint8Array(), true));
}
