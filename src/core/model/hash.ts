/** Two hashes of 32 bits in the manner of FNV-1a. No protection against forgery: http://www.isthe.com/chongo/tech/comp/fnv/ */
export class Hash {
  #one = 0x811c9dc5;
  #other = 0x01234567;

  /** Adds a text and its place. @param kind tells texts apart that stand for other things; the hash is that of both as one text, which need not be made */
  add(row: number, column: number, text: string, kind = ""): void {
    this.#one = Math.imul(Math.imul(this.#one ^ row, 0x01000193) ^ column, 0x01000193);
    this.#other = Math.imul(Math.imul(this.#other ^ column, 0x85ebca6b) ^ row, 0x85ebca6b);
    this.#addLetters(kind);
    this.#addLetters(text);
    const length = kind.length + text.length;
    this.#one = Math.imul(this.#one ^ length, 0x01000193);
    this.#other = Math.imul(this.#other ^ length, 0x85ebca6b);
  }

  #addLetters(text: string): void {
    let one = this.#one;
    let other = this.#other;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      one = Math.imul(one ^ code, 0x01000193);
      other = Math.imul((other ^ code) + 0x9e3779b9, 0x85ebca6b);
    }
    this.#one = one;
    this.#other = other;
  }

  /** The hash of everything added: 16 hexadecimal digits. */
  text(): string {
    return [this.#one, this.#other].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
  }
}
