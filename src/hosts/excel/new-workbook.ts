import { refusing } from "./exchange/errors.ts";

/** Opens a workbook from the bytes of an .xlsx file in a new window of Excel (ExcelApi 1.8). @throws {Refusal} interrupted, too-large, unsupported */
export async function openNewWorkbook(bytes: Uint8Array): Promise<void> {
  await refusing(() => Excel.createWorkbook(base64(bytes)));
}

/** In pieces, since a call takes only some ten thousand arguments. */
function base64(bytes: Uint8Array): string {
  const piece = 0x2000;
  let text = "";
  for (let start = 0; start < bytes.length; start += piece) text += String.fromCharCode(...bytes.subarray(start, start + piece));
  return btoa(text);
}
