import { cleanRows } from "../sheet.ts";
import { checkRule } from "./check-rule.ts";

checkRule("parent-missing", [
  { when: "the label of an issue is empty", put: { A7: undefined }, finds: ["A7"] },
  { when: "the label of the first issue is empty", put: { A4: undefined }, finds: ["A4"] },
  { when: "only spaces stand there", put: { A7: "  " }, finds: ["A7"] },
  { when: "the last strategy has an issue of its own", put: { B10: "3-1", G10: "3-1-1", G11: "3-1-2" }, finds: ["A10"] },
  { when: "the sheet has no column for it", rows: cleanRows.map((row) => row.slice(1)), finds: ["column-missing A1"] },
]);
const noStrategy = (row: number) => Object.fromEntries(["B", "C", "D", "E", "F"].map((column) => [`${column}${row}`, undefined]));

checkRule("parent-missing", [
  { when: "a strategy's cells are empty", put: noStrategy(6), finds: ["G6"] },
  { when: "the last strategy's cells are empty", put: noStrategy(10), finds: ["G10"] },
  { when: "the first strategy's cells are empty", put: noStrategy(4), finds: ["G4"] },
  { when: "the last initiative of a block is of a strategy that is nowhere", put: { G9: "2-7-1", L9: "p.9" }, finds: ["G9"] },
]);
