import type { ReplyPacket } from "../../core/reply/packets.ts";
import { mailDraft } from "./mail-draft.ts";
import { newWorkbook, type EditOptions } from "./open-editable.ts";
import { deflateInBrowser } from "./zip/deflate.ts";
import { writeZip } from "./zip/zip-writer.ts";

/** A zip file of letters: for each packet the letter as text and as a mail to be opened, and its list as a workbook. @throws {Refusal} too-long */
export async function replyZip(packets: readonly ReplyPacket[], options: Pick<EditOptions, "inflate" | "deflate"> = {}): Promise<Uint8Array> {
  const files: { readonly name: string; readonly content: readonly Uint8Array[] }[] = [];
  for (const { folder, letterFile, listFile, subject, text, list } of packets) {
    const book = newWorkbook(options);
    await book.apply([{ kind: "write-sheet", plan: list, replaces: undefined, after: undefined }]);
    const bytes = await book.save();
    const attachment = { name: `${listFile}.xlsx`, bytes };
    const put = (name: string, content: Uint8Array) => files.push({ name: `${folder}/${name}`, content: [content] });
    // Older programs of Windows take a text without the mark for one in Shift_JIS.
    put(`${letterFile}.txt`, new TextEncoder().encode(`\ufeff${text.replaceAll("\n", "\r\n")}\r\n`));
    put(`${letterFile}.eml`, new TextEncoder().encode(mailDraft({ subject, text, attachment })));
    put(attachment.name, bytes);
  }
  return writeZip({ source: new Uint8Array(), kept: [], added: files }, options.deflate ?? deflateInBrowser);
}
