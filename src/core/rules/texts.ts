import { isBlank } from "../form/reader.ts";
import type { Evaluation, NodeCell } from "../tree/evaluation.ts";
import { isUntidy, tidy } from "../wording/hidden.ts";
import { mayHaveOddLetters, plainLetters } from "../wording/letters.ts";

/** A cell that holds words: a text, or a label. */
export interface TextCell extends NodeCell {
  readonly value: string;
}

/** The labels and texts that are not simply right, blank ones aside. */
export function textCells(evaluation: Evaluation): readonly TextCell[] {
  return [...labelCells(evaluation), ...evaluation.oddCells("text")].filter((cell): cell is TextCell => typeof cell.value === "string" && !isBlank(cell.value));
}

/** The labels of issues that are not simply right; their codes aside. */
export function* labelCells(evaluation: Evaluation): Generator<NodeCell> {
  const column = evaluation.columns("issue").find(({ holds }) => holds === "label");
  if (!column) return;
  for (const node of evaluation.issues) {
    const value = node.label?.value;
    if (node.label && typeof value === "string" && (isUntidy(value) || mayHaveOddLetters(value))) yield { node, column, at: node.label.at, value };
  }
}

/** The text without needless space and letters that look like others; what is wrong inside a label's code is `code-spelling`, not a text's. */
export function tidyText({ node, column, value }: TextCell): string {
  const title = node.reading.title;
  if (column.holds !== "label" || title === "" || !value.endsWith(title)) return plainLetters(tidy(value));
  const opening = value.slice(0, value.length - title.length);
  return opening.replace(/^\s+/, "") + plainLetters(tidy(title));
}
