import { defineRule } from "./rule.ts";

export const columnMissing = defineRule({
  id: "column-missing",
  severity: "error",
  about: {
    ja: {
      title: "列がない",
      why: "この列がないと、書かれるべきことが書かれているか確かめられません。",
      how: "様式どおりの列を表に加えるか、見出しの語を様式に合わせてください。",
      example: "見出しが「目標」の列が、表のどこにもありません。",
    },
    en: {
      title: "A column is missing",
      why: "Without this column nobody can see whether what is due was filled in.",
      how: "Add the column to the table, or give its header the words of the form.",
      example: "No column of the table is headed 目標.",
    },
  },
  messages: {
    missing: {
      ja: "「{column}」の列が見つかりません。",
      en: "The column “{column}” was not found.",
    },
    label: {
      ja: "個票に「{column}」の欄が見つかりません。",
      en: "The card has no entry “{column}”.",
    },
  },
  hows: {
    label: {
      ja: "様式どおりの欄を個票に加えるか、項目名の語を様式に合わせてください。",
      en: "Add the entry to the card, or give its label the words of the form.",
    },
  },
  check({ reader, table }, report) {
    for (const column of reader.form.columns) {
      if (!table.columns.has(column.id) && !column.optional) report("missing", { at: table.first, facts: { column: { column: column.id } } });
    }
  },
});
