import { checkRule } from "./check-rule.ts";

const noStrategy = (row: number) => Object.fromEntries(["B", "C", "D", "E", "F"].map((column) => [`${column}${row}`, undefined]));

checkRule("strategy-missing", [
  { when: "a strategy's cells are empty", put: noStrategy(6), finds: ["G6"] },
  { when: "the last strategy's cells are empty", put: noStrategy(10), finds: ["G10"] },
  { when: "the first strategy's cells are empty", put: noStrategy(4), finds: ["G4"] },
  { when: "the last initiative of a block is of a strategy that is nowhere", put: { G9: "2-7-1", L9: "p.9" }, finds: ["G9"] },
]);
