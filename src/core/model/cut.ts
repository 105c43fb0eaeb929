/** The first UTF-16 units of a text, without splitting a surrogate pair. */
export function cutText(text: string, units: number): string {
  const part = text.slice(0, units);
  const last = part.charCodeAt(part.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? part.slice(0, -1) : part;
}
