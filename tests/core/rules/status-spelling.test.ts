import { expect, it } from "vitest";
import { osakaWard } from "../../../src/core/form/built-in.ts";
import { describeFinding } from "../../../src/core/rules/say.ts";
import { cleanRows, inspectRows } from "../sheet.ts";
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
  { when: "a variation selector inside", put: { I4: "達\u{e0100}成" }, finds: ["I4 safe 達成"] },
  { when: "a joiner, a filler, a blank braille cell, an object's place", put: { I4: "達成\u200d", I5: "達成\u3164", I6: "\u2800達成", I7: "達成\ufffc" }, finds: ["I4 safe 達成", "I5 safe 達成", "I6 safe 達成", "I7 safe 達成"] },
  { when: "radicals, and marks apart from their kana", put: { K4: "有効てゞないため、取組を\u2f92直す".replace("ゞ", " \u3099"), E4: "有効て\u309bあり、継続して推進" }, finds: ["E4 safe 有効であり、継続して推進", "K4 safe 有効でないため、取組を見直す"] },
  { when: "brackets around a term", put: { I4: "「達成」", I5: "【達成】", I6: "（達成）", I7: "〔未達成〕" }, finds: ["I4 suggested 達成", "I5 suggested 達成", "I6 suggested 達成", "I7 suggested 未達成"] },
  { when: "other brackets and quotes", put: { I4: "＜達成＞", I5: "[達成]", I6: "\"達成\"", I7: "“未達成”", I8: "《達成》" }, finds: ["I4 suggested 達成", "I5 suggested 達成", "I6 suggested 達成", "I7 suggested 未達成", "I8 suggested 達成"] },
  { when: "marks of notes", put: { I4: "達成※1", I5: "達成（注1）", I6: "達成*", I7: "※達成", I8: "達成²", I9: "達成 注2）" }, finds: ["I4 suggested 達成", "I5 suggested 達成", "I6 suggested 達成", "I7 suggested 達成", "I8 suggested 達成", "I9 suggested 達成"] },
  { when: "what is no mark", put: { I4: "達成1", I5: "達成（一部）" }, finds: ["status-unknown I4", "status-unknown I5"] },
  { when: "dittos as they are typed", put: { I5: "”", I6: "同 上", I8: "〞" }, finds: ["I5 suggested 達成", "I6 suggested 達成", "I8 suggested 達成"] },
  { when: "dittos", put: { I7: "未達成", I8: "同上", J4: "〃", J5: "〃" }, finds: ["status-unknown J4", "status-unknown J5", "I8 suggested 未達成"] },
]);

it("a sentence names the letters where both sides look the same", () => {
  const { findings } = inspectRows(cleanRows, { I4: "達\u{e0100}成", J4: "予定と\u3099おり実施", K4: "有効でないため、取組を\u2f92直す" });
  const sentences = findings.map((finding) => describeFinding(finding, osakaWard, "ja").what);
  expect(sentences.map((sentence) => /：(.*)。正しくは/.exec(sentence)?.[1])).toEqual(["見えない文字（U+E0100）", "離れた濁点（U+3099）", "部首の「⾒」（U+2F92）"]);
});

it("a ditto counts as the value above it, also for marks", () => {
  expect(inspectRows(cleanRows, { I4: "未達成", I5: "〃" }).marks.map(({ code }) => code)).toEqual(["1-1-1", "1-1-2"]);
});

it("where most of a column is written otherwise than in the form, a sentence does not say that the form writes so", () => {
  const signed = Object.fromEntries(cleanRows.flatMap((row, index) => (row[8] === "達成" ? [[`I${index + 1}`, "①達成"]] : [])));
  const { findings } = inspectRows(cleanRows, { ...signed, I5: "① 達成。" });
  expect(findings.filter(({ at }) => at.column === 8).map((finding) => describeFinding(finding, osakaWard, "ja").what)).toEqual(["「プロセス指標の達成状況（目標）」の「① 達成。」は、この列のほかのセルに合わせて「①達成」と書きます。"]);
});
