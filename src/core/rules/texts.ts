import { isBlank } from "../form/reader.ts";
import type { Evaluation, NodeCell } from "../tree/evaluation.ts";
import { tidy } from "../wording/hidden.ts";
import { plainLetters } from "../wording/letters.ts";

/** A text cell or a label. */
export interface TextCell extends NodeCell {
  readonly value: string;
}

/** The labels and texts that are not simply right, without blank ones. */
export function* textCells(evaluation: Evaluation): Generator<TextCell> {
  for (const cells of [evaluation.oddLabels(), evaluation.oddCells("text")]) for (const cell of cells) if (isText(cell)) yield cell;
}

function isText(cell: NodeCell): cell is TextCell {
  return typeof cell.value === "string" && !isBlank(cell.value);
}

/** The text without needless space and look-alike letters. Faults inside a label's code belong to `code-spelling`. */
export function tidyText(evaluation: Evaluation, { node, column, value }: TextCell): string {
  const { kind, title } = evaluation.reading(node);
  if (column.holds === "label" && title === "" && kind === "text") return value;
  if (column.holds !== "label" || title === "" || !value.endsWith(title)) return plainLetters(tidy(value));
  const opening = value.slice(0, value.length - title.length);
  return opening.replace(/^\s+/, "") + plainLetters(tidy(title));
}
