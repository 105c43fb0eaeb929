import type { AddInputRules, WriteSheet } from "../../../core/model/changes.ts";
import type { Block, CellPlace } from "../../../core/model/address.ts";
import { choicesSheet, termCells } from "../../../core/input-rules/choices-sheet.ts";
import { inputRulesStep } from "../../../core/input-rules/step.ts";
import type { FormEdit, FormPlan } from "./input-rule-edits.ts";
import type { Looking } from "./input-rule-looks.ts";
import type { SheetBlock } from "./rule-search.ts";

/** Finds out what to do to add input rules to a form. @throws {Refusal} moved, naming the first cell that differs */
export async function planAdding(looking: Looking, change: AddInputRules): Promise<FormPlan> {
  const { looks, search, lastReads } = looking;
  const { sheet, header, lists, texts, words } = change;
  const knownOf = (id: string) => lastReads.of(id);
  const sheetOf = ({ first }: Block) => first.sheet?.id ?? sheet;
  const onSheet = (block: Block): SheetBlock => ({ sheet: sheetOf(block), block });
  if (header !== undefined && knownOf(sheet) !== undefined) await looks.cells([onSheet(header)], knownOf);
  const cell = await looks.cells(texts.map(onSheet), knownOf);
  const rules = blocksOn(await search.find(lists.flatMap(({ blocks }) => blocks).map(onSheet)));
  const hasRule = ({ row, column, sheet: on }: CellPlace) => (rules.get(on?.id ?? sheet) ?? []).some(({ first, last }) => column >= first.column && column <= last.column && row >= first.row && row <= last.row);
  const step = inputRulesStep(change, { hasRule, cell: (at) => cell(at.sheet?.id ?? sheet, at) });
  const { outcome } = step;
  if (step.lists.length + step.texts.length === 0) return { edits: [], outcome };
  const write: WriteSheet = { kind: "write-sheet", plan: choicesSheet(step, change, await nameOf(looking, sheet)), replaces: undefined, after: undefined };
  const listed = step.lists.flatMap(({ blocks, terms }) => {
    const to = { sheet: write, block: termCells(step, terms), alert: words.alert };
    return blocks.map((block): FormEdit => ({ what: "list", ...onSheet(block), from: undefined, to }));
  });
  const formatted = step.texts.map(({ block, format }): FormEdit => ({ what: "format", ...onSheet(block), from: format, to: "@" }));
  return { edits: [...listed, ...formatted], outcome, write };
}

function blocksOn(found: readonly SheetBlock[]): ReadonlyMap<string, readonly Block[]> {
  const all = new Map<string, Block[]>();
  for (const { sheet, block } of found) all.set(sheet, [...(all.get(sheet) ?? []), block]);
  return all;
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
