/** A text in one case and width: what people take for the same word or name. */
export function plainText(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}
