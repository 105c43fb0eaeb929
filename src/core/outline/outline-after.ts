import type { FormColumn } from "../form/schema.ts";
import type { Outline, OutlineColumn } from "../model/outline.ts";
import type { Evaluation } from "../tree/evaluation.ts";
import { outlineColumn, itemTitles } from "./outline.ts";

/** The outline of the same items after cells of some columns were edited that tell nothing of their codes. */
export function outlineAfter(outline: Outline, evaluation: Evaluation, edited: ReadonlySet<FormColumn>): Outline {
  const columns = new Map([...edited].map((column) => [column.id, column]));
  const after = (former: OutlineColumn) => {
    const column = columns.get(former.column);
    return (column && outlineColumn(evaluation, column)) ?? former;
  };
  const titles = [...edited].some(({ holds }) => holds === "text") ? itemTitles(evaluation) : outline.titles;
  return { ...outline, titles, columns: outline.columns.map(after) };
}
