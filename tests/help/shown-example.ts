import { a1, type CellPlace } from "../../src/core/model/address.ts";
import type { Form } from "../../src/core/form/schema.ts";
import type { Finding } from "../../src/core/model/finding.ts";
import type { Grid } from "../../src/core/model/grid.ts";
import type { RuleId } from "../../src/core/rules/index.ts";
import { describeFinding } from "../../src/core/rules/say.ts";
import type { Language } from "../../src/core/wording/language.ts";
import { describeFact, quote } from "../../src/core/wording/phrase.ts";
import { gridOf, inspectRows } from "../core/sheet.ts";
import { ruleExamples, sheetsOf } from "./rule-examples.ts";

/** An example in words: the cells that are shown before and after, and the finding that the check gives between. */
export function shownExample(id: RuleId, language: Language): { readonly before: string; readonly found: string; readonly after: string } {
  const example = ruleExamples[id];
  const { form, before, after } = sheetsOf(example);
  const [finding] = inspectRows(...before).findings;
  if (!finding) throw new Error(`${id}: nothing is found in its example`);
  const { columns } = inspectRows(...after).table;
  const name = (column: number) => form.columns.find((each) => columns.get(each.id) === column)?.name[language];
  const shown = example.show ?? [...new Set([...Object.keys(example.put), ...Object.keys(example.then ?? {})])];
  const between = language === "ja" ? "、" : ", ";
  const told = (grid: Grid, found?: Finding) =>
    shown
      .map((range) => {
        const [first, last] = placesOf(range);
        const texts = Array.from({ length: last.column - first.column + 1 }, (_, index) => textOf(grid, { row: first.row, column: first.column + index }, { form, language }, found));
        const place = first.column === last.column ? [name(first.column), a1(first)].filter(Boolean).join(" ") : range;
        return language === "ja" ? `${place}：${texts.join("｜")}` : `${place}: ${texts.join(" | ")}`;
      })
      .join(between);
  const noted = example.noted ? (language === "ja" ? `（${example.noted.ja}）` : ` (${example.noted.en})`) : "";
  return { before: told(gridOf(...gridParts(before)), finding) + noted, found: describeFinding(finding, form, language).what, after: told(gridOf(...gridParts(after))) };
}

function gridParts([rows, put]: readonly [Parameters<typeof gridOf>[0], Parameters<typeof gridOf>[1], ...unknown[]]) {
  return [rows, put] as const;
}

/** "D2:E2" and "D2". */
function placesOf(range: string): readonly [CellPlace, CellPlace] {
  const [first = range, last = first] = range.split(":");
  return [placeOf(first), placeOf(last)];
}

function placeOf(cell: string): CellPlace {
  return { row: Number(cell.slice(1)) - 1, column: cell.charCodeAt(0) - 65 };
}

/** A cell as the pane quotes it; a date as it is told in a finding. */
function textOf(grid: Grid, at: CellPlace, { form, language }: { readonly form: Form; readonly language: Language }, found: Finding | undefined): string {
  if (found && a1(found.at) === a1(at) && "serial" in found.present) return describeFact(found.present, form, language);
  return quote(grid.value(at.row, at.column), language);
}
