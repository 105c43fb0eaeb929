import type { Reply } from "../../core/reply/reply.ts";
import type { FindingsTable } from "../../core/summary/findings-table.ts";
import type { HostAdapter } from "../state/host-adapter.ts";

/** Has replies saved as one file, where the host can, else copied. */
export async function sendReplies(adapter: Pick<HostAdapter, "saveReplies">, replies: readonly Reply[]): Promise<"saved" | "copied" | "not-copied"> {
  if (!adapter.saveReplies) return copyReplies(replies);
  await adapter.saveReplies(replies);
  return "saved";
}

/** Copies the letters to the offices, one below the other. */
async function copyReplies(replies: readonly Reply[]): Promise<"copied" | "not-copied"> {
  const { letterToOffice } = await import("../../core/reply/reply.ts");
  const letters = replies.map((reply) => letterToOffice(reply)).map(({ subject, text }) => `${subject}\n\n${text}`);
  return (await copy(letters.join(`\n\n${"-".repeat(40)}\n\n`))) ? "copied" : "not-copied";
}

/** Copies a table, to be pasted into a sheet. @returns false where the page may not */
export async function copyTable(table: FindingsTable): Promise<boolean> {
  const { tabbed } = await import("../../core/summary/findings-table.ts");
  return copy(tabbed(table));
}

function copy(text: string): Promise<boolean> {
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
