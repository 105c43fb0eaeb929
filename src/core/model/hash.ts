/** Two hashes of 32 bits in the manner of FNV-1a. No protection against forgery: http://www.isthe.com/chongo/tech/comp/fnv/ */
export class Hash {
  #one = 0x811c9dc5;
  #other = 0x01234567;

  /** Adds a text and its place. */
  add(row: number, column: number, text: string): void {
    let one = Math.imul(Math.imul(this.#one ^ row, 0x01000193) ^ column, 0x01000193);
    let other = Math.imul(Math.imul(this.#other ^ column, 0x85ebca6b) ^ row, 0x85ebca6b);
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      one = Math.imul(one ^ code, 0x01000193);
      other = Math.imul((other ^ code) + 0x9e3779b9, 0x85ebca6b);
    }
    this.#one = Math.imul(one ^ text.length, 0x01000193);
    this.#other = Math.imul(other ^ text.length, 0x85ebca6b);
  }

  /** The hash of everything added: 16 hexadecimal digits. */
  text(): string {
    return [this.#one, this.#other].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
  }
}
