/** A count as Office writes it in both languages: 1,234. */
export function sayCount(count: number): string {
  return count.toLocaleString("en-US");
}
