import type { CellValue } from "../model/grid.ts";
import { leadingCode } from "./leading-code.ts";
import type { ScannedCode } from "./scan.ts";

/** Reads the codes in the texts of a sheet, each text once. */
export class CodeScanner {
  readonly #codes = new Map<string, ScannedCode | null>();

  /** The code of a cell or at its start; a number counts by its digits. */
  codeOf(value: CellValue): ScannedCode | undefined {
    return typeof value === "string" || typeof value === "number" ? this.code(String(value)) : undefined;
  }

  /** The code at the start of a short text. */
  code(text: string): ScannedCode | undefined {
    let code = this.#codes.get(text);
    if (code === undefined) {
      const met = text.length > 200 ? undefined : leadingCode(text);
      code = met && !isDate(met) && !noTitle.test(met.rest) ? met : null;
      if (this.#codes.size < 200_000) this.#codes.set(text, code);
    }
    return code ?? undefined;
  }
}

/** Text after a number or letter in a heading: 5段階評価, 第1四半期, A～D, A委員評価, A班意見. */
const noTitle = /^(?:段階|列|四半期|[〜～]|(?:委員|評価者|審査員)$|(?:委員会?|評価者|審査員|部会|班|課)(?:の|による)?(?:評価|評定|判定|意見|所見|コメント)$)/;

/** A code of several numbers does not reach thousands; that is a year. */
function isDate({ code }: ScannedCode): boolean {
  return code.length > 1 && code.some((number) => number >= 1000);
}
