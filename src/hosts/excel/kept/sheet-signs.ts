import { reference, signedSheet } from "../../../core/model/sheet-tags.ts";
import type { KeptSheet } from "../../../core/settings/read-sheets.ts";
import type { ExcelSession } from "../exchange/exchange.ts";

/** A worksheet as it is now. */
export interface PresentSheet {
  readonly id: string;
  readonly name: string;
}

/** What the document holds of kept sheets: its worksheets, and for each sign that is there the sheet it refers to, undefined where that is gone. */
export interface FoundSigns {
  readonly sheets: readonly PresentSheet[];
  readonly signed: ReadonlyMap<string, PresentSheet | undefined>;
}

/** Reads the worksheets and the signs of kept sheets, in one round trip. @param waits for the end of a cell edit @throws {ExcelFailure | Refusal} editing, after a long wait */
export function readSigns(session: ExcelSession, kept: readonly Pick<KeptSheet, "sign">[], waits: boolean): Promise<FoundSigns> {
  return session.exchange((context) => {
    const all = context.workbook.worksheets.load("items/id,items/name");
    const items = kept.flatMap(({ sign }) => (sign === undefined ? [] : [{ sign, item: context.workbook.names.getItemOrNullObject(sign).load("formula") }]));
    return () => {
      const sheets = all.items.map(({ id, name }) => ({ id, name }));
      const byName = new Map(sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
      const there = items.filter(({ item }) => !item.isNullObject);
      return { sheets, signed: new Map(there.map(({ sign, item }) => [sign, byName.get(signedSheet(String(item.formula).slice(1))?.toLowerCase() ?? "")])) };
    };
  }, { waits });
}

/** A sheet to sign. */
interface Unsigned extends PresentSheet {
  readonly sign: string;
}

/** Writes signs that are not there, in one round trip. @returns false where the document takes none */
export async function writeSigns(session: ExcelSession, unsigned: readonly Unsigned[]): Promise<boolean> {
  if (unsigned.length === 0) return true;
  const queue = ({ workbook }: Excel.RequestContext) => {
    for (const { sign, name } of unsigned) workbook.names.add(sign, `=${reference(name, "$A$1")}`).visible = false;
    return () => true;
  };
  // A document that takes no name keeps the rest all the same; the sheets are then found by their ids or names.
  return session.exchange(queue, { writes: true, waits: false }).catch(() => false);
}

/** Takes signs away, in one round trip where all are there. One that is gone already, or that Excel keeps, changes nothing for the user. */
export async function removeSigns(session: ExcelSession, signs: readonly string[]): Promise<void> {
  if (signs.length === 0) return;
  const remove = (some: readonly string[]) =>
    session.exchange(({ workbook }) => {
      for (const sign of some) workbook.names.getItem(sign).delete();
      return () => undefined;
    }, { writes: true, waits: false });
  await remove(signs).catch(async () => {
    for (const sign of signs) await remove([sign]).catch(() => undefined);
  });
}
