import type { AddInputRules, InputRulesWords } from "../model/changes.ts";
import type { InputRules } from "../model/term-lists.ts";
import type { Language } from "../wording/language.ts";

/** The words of a form with input rules, in each language. */
export const inputRulesWords: Readonly<Record<Language, InputRulesWords>> = {
  ja: {
    name: "選択肢",
    title: "入力規則の選択肢",
    note: "評価の欄の選択肢と、入力規則を付けたセルの控えです。削除すると選べなくなります。外すときは Tenken の「入力規則を外す」を使ってください。",
    headers: ["選択肢", "選べるようにした行数", "文字列にする前の表示形式"],
    alert: { title: "選択肢にない内容です", message: "一覧から選んでください。選ばないときは、空欄にしてください。" },
  },
  en: {
    name: "Choices",
    title: "Terms to choose from",
    note: "The terms of the status cells, and a record of the cells that offer them. Do not delete this sheet: use “Remove the input rules” in Tenken.",
    headers: ["Term", "Rows with a list", "Format before it was text"],
    alert: { title: "Not one of the terms", message: "Choose one from the list, or leave the cell empty." },
  },
};

/** The change that gives a sheet its input rules, with the words in a language. */
export function addInputRulesChange(sheet: string, rules: InputRules, language: Language): AddInputRules {
  return { kind: "add-input-rules", sheet, ...rules, words: inputRulesWords[language] };
}
