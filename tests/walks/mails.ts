import { readFileSync } from "node:fs";
import { read, utils, write, type WorkSheet } from "@e965/xlsx";
import { z } from "zod";
import { osakaWard } from "../../src/core/form/built-in.ts";
import { fixGroupsOf } from "../../src/core/fixes/fix-groups.ts";
import { inspect } from "../../src/core/inspect.ts";
import { openFile } from "../../src/hosts/file/open.ts";
import { cleanRows } from "../core/sheet.ts";

/** The contents of the mails: the sample as nine sections filled it in, each with its own faults. The last one made none. */
const faults: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  総務課: {},
  企画課: { D9: "順調 ", L9: "9" },
  市民課: { L6: "P2", G8: "１－１－３" },
  福祉課: { I10: "達成　" },
  子育て課: { D6: "順調", H8: "ひとり親家庭の相談窓口の運営", F13: "p.15" },
  健康課: { J10: "予定通り実施", J12: "予定通り実施" },
  土木課: { L8: "ｐ．7", L10: "p. 8", L11: "１２" },
  防災課: { K10: "有効であり、 継続して推進", D9: "順調\u200B" },
};
const clean = "図書館";

/** The sections whose sheets arrived, in the order of the mails. */
export const sections: readonly string[] = [...Object.keys(faults), clean];

/** All sheets in one workbook, each under the name of its section. */
export function oneWorkbook(): Uint8Array {
  return bytesOf(sections.map((name) => [name, sheetOf(name)]));
}

/** A workbook for each section, as it was sent. */
export function manyWorkbooks(): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  return sections.map((name) => ({ name: `${name}.xlsx`, bytes: bytesOf([["総括表", sheetOf(name)]]) }));
}

/** What a section sends after it corrected its own faults: those of the sample are left. */
export function sentAgain(section: string): Uint8Array {
  return bytesOf([["総括表", sheetOf(section, {})]]);
}

/** The number of findings on each sheet of a workbook, and of their safe fixes, from the core alone. */
export async function foundIn(bytes: Uint8Array): Promise<ReadonlyMap<string, { readonly findings: number; readonly safe: number }>> {
  const file = await openFile("mail.xlsx", bytes);
  const found = new Map<string, { readonly findings: number; readonly safe: number }>();
  for (const { id, name } of await file.sheets()) {
    const findings = inspect(await file.read(id), osakaWard)?.findings;
    if (findings) found.set(name, { findings: findings.length, safe: fixGroupsOf(findings).filter(({ safety }) => safety === "safe").length });
  }
  return found;
}

function sheetOf(section: string, own = faults[section] ?? {}): WorkSheet {
  if (section === clean) return utils.aoa_to_sheet(cleanRows.map((row) => [...row]));
  const book = read(readFileSync(new URL("../../assets/samples/sample.xlsx", import.meta.url)), { cellNF: true });
  const sheet = book.Sheets["総括表"];
  if (!sheet) throw new Error("the sample has no sheet");
  sheet["A1"] = { t: "s", v: `令和6年度 ${section} 運営方針 自己評価総括表` };
  for (const [address, text] of Object.entries(own)) sheet[address] = { t: "s", v: text };
  return sheet;
}

function bytesOf(sheets: readonly (readonly [name: string, sheet: WorkSheet])[]): Uint8Array {
  const book = utils.book_new();
  for (const [name, sheet] of sheets) utils.book_append_sheet(book, sheet, name);
  return new Uint8Array(z.instanceof(ArrayBuffer).parse(write(book, { type: "array", bookType: "xlsx" })));
}
