/** True for one name: Excel tells neither sheets nor defined names apart by the case of their letters. */
export function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
