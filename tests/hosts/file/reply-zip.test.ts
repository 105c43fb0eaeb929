import { inflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { ReplyPacket } from "../../../src/core/reply/packets.ts";
import { mailDraft } from "../../../src/hosts/file/mail-draft.ts";
import { openFile } from "../../../src/hosts/file/open.ts";
import { replyZip } from "../../../src/hosts/file/reply-zip.ts";
import { plan } from "./write/open.ts";

const long = "評価シートの確認について（依頼）𠮷野区".repeat(5);

/** A mail's head and parts: headers unfolded, bodies decoded. */
function readMail(mail: string) {
  const [head = "", ...parts] = mail.split(/\r\n--=_tenken(?:--)?\r\n/);
  const headers = (text: string) => text.replaceAll(/\r\n (?==\?)/g, "").replaceAll("\r\n ", " ").split("\r\n");
  const read = (part: string) => {
    const [own = "", body = ""] = part.split("\r\n\r\n");
    return { headers: headers(own), body: Buffer.from(body, "base64") };
  };
  return { headers: headers(head.trimEnd()), parts: parts.filter((part) => part !== "").map(read) };
}

const decoded = (header: string | undefined) => header?.replaceAll(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, word: string) => Buffer.from(word, "base64").toString());

describe("mailDraft", () => {
  const bytes = Uint8Array.from({ length: 20_000 }, (_, index) => index % 251);
  const mail = mailDraft({ subject: long, text: `一行目\n--=_tenken--\n${"長い行".repeat(400)}`, attachment: { name: "指摘(1).xlsx", bytes } });

  it("holds subject, text and workbook, without an address", () => {
    const { headers, parts } = readMail(mail);
    expect(headers.map(decoded)).toEqual(["X-Unsent: 1", "To:", `Subject: ${long}`, "MIME-Version: 1.0", 'Content-Type: multipart/mixed; boundary="=_tenken"']);
    expect(parts.map((part) => part.headers.at(-1))).toEqual([
      "Content-Transfer-Encoding: base64",
      `Content-Disposition: attachment; filename*=UTF-8''%E6%8C%87%E6%91%98%281%29.xlsx`,
    ]);
    expect(parts[0]?.body.toString()).toBe(`一行目\r\n--=_tenken--\r\n${"長い行".repeat(400)}`);
    expect(new Uint8Array(parts[1]?.body ?? [])).toEqual(bytes);
  });

  it("is ASCII, in lines of 78 letters at most, with encoded words on lines of 76 that split no letter", () => {
    expect(mail).toMatch(/^[\t\r\n -~]*$/);
    expect(Math.max(...mail.split("\r\n").map((line) => line.length))).toBeLessThanOrEqual(78);
    const words = mail.split("\r\n").filter((line) => line.endsWith("?="));
    expect(words.length).toBeGreaterThan(3);
    expect(words.every((line) => line.length <= 76 && !decoded(line)?.includes("\ufffd"))).toBe(true);
  });
});

/** The files of a zip by the names in its directory, all marked as UTF-8. */
function unzipped(zip: Uint8Array): ReadonlyMap<string, Buffer> {
  const bytes = Buffer.from(zip);
  const files = new Map<string, Buffer>();
  for (let at = bytes.readUInt32LE(bytes.length - 6); bytes.readUInt32LE(at) === 0x0201_4b50; at += 46 + bytes.readUInt16LE(at + 28)) {
    // Names in UTF-8, by Unix: of others, unzip makes another name. Its permissions let the owner write.
    expect([bytes.readUInt16LE(at + 8), bytes[at + 5], bytes.readUInt16LE(at + 40)]).toEqual([0x800, 3, 0o100_644]);
    const data = bytes.readUInt32LE(at + 42) + 30 + bytes.readUInt16LE(at + 28);
    files.set(bytes.toString("utf8", at + 46, at + 46 + bytes.readUInt16LE(at + 28)), inflateRawSync(bytes.subarray(data, data + bytes.readUInt32LE(at + 20))));
  }
  return files;
}

describe("replyZip", () => {
  it("has the letter as text and as a draft, and the list as a workbook, in each packet's folder", async () => {
    const packet = (folder: string): ReplyPacket => ({ folder, letterFile: "差戻し文", listFile: "指摘一覧", subject: "依頼", text: "一\n二", list: plan() });
    const files = unzipped(await replyZip([packet("旭区"), packet("旭区/担当別/総務課")]));
    const inside = ["差戻し文.txt", "差戻し文.eml", "指摘一覧.xlsx"];
    expect([...files.keys()]).toEqual([...inside.map((name) => `旭区/${name}`), ...inside.map((name) => `旭区/担当別/総務課/${name}`)]);
    expect(files.get("旭区/差戻し文.txt")?.toString()).toBe("\ufeff一\r\n二\r\n");
    const list = files.get("旭区/指摘一覧.xlsx") ?? Buffer.alloc(0);
    expect(readMail(files.get("旭区/差戻し文.eml")?.toString() ?? "").parts[1]?.body.equals(list)).toBe(true);
    const book = await openFile("指摘一覧.xlsx", list);
    const [sheet] = await book.sheets();
    const grid = await book.read(sheet?.id ?? "");
    expect([sheet?.name, grid.value(0, 0)]).toEqual([plan().name, plan().rows[0]?.[0]?.value]);
  });
});
