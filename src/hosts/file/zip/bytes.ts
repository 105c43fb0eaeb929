/** True if the bytes at `offset` are the characters of `text`, each below 256. */
export function hasAscii(bytes: Uint8Array, offset: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (bytes[offset + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}

/** A text, with a multiple of four characters below 256, as numbers of four bytes. */
export function inFours(text: string): Int32Array {
  const view = new DataView(Uint8Array.from(text, (letter) => letter.charCodeAt(0)).buffer);
  return Int32Array.from({ length: text.length / 4 }, (_, index) => view.getInt32(4 * index));
}

/** True if the text is at `offset`. A third of the time that `hasAscii` takes, for what is asked very often. */
export function hasFours(view: DataView, offset: number, fours: Int32Array): boolean {
  if (offset + 4 * fours.length > view.byteLength) return false;
  for (let index = 0; index < fours.length; index++) if (view.getInt32(offset + 4 * index) !== fours[index]) return false;
  return true;
}

/** The same bytes for searching many of them for one: in Node.js a Buffer is ten times as fast at it. */
export function searchable(bytes: Uint8Array): Uint8Array {
  return typeof Buffer === "undefined" ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** The present part of a stream: the rest of the pieces before, and the next one, in one reused buffer. */
export class Window {
  #buffer = new Uint8Array(0);
  #start = 0;
  #end = 0;

  /** Number of bytes left. */
  get length(): number {
    return this.#end - this.#start;
  }

  /** Returns the rest followed by the piece. Valid until the next call. */
  add(piece: Uint8Array): Uint8Array {
    const left = this.length;
    if (left + piece.length > this.#buffer.length) {
      const wider = new Uint8Array(2 * (left + piece.length));
      wider.set(this.#buffer.subarray(this.#start, this.#end));
      this.#buffer = wider;
    } else this.#buffer.copyWithin(0, this.#start, this.#end);
    this.#buffer.set(piece, left);
    this.#start = 0;
    this.#end = left + piece.length;
    return this.#buffer.subarray(0, this.#end);
  }

  /** Removes the first bytes of the window. */
  drop(count: number): void {
    this.#start += count;
  }
}

/** Joins several arrays into one. */
export function concatenated(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1) return only;
  const all = new Uint8Array(byteLength(pieces));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** The same bytes in fewer pieces: small ones are joined until they have so many bytes, a larger one is left as it is. */
export function inFewer(pieces: readonly Uint8Array[], least: number): Uint8Array[] {
  const fewer: Uint8Array[] = [];
  let small: Uint8Array[] = [];
  let length = 0;
  const join = () => {
    if (length > 0) fewer.push(concatenated(small));
    small = [];
    length = 0;
  };
  for (const piece of pieces) {
    if (piece.length >= least) join();
    small.push(piece);
    length += piece.length;
    if (length >= least) join();
  }
  join();
  return fewer;
}

/** Number of bytes of all pieces. */
export function byteLength(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((length, piece) => length + piece.length, 0);
}
