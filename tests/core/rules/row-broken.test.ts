import { cleanRows } from "../sheet.ts";
import { checkRule } from "./check-rule.ts";

/** The clean sheet with a row inserted below its sixth, and changed cells in both. */
function broken(below: Readonly<Record<number, string>>, above: Readonly<Record<number, string>> = {}) {
  const put = (cells: readonly string[], changes: Readonly<Record<number, string>>) => Object.entries(changes).reduce((row, [place, text]) => row.with(Number(place), text), [...cells]);
  const empty = (cleanRows[3] ?? []).map(() => "");
  return cleanRows.flatMap((cells, index) => (index === 5 ? [put([...cells, ...empty].slice(0, 12), above), put(empty, below)] : [cells]));
}

checkRule("row-broken", [
  { when: "each record stands on its row", finds: [] },
  { when: "the name goes on", rows: broken({ 7: "と手入れ" }), finds: ["H7"] },
  { when: "the name and a status go on", rows: broken({ 7: "と手入れ", 10: "推進" }, { 10: "有効であり、継続して" }), finds: ["H7"] },
  { when: "the page is left for the next row", rows: broken({ 7: "と手入れ", 11: "p.4" }, { 11: "" }), finds: ["H7"] },
  { when: "a code goes on", rows: broken({ 6: "1" }, { 6: "1-2-" }), finds: ["G7"] },
  { when: "a code and the name go on", rows: broken({ 6: "－2-1", 7: "と手入れ" }, { 6: "1" }), finds: ["G7"] },
  { when: "a strategy's code goes on", rows: broken({ 1: "2" }, { 1: "1-" }), finds: ["B7"] },
  { when: "a code is left below a whole one", rows: broken({ 6: "1-2-2" }), finds: ["text-missing H7", "status-missing I7", "status-missing J7", "status-missing K7", "page-missing L7"] },
  { when: "a note stands below", rows: broken({ 7: "※国道を除く" }), finds: [] },
  { when: "another item lacks its code", rows: broken({ 7: "街灯の更新", 8: "達成", 9: "予定どおり実施", 10: "有効であり、継続して推進", 11: "p.4" }), finds: ["code-format G7"] },
]);
