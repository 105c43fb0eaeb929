import { checkRule } from "./check-rule.ts";

checkRule("code-spelling", [
  { when: "full-width digits", put: { B6: "１-２" }, finds: ["B6 safe 1-2"] },
  { when: "a long vowel mark for a dash", put: { B6: "1ー2" }, finds: ["B6 safe 1-2"] },
  { when: "a minus sign", put: { G5: "1−1−2" }, finds: ["G5 safe 1-1-2"] },
  { when: "a full-width hyphen", put: { G5: "1－1－2" }, finds: ["G5 safe 1-1-2"] },
  { when: "an en dash and an em dash", put: { G5: "1–1—2" }, finds: ["G5 safe 1-1-2"] },
  { when: "a horizontal bar and a hyphen of its own", put: { G5: "1―1‐2" }, finds: ["G5 safe 1-1-2"] },
  { when: "rare dashes", put: { G4: "1﹘1﹣1", G5: "1⸺1⸻2", G6: "1⎯2˗1" }, finds: ["G4 safe 1-1-1", "G5 safe 1-1-2", "G6 safe 1-2-1"] },
  { when: "spaces inside", put: { B6: "1 - 2" }, finds: ["B6 safe 1-2"] },
  { when: "a space after it", put: { B6: "1-2 " }, finds: ["B6 safe 1-2"] },
  { when: "a zero-width space inside", put: { B6: "1-\u200b2" }, finds: ["B6 safe 1-2"] },
  { when: "an apostrophe as text", put: { B6: "'1-2" }, finds: ["B6 safe 1-2"] },
  { when: "leading zeros", put: { G5: "1-01-2" }, finds: ["G5 safe 1-1-2"] },
  { when: "a label with a full-width digit", put: { A7: "２ 学びのまち" }, finds: ["A7 safe 2 学びのまち"] },
  { when: "a label with a dot", put: { A7: "2．学びのまち" }, finds: ["A7 safe 2 学びのまち"] },
  { when: "a full-width space after a label's code is no fault", put: { A7: "2　学びのまち" }, finds: [] },
  { when: "dittos below a code and a label", put: { A5: "〃", B5: "同上", C5: "〃", A6: "〃" }, finds: ["A5 suggested 1 緑のまち", "B5 suggested 1-1", "A6 suggested 1 緑のまち"] },
  { when: "dittos below no code", put: { B4: "〃", G5: "〃" }, finds: ["code-format B4", "code-format G5"] },
  { when: "a line break after a label's code is no fault", put: { A4: "1\n緑のまち", A7: "2\n学びのまち" }, finds: [] },
  { when: "letters that nobody sees", put: { G4: "1\u200d-1-1", G5: "1\u3164-1-2", B6: "1-2\ufe0e" }, finds: ["G4 safe 1-1-1", "G5 safe 1-1-2", "B6 safe 1-2"] },
]);
