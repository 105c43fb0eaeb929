import type { Finding } from "../../src/core/model/finding.ts";
import type { Journal } from "../../src/core/fixes/journal.ts";
import type { Mend } from "../../src/core/fixes/mends.ts";
import { a1 } from "../../src/core/model/address.ts";
import { wordRefusal } from "../../src/core/wording/refusals.ts";
import { frontCheck } from "../../src/pane/state/checks.ts";
import type { FrontSheet, SheetCheck } from "../../src/pane/state/host-adapter.ts";
import { countKinds } from "../../src/pane/state/kinds.ts";
import { sayNews } from "../../src/pane/texts/say-news.ts";
import { ExcelDesk } from "../../src/taskpane/state/excel-adapter.ts";
import type { Book } from "../excel-host/model/book.ts";
import { MemoryWorkbook } from "../hosts/memory/memory-workbook.ts";

/** A pane without its page, over a workbook in memory. */
export interface OpenDesk {
  readonly desk: ExcelDesk;
  readonly workbook: MemoryWorkbook;
}

/** Opens the pane, which checks the sheet in front. Another one over the same book is the pane opened anew. */
export async function openDesk(book: Book): Promise<OpenDesk> {
  const workbook = new MemoryWorkbook(book);
  const desk = new ExcelDesk(workbook, workbook.front);
  await desk.start();
  return { desk, workbook };
}

/** The check of the sheet in front. */
export function checked({ session }: ExcelDesk): SheetCheck {
  const check = frontCheck(session.get());
  if (!check) throw new Error("nothing is checked");
  return check;
}

/** How many errors, warnings, notes, required and attention marks the sheet in front has. */
export function counts({ session }: ExcelDesk): readonly number[] {
  const check = frontCheck(session.get());
  return check ? Object.values(countKinds(check)) : [];
}

/** What is open on the sheet in front. */
export function findings({ session }: ExcelDesk): readonly Finding[] {
  return frontCheck(session.get())?.inspection.findings ?? [];
}

/** The finding of a cell of the sheet in front. */
export function findingAt(desk: ExcelDesk, cell: string): Finding {
  const finding = findings(desk).find(({ at }) => a1(at) === cell);
  if (!finding) throw new Error(`nothing is found in ${cell}`);
  return finding;
}

/** How the findings of the sheet in front can be mended. */
export function mends(desk: ExcelDesk, safety: Mend["safety"] = "safe"): readonly Mend[] {
  return desk.session.mender.mends(findings(desk)).filter((mend) => mend.safety === safety);
}

/** Mends the sheet in front; all safe ones where none are named. */
export function mend(desk: ExcelDesk, wished = mends(desk)): Promise<void> {
  return desk.session.mender.mend(front(desk), wished);
}

/** What the document keeps of mends. */
export function journal({ session }: ExcelDesk): Journal {
  return session.mender.get().journal;
}

/** Takes mends of the sheet in front back; all of them where none are named. */
export function takeBack(desk: ExcelDesk, entries = journal(desk)): Promise<void> {
  return desk.session.mender.takeBack(front(desk).id, entries);
}

/** Finishes mends of the sheet in front that were broken off. */
export function finish(desk: ExcelDesk, entries: Journal): Promise<void> {
  return desk.session.mender.finish(front(desk).id, entries);
}

function front({ session }: ExcelDesk): FrontSheet {
  const { sheet } = session.get();
  if (!sheet) throw new Error("no sheet is in front");
  return sheet;
}

/** The cell of the entry that the user is at. */
export function current({ session }: ExcelDesk): string | undefined {
  const entry = session.get().current;
  return entry && a1(entry.at);
}

/** What the pane has said last, in Japanese. */
export function said({ session }: ExcelDesk): string {
  const { news } = session.get();
  return news ? sayNews(news, session.form, "ja") : "";
}

/** Why the desk did not do what was asked for last. */
export function refused(desk: ExcelDesk): string | undefined {
  const { refusal } = desk.get();
  return refusal && wordRefusal(refusal.code, refusal.detail, "ja");
}
