import { maxColumns, maxRows } from "../../../core/model/address.ts";

/** More bytes than any plain cell has, so that none of its bytes needs a look at the end of the piece. */
const mostBytes = 80;
const mostDigits = 9;
const quote = 0x22;

/**
 * A cell as nearly all programs write nearly all cells: `<c r="B5" s="1"/>` or `<c r="B5" s="1" t="s"><v>7</v></c>`, with a
 * number of digits only. Seen byte by byte without attributes, they take a third of the time.
 */
export class PlainCell {
  row = 0;
  column = 0;
  style = 0;
  isShared = false;
  /** The number of its text or its value; -1 in a cell without one. */
  number = -1;

  /** Reads the cell that starts at `start`. Returns its end, or `start` where it is no plain cell or perhaps not complete. */
  read(bytes: Uint8Array, start: number): number {
    if (start + mostBytes > bytes.length || bytes[start + 1] !== 0x63 || bytes[start + 2] !== 0x20 || bytes[start + 3] !== 0x72 || bytes[start + 4] !== 0x3d || bytes[start + 5] !== quote) return start;
    let at = start + 6;
    let column = 0;
    for (let letter = (bytes[at] ?? 0) - 0x40; letter > 0 && letter <= 26 && at < start + 9; letter = (bytes[++at] ?? 0) - 0x40) column = column * 26 + letter;
    const row = this.#digits(bytes, at);
    at = this.#end;
    if (bytes[at] !== quote || column === 0 || column > maxColumns || row < 1 || row > maxRows) return start;
    this.row = row - 1;
    this.column = column - 1;
    this.style = 0;
    this.isShared = false;
    this.number = -1;
    at++;
    if (bytes[at] === 0x20 && bytes[at + 1] === 0x73 && bytes[at + 2] === 0x3d && bytes[at + 3] === quote) {
      this.style = this.#digits(bytes, at + 4);
      at = this.#end;
      if (this.style < 0 || bytes[at++] !== quote) return start;
    }
    if (bytes[at] === 0x2f) return bytes[at + 1] === 0x3e ? at + 2 : start;
    if (bytes[at] === 0x20 && bytes[at + 1] === 0x74 && bytes[at + 2] === 0x3d && bytes[at + 3] === quote && bytes[at + 4] === 0x73 && bytes[at + 5] === quote) {
      this.isShared = true;
      at += 6;
    }
    if (bytes[at] !== 0x3e || bytes[at + 1] !== 0x3c || bytes[at + 2] !== 0x76 || bytes[at + 3] !== 0x3e) return start;
    this.number = this.#digits(bytes, at + 4);
    at = this.#end;
    if (this.number < 0 || bytes[at] !== 0x3c || bytes[at + 1] !== 0x2f || bytes[at + 2] !== 0x76 || bytes[at + 3] !== 0x3e) return start;
    return bytes[at + 4] === 0x3c && bytes[at + 5] === 0x2f && bytes[at + 6] === 0x63 && bytes[at + 7] === 0x3e ? at + 8 : start;
  }

  #end = 0;

  /** The number of the digits at `start`, -1 without one; `#end` is behind them. */
  #digits(bytes: Uint8Array, start: number): number {
    let value = 0;
    let at = start;
    for (let digit = (bytes[at] ?? 0) - 0x30; digit >= 0 && digit <= 9 && at < start + mostDigits; digit = (bytes[++at] ?? 0) - 0x30) value = value * 10 + digit;
    this.#end = at;
    return at > start ? value : -1;
  }
}
