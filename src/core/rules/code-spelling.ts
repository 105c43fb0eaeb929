import { tidy } from "../wording/hidden.ts";
import { plainLetters } from "../wording/letters.ts";
import { fixOf } from "./mend.ts";
import { codeFact, defineRule } from "./rule.ts";

export const codeSpelling = defineRule({
  id: "code-spelling",
  severity: "warning",
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
      const [code] = reading.codes;
      if (reading.kind !== "spelled" || !code) continue;
      const written = evaluation.reader.codes.write(code);
      const title = plainLetters(tidy(reading.title));
      const to = column.holds === "label" && title !== "" ? `${written} ${title}` : written;
      report("spelled", { at, node, facts: { code: codeFact(evaluation, code) }, fix: fixOf(evaluation, cell, to, reading.worded ? "suggested" : "safe") });
    }
  },
});
