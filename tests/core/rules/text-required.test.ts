import { readFileSync } from "node:fs";
import { parseForm } from "../../../src/core/form/parse.ts";
import { checkRule } from "./check-rule.ts";

const form = parseForm(readFileSync(new URL("../form/four-statuses.form.json", import.meta.url), "utf8"));
const rows = [
  ["基本目標", "施策", "", "評価", "事業", "", "評価", "課題と改善策", "掲載頁"],
  ["1 住みよいまち", "1(1)", "道路の整備", "A", "1(1)-1", "歩道の拡幅", "S", "", "3頁"],
  ["", "", "", "", "1(1)-2", "街灯の更新", "B", "部品が届かず遅れた。", "4頁"],
];

checkRule("text-required", [
  { when: "it is there where it is due", rows, form, finds: [] },
  { when: "it is empty where it is due", rows, form, put: { H3: undefined }, finds: ["H3"] },
  { when: "a spelling variant makes it due too", rows, form, put: { G3: "Ｂ", H3: " " }, finds: ["status-spelling G3 safe B", "H3"] },
  { when: "a status that means nothing makes nothing due", rows, form, put: { G3: "?", H3: undefined }, finds: ["status-unknown G3"] },
]);
