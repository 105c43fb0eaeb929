import { defineRule } from "./rule.ts";

export const columnDoubtful = defineRule({
  id: "column-doubtful",
  severity: "warning",
  about: {
    ja: {
      title: "同じ見出しの列が二つ",
      why: "どちらの列を点検すればよいか、表だけでは決められません。",
      how: "点検しない列の見出しに「前年度」などの語を添えるか、その列を除いてください。",
      example: "見出しが「目標」の列が、隣り合って二つあります。",
    },
    en: {
      title: "Two columns of one header",
      why: "The table alone does not say which of the two is to be checked.",
      how: "Add a word such as 前年度 to the header of the other one, or take that column out.",
      example: "Two columns side by side are headed 目標.",
    },
  },
  messages: {
    two: {
      ja: "「{column}」に当てはまる列が二つあります。この列を点検し、{other}の列は点検していません。",
      en: "Two columns fit “{column}”. This one is checked, the one at {other} is not.",
    },
  },
  check({ table }, report) {
    for (const { column, at, other } of table.doubtful) report("two", { at, facts: { column: { column }, other: { cell: other } }, related: [other] });
  },
});
