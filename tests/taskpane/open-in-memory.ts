import type { Finding } from "../../src/core/model/finding.ts";
import type { Journal } from "../../src/core/fixes/journal.ts";
import type { FixGroup } from "../../src/core/fixes/fix-groups.ts";
import { a1 } from "../../src/core/model/address.ts";
import { wordLeft } from "../../src/core/fixes/say-left.ts";
import { sayRefusal } from "../../src/core/wording/refused-acts.ts";
import { activeCheck } from "../../src/pane/state/checks.ts";
import type { ActiveSheet, SheetCheck } from "../../src/pane/state/host-adapter.ts";
import { countKinds } from "../../src/core/model/counts.ts";
import { describeNews } from "../../src/pane/texts/say-news.ts";
import { openTaskPane } from "../../src/taskpane/state/open-task-pane.ts";
import type { TaskPane } from "../../src/taskpane/state/task-pane.ts";
import type { Book } from "../excel-host/model/book.ts";
import { MemoryWorkbook } from "../hosts/memory/memory-workbook.ts";

/** A pane without a page, over a workbook in memory. */
export interface OpenedPane {
  readonly taskPane: TaskPane;
  readonly workbook: MemoryWorkbook;
}

/** Opens the pane, which checks the active sheet. A second call with the same book reopens the pane. */
export async function openInMemory(book: Book): Promise<OpenedPane> {
  const workbook = new MemoryWorkbook(book);
  const taskPane = openTaskPane(workbook, workbook.active, "ja");
  await taskPane.start();
  return { taskPane, workbook };
}

/** The check of the active sheet. */
export function checked({ session }: TaskPane): SheetCheck {
  const check = activeCheck(session.get());
  if (!check) throw new Error("nothing is checked");
  return check;
}

/** Numbers of errors, warnings, notes, required and attention marks on the active sheet. */
export function counts({ session }: TaskPane): readonly number[] {
  const check = activeCheck(session.get());
  return check ? Object.values(countKinds(check.inspection)) : [];
}

/** The open findings of the active sheet. */
export function findings({ session }: TaskPane): readonly Finding[] {
  return activeCheck(session.get())?.inspection.findings ?? [];
}

/** The finding at a cell of the active sheet. */
export function findingAt(taskPane: TaskPane, cell: string): Finding {
  const finding = findings(taskPane).find(({ at }) => a1(at) === cell);
  if (!finding) throw new Error(`nothing is found in ${cell}`);
  return finding;
}

/** The possible fixes on the active sheet. */
export function fixGroups(taskPane: TaskPane, safety: FixGroup["safety"] = "safe"): readonly FixGroup[] {
  return taskPane.session.fixer.fixGroups(findings(taskPane)).filter((fixGroup) => fixGroup.safety === safety);
}

/** Applies fixes on the active sheet, all safe ones by default. */
export function fixGroup(taskPane: TaskPane, wished = fixGroups(taskPane)): Promise<void> {
  return taskPane.session.fixer.fix(active(taskPane), wished);
}

/** The fixes kept in the document. */
export function journal({ session }: TaskPane): Journal {
  return session.fixer.get().journal;
}

/** Undoes fixes of the active sheet, all by default. */
export function undoFixes(taskPane: TaskPane, entries = journal(taskPane)): Promise<void> {
  return taskPane.session.fixer.undoFixes(active(taskPane).id, entries);
}

/** Finishes interrupted fixes of the active sheet. */
export function finish(taskPane: TaskPane, entries: Journal): Promise<void> {
  return taskPane.session.fixer.finish(active(taskPane).id, entries);
}

function active({ session }: TaskPane): ActiveSheet {
  const { sheet } = session.get();
  if (!sheet) throw new Error("no sheet is in front");
  return sheet;
}

/** The cell of the current entry. */
export function current({ session }: TaskPane): string | undefined {
  const entry = session.get().current;
  return entry && a1(entry.at);
}

/** The last message of the pane, in Japanese. */
export function said({ session }: TaskPane): string {
  const { news } = session.get();
  return news ? describeNews(news, session.form, "ja", { sayRefusal, wordLeft }) : "";
}

/** Why the host adapter refused the last request. */
export function refused(taskPane: TaskPane): string | undefined {
  const refusal = taskPane.store.get().refusals.at(-1);
  return refusal && sayRefusal(refusal.act, refusal.refusal, "ja").said;
}

/** Presses もう一度試す in the last notice. */
export async function tryAgain({ store }: TaskPane): Promise<void> {
  const refusal = store.get().refusals.at(-1);
  if (refusal) await store.tryAgain(refusal);
}
