import { expect, test } from "vitest";
import { describeVerdict } from "../../../src/core/wording/verdict.ts";

const none = { errors: 0, fixable: 0, warnings: 0, questions: 0 };

test.each([
  [{ ...none, errors: 4, fixable: 1, warnings: 3 }, "このままでは提出できません：誤り4件（うち1クリックで直るもの1件）", "Not ready to hand in: 4 errors (1 of them fixed by one click)"],
  [{ ...none, errors: 1234, questions: 2 }, "このままでは提出できません：誤り1,234件", "Not ready to hand in: 1,234 errors"],
  [{ ...none, errors: 1 }, "このままでは提出できません：誤り1件", "Not ready to hand in: 1 error"],
  [{ ...none, warnings: 3, questions: 1 }, "提出できます（注意3件・質問1件を確かめてください）", "Ready to hand in (look at 3 warnings and 1 question)"],
  [{ ...none, questions: 2 }, "提出できます（質問2件を確かめてください）", "Ready to hand in (look at 2 questions)"],
  [none, "提出できます", "Ready to hand in"],
])("errors alone forbid to hand a sheet in: %o", (facts, ja, en) => {
  expect([describeVerdict(facts, "ja"), describeVerdict(facts, "en")]).toEqual([ja, en]);
});
