import { sheetSign, signedSheet } from "../../../core/model/sheet-tags.ts";
import type { KeptSheet } from "../../../core/settings/read-sheets.ts";
import { reference } from "../../../core/model/sheet-tags.ts";
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

/** Signs a sheet. @returns the sign; undefined where another sheet has it or the document takes none */
export async function signSheet(session: ExcelSession, key: string, sheet: PresentSheet): Promise<string | undefined> {
  const sign = sheetSign(key);
  try {
    const { signed } = await readSigns(session, [{ sign }], false);
    if (signed.has(sign)) return signed.get(sign)?.id === sheet.id ? sign : undefined;
    await session.exchange(({ workbook }) => {
      workbook.names.add(sign, `=${reference(sheet.name, "$A$1")}`).visible = false;
      return () => undefined;
    }, { writes: true, waits: false });
    return sign;
  } catch {
    // A document that takes no name keeps the rest all the same; the sheet is then found by its id or name.
    return undefined;
  }
}

/** Takes signs away. One that is gone already, or that Excel keeps, changes nothing for the user. */
export async function removeSigns(session: ExcelSession, signs: readonly string[]): Promise<void> {
  for (const sign of signs) {
    await session
      .exchange(({ workbook }) => {
        workbook.names.getItem(sign).delete();
        return () => undefined;
      }, { writes: true, waits: false })
      .catch(() => undefined);
  }
}
