import { foldDashes, foldWidth } from "../form/fold.ts";
import type { CellValue } from "../model/grid.ts";
import { tidy, withoutSpace } from "../wording/hidden.ts";
import { plainLetters } from "../wording/letters.ts";
import { cellText } from "../wording/phrase.ts";
import { fixOf } from "./fix-of.ts";
import { defineRule } from "./rule.ts";

export const codeSpelling = defineRule({
  id: "code-spelling",
  severity: "warning",
  looksAt: ["code", "label"],
  about: {
    ja: {
      title: "番号の表記ゆれ",
      why: "全角の数字や別の記号が交じると、検索や並べ替え、照合で同じ番号とみなされません。",
      how: "半角の数字と様式どおりの記号に直してください。",
      example: "「１－１－２」は「1-1-2」と書きます。",
    },
    en: {
      title: "A code in another spelling",
      why: "Full-width digits and other dashes keep a search, a sort or a look-up from finding the code.",
      how: "Write it with plain digits and the form's own signs.",
      example: "１－１－２ is written 1-1-2.",
    },
  },
  messages: {
    spelled: {
      ja: "番号{code}が{found}と書かれています。",
      en: "The code {code} is written {found}.",
    },
  },
  check(evaluation, report) {
    for (const cell of evaluation.oddCodes()) {
      const { node, at, column, reading } = cell;
      if (reading.kind !== "text" || evaluation.writings.isOwnCode(evaluation.depthOf(node), reading)) continue;
      const [code] = reading.codes;
      const written = code ? evaluation.write(node, code) : evaluation.writings.given(evaluation.depthOf(node), reading.given);
      const title = onlyMarks.test(reading.title) ? "" : plainLetters(tidy(reading.title));
      const separator = evaluation.writing(evaluation.depthOf(node)).endsWith(" ") || column.holds !== "label" ? " " : "";
      const to = column.holds === "label" && title !== "" ? `${written}${separator}${title}` : written;
      const fold = title === "" ? foldCode : foldSeparators;
      const isWidth = fold(cell.value) === fold(to) && !noBeginning.test(title);
      report("spelled", { at, node, facts: { code: { code: written } }, fix: fixOf(evaluation, cell, to, isWidth ? "safe" : "suggested") });
    }
  },
});

/** A code such as "1-" was to go on, with a title or with another number. */
const onlyMarks = /^[\p{P}\p{S}ー\s]+$/u;
/** A title begins with a word or an opening bracket. A mark or の may belong to it, or be what is wrong. */
const noBeginning = /^(?![\p{Ps}\p{Pi}"'])[\p{P}\p{S}ーの]/u;

/** A text without anything that may be changed safely: width, dashes, spaces, invisible characters, zeros, a leading apostrophe. */
function foldCode(value: CellValue): string {
  const folded = foldDashes(withoutSpace(foldWidth(cellText(value)))).replace(/^['’‘`´]/, "");
  return folded.replace(/(?<![0-9])0+(?=[0-9])/g, "");
}

/** The same, without the separators between a code and its title. */
function foldSeparators(value: CellValue): string {
  return foldCode(value).replace(/[.．、:：)）]/g, "");
}
