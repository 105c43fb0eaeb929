/** Writes a text that is still to come to the clipboard. @returns false where the browser does not let the page; what `text` throws is the caller's */
export async function toClipboard(text: Promise<string>): Promise<boolean> {
  try {
    // Some browsers forget the user's key press while the text is waited for, unless they are given it beforehand.
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": text.then((known) => new Blob([known], { type: "text/plain" })) })]);
    return true;
  } catch {
    return false;
  }
}
