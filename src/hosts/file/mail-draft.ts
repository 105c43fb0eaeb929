/** A mail that nobody has sent. */
export interface MailDraft {
  readonly subject: string;
  /** Lines separated by "\n". */
  readonly text: string;
  /** A workbook that goes with it. */
  readonly attachment: { readonly name: string; readonly bytes: Uint8Array };
}

/** Base64 has none of these letters, so that no part can hold it. */
const boundary = "=_tenken";
/** RFC 2045 6.8: no line of base64 is longer. */
const lineLength = 76;
/** Bytes whose encoded word, 「=?UTF-8?B?…?=」, makes a line of 76 letters at most, "Subject: " before it (RFC 2047 2). */
const wordBytes = 39;

/**
 * A mail as an .eml file, in letters of ASCII (RFC 5322, RFC 2045). X-Unsent has Outlook open it as a draft
 * (MS-OXCMAIL 2.1.3.2.22). It has neither sender nor date: whoever sends it gives them.
 */
export function mailDraft({ subject, text, attachment }: MailDraft): string {
  return [
    "X-Unsent: 1",
    "To:",
    `Subject: ${encodedWords(subject)}`,
    "MIME-Version: 1.0",
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    "",
    `--${boundary}`,
    "Content-Type: text/plain; charset=UTF-8",
    "Content-Transfer-Encoding: base64",
    "",
    ...base64Lines(new TextEncoder().encode(text.replaceAll("\n", "\r\n"))),
    `--${boundary}`,
    "Content-Type:",
    " application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "Content-Transfer-Encoding: base64",
    "Content-Disposition: attachment;",
    ` filename*=UTF-8''${extendedValue(attachment.name)}`,
    "",
    ...base64Lines(attachment.bytes),
    `--${boundary}--`,
    "",
  ].join("\r\n");
}

/** A header's text as encoded words, each of whole characters, on lines of their own (RFC 2047 2, 5). */
function encodedWords(text: string): string {
  const words: string[] = [];
  let word = "";
  for (const letter of text) {
    if (new TextEncoder().encode(word + letter).length > wordBytes) {
      words.push(word);
      word = "";
    }
    word += letter;
  }
  return [...words, word].map((each) => `=?UTF-8?B?${base64(new TextEncoder().encode(each))}?=`).join("\r\n ");
}

/** A parameter's value in UTF-8 (RFC 2231 4). */
function extendedValue(text: string): string {
  return encodeURIComponent(text).replaceAll(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}

function base64Lines(bytes: Uint8Array): readonly string[] {
  const text = base64(bytes);
  return Array.from({ length: Math.ceil(text.length / lineLength) }, (_, index) => text.slice(index * lineLength, (index + 1) * lineLength));
}

function base64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}
