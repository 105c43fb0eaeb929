import { parseForm } from "../../../src/core/form/parse.ts";
import { checkRule } from "./check-rule.ts";

const points = parseForm(
  JSON.stringify({
    id: "points",
    name: { ja: "成果水準", en: "points" },
    levels: [
      { id: "policy", name: { ja: "政策", en: "policy" }, key: "nested", code: "{1}" },
      { id: "project", name: { ja: "事業", en: "project" }, key: "nested", code: "{1}-{2}" },
    ],
    columns: [
      { id: "policy", level: "policy", holds: "label", name: { ja: "政策", en: "policy" }, header: ["政策"] },
      { id: "project", level: "project", holds: "label", name: { ja: "事業", en: "project" }, header: ["事業"] },
      { id: "goal", level: "project", holds: "number", name: { ja: "目標値", en: "target" }, header: ["目標値"] },
      { id: "reached", level: "project", holds: "number", name: { ja: "実績値", en: "reached" }, header: ["実績値"] },
      { id: "point", level: "project", holds: "status", vocabulary: "point", name: { ja: "ポイント", en: "point" }, header: ["ポイント"] },
    ],
    vocabularies: {
      point: [
        { text: "3", number: 3, meaning: "good" },
        { text: "2", number: 2, meaning: "good" },
        { text: "1", number: 1, meaning: "bad", mark: "attention" },
      ],
    },
    thresholds: [{ grade: "point", reached: "reached", target: "goal", steps: [{ from: 1, term: "3" }, { from: 0.8, term: "2" }], else: "1" }],
    spellings: [],
  }),
);

const rows = [
  ["政策", "事業", "目標値", "実績値", "ポイント"],
  ["1 緑", "1-1 公園", 10, 10, 3],
  ["", "1-2 街路樹", 10, 8, 2],
  ["2 学び", "2-1 図書館", 10, 3, 1],
  ["", "2-2 講座", 10, 12, 3],
];

const eitherWay = { ...points, thresholds: points.thresholds?.map((threshold) => ({ ...threshold, eitherWay: true })) };

checkRule("status-derived", [
  { when: "all grades follow from their numbers", rows, form: points, finds: [] },
  { when: "a better grade than the numbers give", rows, form: points, put: { E4: 3 }, finds: ["E4 suggested 1"] },
  { when: "just below a step", rows, form: points, put: { D2: 9.99 }, finds: ["E2 suggested 2"] },
  { when: "on a step, as numbers are printed", rows, form: points, put: { C3: 0.3, D3: 0.1 + 0.2, E3: 3 }, finds: [] },
  { when: "a number is missing: nothing is derived", rows, form: points, put: { D4: undefined }, finds: [] },
  { when: "a target of nothing: nothing is derived", rows, form: points, put: { C4: 0 }, finds: [] },
  { when: "less is better for some numbers, and the grade is that of the target by the number reached", rows, form: eitherWay, put: { D2: 12, E2: 2, D5: 0 }, finds: [] },
  { when: "less may be better, but the grade follows neither way", rows, form: eitherWay, put: { D2: 12, E2: 1 }, finds: ["E2 suggested 3"] },
  { when: "numbers with their unit", rows, form: points, put: { C2: "1,000人", D2: "９００人" }, finds: ["E2 suggested 2"] },
  { when: "a grade that is none is told once", rows, form: points, put: { E2: 9 }, finds: ["status-unknown E2"] },
]);
