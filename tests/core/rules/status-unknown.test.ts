import { checkRule } from "./check-rule.ts";

checkRule("status-unknown", [
  { when: "a word of no column", put: { D6: "おおむね良好" }, finds: ["D6"] },
  { when: "a slip near one term", put: { J8: "予定どおり実施しなかつた" }, finds: ["J8 suggested 予定どおり実施しなかった"] },
  { when: "near two terms of other meanings", put: { I8: "非達成" }, finds: ["I8"] },
  { when: "a term too short for a guess", put: { D6: "順長" }, finds: ["D6"] },
  { when: "a number is no alias", put: { I8: 1 }, finds: ["I8"] },
  { when: "the digit 1 is not ①", put: { I8: "1" }, finds: ["I8"] },
  { when: "a dash says that nothing can be judged yet", put: { I8: "－" }, finds: [] },
  { when: "an alias before the words of another term", put: { D6: "A 順調でない" }, finds: ["D6 suggested 順調でない"] },
  { when: "a text of 100,000 characters", put: { D6: "順".repeat(100_000) }, finds: ["D6"] },
]);
