/** The first UTF-16 units of a text, without splitting a surrogate pair. */
export function cutText(text: string, units: number): string {
  const part = text.slice(0, units);
  return /[\ud800-\udbff]$/.test(part) ? part.slice(0, -1) : part;
}
