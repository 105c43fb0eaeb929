import { checkRule } from "./check-rule.ts";

checkRule("text-broken", [
  { when: "in a text", put: { H8: "\ufffd書会" }, finds: ["H8"] },
  { when: "in a label's title", put: { A7: "2 \ufffdびのまち" }, finds: ["A7"] },
  { when: "in a status: nothing else is said of it", put: { D4: "順\ufffd" }, finds: ["D4"] },
  { when: "in a code", put: { G5: "1-1\ufffd2" }, finds: ["G5"] },
  { when: "in a page", put: { L5: "p\ufffd2" }, finds: ["L5"] },
  { when: "an open quote", put: { H8: '"読書会' }, notes: { H8: "open-quote" }, finds: ["H8"] },
  { when: "a quote that the sheet wants", put: { H8: '"読書会"' }, finds: [] },
]);
