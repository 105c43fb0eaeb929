import type { AddInputRules, FormOutcome, MadeSheet } from "../../../core/model/changes.ts";
import type { CellPlace } from "../../../core/model/address.ts";
import { choicesSheet, termCells } from "../../../core/input-rules/choices-sheet.ts";
import { sourceAddress } from "../../../core/input-rules/record.ts";
import { inputRulesStep, placesOf, type InputRulesStep } from "../../../core/input-rules/step.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import type { SheetDraft } from "../parts/sheet-draft.ts";
import { ValidationDraft } from "../parts/validation-draft.ts";
import { choicesOf, type FormCells, type FormContext } from "./form-cells.ts";

/** What became of a form, and the sheet with its terms. */
interface AddedRules {
  readonly made: readonly MadeSheet[];
  readonly form: FormOutcome;
}

/** Gives a form its lists and text formats. @returns undefined where it has them already. @throws {Refusal} sheet-gone, protected */
export async function addInputRules(context: FormContext, cells: FormCells, change: AddInputRules): Promise<AddedRules | undefined> {
  const { sheet, name } = await context.open(change.sheet);
  if ((await choicesOf(context, change.sheet)) !== undefined) return undefined;
  if (sheet.isProtected) throw new Refusal("protected", name);
  await cells.need(sheet, change.texts);
  const step = inputRulesStep(change, { hasRule: hasRule(sheet), cell: (at) => cells.cell(sheet, at) });
  if (step.lists.length + step.texts.length === 0) return { made: [], form: step.outcome };
  context.putSheets();
  const made = await context.sheets.write({ kind: "write-sheet", plan: choicesSheet(step, change, name), replaces: undefined, after: undefined });
  await write(context, cells, change, step, made.name);
  return { made: [made], form: step.outcome };
}

async function write(context: FormContext, cells: FormCells, change: AddInputRules, step: InputRulesStep, choices: string): Promise<void> {
  const { sheet } = await context.open(change.sheet);
  const lists = step.lists.map(({ blocks, terms }) => ({ blocks, address: sourceAddress(choices, termCells(step, terms)) }));
  new ValidationDraft(sheet.frame).add(lists, change.words.alert);
  for (const { block } of step.texts) for (const at of placesOf(block)) cells.restyle(sheet, at, "@");
  context.putSheets();
}

/** Tells whether a rule stands in a cell. */
function hasRule({ frame }: SheetDraft): (at: CellPlace) => boolean {
  const areas = new ValidationDraft(frame).rules.flatMap((rule) => rule.areas);
  return ({ row, column }) => areas.some(({ first, last }) => row >= first.row && row <= last.row && column >= first.column && column <= last.column);
}
