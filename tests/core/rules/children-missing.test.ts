import { checkRule } from "./check-rule.ts";

const noInitiative = (row: number) => Object.fromEntries(["G", "H", "I", "J", "K", "L"].map((column) => [`${column}${row}`, undefined]));

checkRule("children-missing", [
  { when: "a strategy has no initiative, and owes no initiative cells", put: noInitiative(6), finds: ["B6"] },
  { when: "its row holds spaces alone", put: { ...noInitiative(6), H6: " " }, finds: ["B6"] },
]);
