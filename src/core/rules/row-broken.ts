import { defineRule } from "./rule.ts";

export const rowBroken = defineRule({
  id: "row-broken",
  severity: "warning",
  alone: true,
  about: {
    ja: {
      title: "次の行に続く行",
      why: "番号のない行は、上の行の続きとして読むほかなく、点検にも集計にも入りません。",
      how: "上の行の続きなら、上のセルに付け足して、この行を削除してください。別の項目なら、番号を入れてください。",
      example: "取組1-1-2の行の「有効であり、継続して」の続きの「推進」が、次の行にあります。",
    },
    en: {
      title: "A record that goes on in the next row",
      why: "A row without a code can only be read as the rest of the row above; it is neither checked nor counted.",
      how: "If it is the rest, add it to the cells above and delete the row. If it is an item of its own, give it a code.",
      example: "The rest of a status of 1-1-2 stands in the next row.",
    },
  },
  messages: {
    rest: {
      ja: "{above}の続きが、次の行にあるようです。この行は点検していません。",
      en: "What stands at {above} seems to go on in this row, which is not checked.",
    },
  },
  check({ table }, report) {
    for (const { at, above } of table.broken ?? []) report("rest", { at, facts: { above: { cell: above[0] ?? at } }, related: above });
  },
});
