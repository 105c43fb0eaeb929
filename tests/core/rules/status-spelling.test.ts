import { checkRule } from "./check-rule.ts";

checkRule("status-spelling", [
  { when: "a space after it", put: { D6: "順調 " }, finds: ["D6 safe 順調"] },
  { when: "a full-width space inside", put: { D6: "順　調" }, finds: ["D6 safe 順調"] },
  { when: "a no-break space", put: { D6: "\u00a0順調" }, finds: ["D6 safe 順調"] },
  { when: "a line break", put: { E6: "有効であり、\n継続して推進" }, finds: ["E6 safe 有効であり、継続して推進"] },
  { when: "another comma", put: { E6: "有効であり，継続して推進" }, finds: ["E6 safe 有効であり、継続して推進"] },
  { when: "no comma", put: { E6: "有効であり継続して推進" }, finds: ["E6 safe 有効であり、継続して推進"] },
  { when: "a full stop", put: { J8: "予定どおり実施。" }, finds: ["J8 safe 予定どおり実施"] },
  { when: "kanji for どおり", put: { J8: "予定通り実施" }, finds: ["J8 safe 予定どおり実施"] },
  { when: "kanji for ない marks the row all the same", put: { D6: "順調で無い" }, finds: ["D6 safe 順調でない"] },
  { when: "為 and 取り組み", put: { K8: "有効でない為、取り組みを見直す" }, finds: ["K8 safe 有効でないため、取組を見直す"] },
  { when: "decomposed kana", put: { J8: "予定どおり実施".normalize("NFD") }, finds: ["J8 safe 予定どおり実施"] },
  { when: "an alias alone", put: { D6: "A" }, finds: ["D6 suggested 順調"] },
  { when: "a full-width alias", put: { D6: "Ｂ" }, finds: ["D6 suggested 順調でない"] },
  { when: "an alias before the words", put: { E6: "ア　有効であり、継続して推進" }, finds: ["E6 suggested 有効であり、継続して推進"] },
  { when: "an alias with a colon before the words", put: { E6: "ア：有効であり、継続して推進" }, finds: ["E6 suggested 有効であり、継続して推進"] },
  { when: "a circled number", put: { I8: "①" }, finds: ["I8 suggested 達成"] },
  { when: "a small roman number in brackets", put: { J8: "（ⅰ）" }, finds: ["J8 suggested 予定どおり実施"] },
]);
