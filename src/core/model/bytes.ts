const encoder = new TextEncoder();

/** Bytes that a text takes in a document's settings, where it is written as JSON once more. */
export function bytesOf(text: string): number {
  return encoder.encode(JSON.stringify(text)).length;
}
