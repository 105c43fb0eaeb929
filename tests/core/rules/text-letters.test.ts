import { checkRule } from "./check-rule.ts";

checkRule("text-letters", [
  { when: "radicals of the Kangxi block", put: { H8: "\u2f00時預かり" }, finds: ["H8 safe 一時預かり"] },
  { when: "radicals of the supplement, which NFKC leaves", put: { C6: "【街路樹】 ・\u2ed1寿と\u2ed8少年" }, finds: ["C6 safe 【街路樹】 ・長寿と青少年"] },
  { when: "a radical that Unicode holds for a traditional form", put: { H8: "神\u2f3e市" }, finds: ["H8 safe 神戸市"] },
  { when: "a title in a label", put: { A7: "2 \u2ec4の丘" }, finds: ["A7 safe 2 西の丘"] },
  { when: "a voiced mark that follows its kana", put: { H8: "読書会て\u3099の集い" }, finds: ["H8 safe 読書会での集い"] },
  { when: "marks as letters of their own, with space", put: { H8: "ふ \u309bんか\u3000\u3099" }, finds: ["H8 safe ぶんが"] },
  { when: "a half-voiced mark", put: { H8: "ハ\u309aソコン" }, finds: ["H8 safe パソコン"] },
  { when: "an accent", put: { H8: "Cafe\u0301で読書" }, finds: ["H8 safe Caf\u00e9で読書"] },
  { when: "a compatibility ideograph, which may be in a name", put: { H8: "\ufa19田の読書会" }, finds: ["H8 suggested 神田の読書会"] },
  { when: "a letter of IBM's rows that is no compatibility ideograph", put: { H8: "\ufa11と髙木" }, finds: [] },
  { when: "needless space besides: both are fixed at once", put: { H8: "\u2f8f動 " }, finds: ["text-spacing H8 safe 行動", "H8 safe 行動"] },
  { when: "a mark that belongs to no kana", put: { H8: "濁点゛の話 が゛" }, finds: [] },
  { when: "a variant of a kanji is the user's", put: { H8: "葛\u{e0100}城" }, finds: [] },
]);
