import type { AddInputRules, WriteSheet } from "../../../core/model/changes.ts";
import type { CellPlace } from "../../../core/model/address.ts";
import { choicesSheet, termCells } from "../../../core/input-rules/choices-sheet.ts";
import { inputRulesStep } from "../../../core/input-rules/step.ts";
import type { FormEdit, FormPlan } from "./input-rule-edits.ts";
import type { Looking } from "./input-rule-looks.ts";

/** Finds out what to do to add input rules to a form. @throws {Refusal} moved, naming the first cell that differs */
export async function planAdding(looking: Looking, change: AddInputRules): Promise<FormPlan> {
  const { looks, search, lastReads } = looking;
  const { sheet, header, lists, texts, words } = change;
  const known = lastReads.of(sheet);
  if (known !== undefined && header !== undefined) await looks.cells(sheet, [header], known);
  const cell = await looks.cells(sheet, texts, known);
  const rules = await search.find(lists.flatMap(({ blocks }) => blocks).map((block) => ({ sheet, block })));
  const hasRule = ({ row, column }: CellPlace) => rules.some(({ block: { first, last } }) => column >= first.column && column <= last.column && row >= first.row && row <= last.row);
  const step = inputRulesStep(change, { hasRule, cell });
  const { outcome } = step;
  if (step.lists.length + step.texts.length === 0) return { edits: [], outcome };
  const write: WriteSheet = { kind: "write-sheet", plan: choicesSheet(step, change, await nameOf(looking, sheet)), replaces: undefined, after: undefined };
  const listed = step.lists.flatMap(({ blocks, terms }) => {
    const to = { sheet: write, block: termCells(step, terms), alert: words.alert };
    return blocks.map((block): FormEdit => ({ what: "list", sheet, block, from: undefined, to }));
  });
  const formatted = step.texts.map(({ block, format }): FormEdit => ({ what: "format", sheet, block, from: format, to: "@" }));
  return { edits: [...listed, ...formatted], outcome, write };
}

function nameOf({ session, watch }: Looking, sheetId: string): Promise<string> {
  return session.exchange(
    (context) => {
      const sheet = context.workbook.worksheets.getItem(sheetId).load("name");
      return () => sheet.name;
    },
    { watch },
  );
}
