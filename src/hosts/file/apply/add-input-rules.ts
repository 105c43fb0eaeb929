import type { AddInputRules, FormOutcome, MadeSheet } from "../../../core/model/changes.ts";
import { bySheet, type Block, type CellPlace } from "../../../core/model/address.ts";
import { choicesSheet, termCells } from "../../../core/input-rules/choices-sheet.ts";
import { sourceAddress } from "../../../core/input-rules/record.ts";
import { inputRulesStep, placesOf, type InputRulesStep, type StandingCell } from "../../../core/input-rules/step.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import type { SheetDraft } from "../parts/sheet-draft.ts";
import { ValidationDraft } from "../parts/validation-draft.ts";
import { choicesOf, type FormCells, type FormContext } from "./form-cells.ts";

/** The state of a form after adding rules, and the sheet with its terms. */
interface AddedRules {
  readonly made: readonly MadeSheet[];
  readonly form: FormOutcome;
}

function blocksOn(blocks: readonly Block[], sheet: string): ReadonlyMap<string, readonly Block[]> {
  return bySheet(blocks, ({ first }) => first, sheet);
}

/** Adds lists and text formats to a form. @returns undefined if it has them already. @throws {Refusal} sheet-gone, protected */
export async function addInputRules(context: FormContext, cells: FormCells, change: AddInputRules): Promise<AddedRules | undefined> {
  if ((await choicesOf(context, change.sheet)) !== undefined) return undefined;
  const { name } = await context.open(change.sheet);
  const texts = blocksOn(change.texts, change.sheet);
  const all = new Set([change.sheet, ...texts.keys(), ...blocksOn(change.lists.flatMap(({ blocks }) => blocks), change.sheet).keys()]);
  const sheets = new Map<string, SheetDraft>();
  const ruled = new Map<string, (at: CellPlace) => boolean>();
  for (const id of all) {
    const opened = await context.open(id);
    if (opened.sheet.isProtected) throw new Refusal("protected", opened.name);
    await cells.need(opened.sheet, texts.get(id) ?? []);
    sheets.set(id, opened.sheet);
    ruled.set(id, hasRule(opened.sheet));
  }
  const cell = (at: CellPlace): StandingCell => {
    const sheet = sheets.get(at.sheet?.id ?? change.sheet);
    return sheet ? cells.cell(sheet, at) : { value: undefined, isFormula: false, format: "General" };
  };
  const step = inputRulesStep(change, { hasRule: (at) => ruled.get(at.sheet?.id ?? change.sheet)?.(at) === true, cell });
  if (step.lists.length + step.texts.length === 0) return { made: [], form: step.outcome };
  await context.putSheets();
  const made = await context.sheets.write({ kind: "write-sheet", plan: choicesSheet(step, change, name), replaces: undefined, after: undefined });
  await write(context, cells, change, step, made.name);
  return { made: [made], form: step.outcome };
}

async function write(context: FormContext, cells: FormCells, change: AddInputRules, step: InputRulesStep, choices: string): Promise<void> {
  const listed = step.lists.map(({ blocks, terms }) => ({ blocks: blocksOn(blocks, change.sheet), address: sourceAddress(choices, termCells(step, terms)) }));
  const texts = blocksOn(step.texts.map(({ block }) => block), change.sheet);
  for (const id of new Set([...listed.flatMap(({ blocks }) => [...blocks.keys()]), ...texts.keys()])) {
    const { sheet } = await context.open(id);
    const lists = listed.map(({ blocks, address }) => ({ blocks: blocks.get(id) ?? [], address })).filter(({ blocks }) => blocks.length > 0);
    if (lists.length > 0) new ValidationDraft(sheet.frame).add(lists, change.words.alert);
    for (const block of texts.get(id) ?? []) for (const at of placesOf(block)) cells.restyle(sheet, at, "@");
  }
  await context.putSheets();
}

/** Makes a test for cells with a rule. */
function hasRule({ frame }: SheetDraft): (at: CellPlace) => boolean {
  const areas = new ValidationDraft(frame).rules.flatMap((rule) => rule.areas);
  return ({ row, column }) => areas.some(({ first, last }) => row >= first.row && row <= last.row && column >= first.column && column <= last.column);
}
