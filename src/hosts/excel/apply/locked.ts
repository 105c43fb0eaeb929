import type { Watch } from "../../../core/model/ports.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import type { ExcelSession } from "../exchange/exchange.ts";

/**
 * Nothing is ever unprotected for the user.
 * @param marked sheets that only get marks: looks, which a protected sheet may allow
 * @throws {Refusal} read-only; protected, naming the sheet
 */
export async function refuseLocked(session: ExcelSession, written: ReadonlySet<string>, marked: ReadonlySet<string>, watch: Watch | undefined): Promise<void> {
  if (written.size + marked.size === 0) return;
  const { isReadOnly, locked } = await session.exchange(
    (context) => {
      const workbook = context.workbook.load("readOnly");
      const all = [...new Set([...written, ...marked])].map((id) => ({ id, sheet: context.workbook.worksheets.getItem(id).load("name,protection/protected,protection/options") }));
      const isLocked = (id: string, { protected: isOn, options }: Excel.WorksheetProtection) => isOn && (written.has(id) || options.allowFormatCells !== true);
      return () => ({ isReadOnly: workbook.readOnly, locked: all.find(({ id, sheet }) => isLocked(id, sheet.protection))?.sheet.name });
    },
    { watch },
  );
  if (isReadOnly) throw new Refusal("read-only");
  if (locked !== undefined) throw new Refusal("protected", locked);
}
