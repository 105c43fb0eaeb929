import type { FormOutcome } from "../model/changes.ts";
import type { InputRules } from "../model/term-lists.ts";
import type { Block, PlaceSheet } from "../model/address.ts";
import type { ChangeApplier } from "../model/ports.ts";
import { Refusal } from "../model/refusal.ts";
import type { Language } from "../wording/language.ts";
import { addInputRulesChange } from "./words.ts";

/** The result for the rules, and the names of the protected cards, which got none. */
interface AddedToCards {
  readonly form: FormOutcome | undefined;
  readonly passed: readonly string[];
}

/**
 * Adds input rules to a sheet, or to all cards that they name at once. A protected card is passed over, and the others are tried again.
 * @throws {Refusal} protected, where no other card is left, and what applying refuses
 */
export async function addToCards(workbook: ChangeApplier, rules: InputRules, sheet: string, language: Language): Promise<AddedToCards> {
  const passed: string[] = [];
  for (let left = rules; ; ) {
    const [first] = sheetsIn(left);
    try {
      const { form } = await workbook.apply([addInputRulesChange(first?.id ?? sheet, left, language)]);
      return { form, passed };
    } catch (error) {
      const card = error instanceof Refusal && error.code === "protected" ? sheetsIn(left).find(({ name }) => name === error.detail) : undefined;
      left = kept(left, ({ id }) => id !== card?.id);
      if (!card || sheetsIn(left).length === 0) throw error;
      passed.push(card.name);
    }
  }
}

/** The rules of the cards that have none of these sheets' ids; those of a single sheet as they are. */
export function onOthers(rules: InputRules, sheets: ReadonlySet<string>): InputRules {
  return kept(rules, ({ id }) => !sheets.has(id));
}

function kept(rules: InputRules, isKept: (sheet: PlaceSheet) => boolean): InputRules {
  const own = (blocks: readonly Block[]) => blocks.filter(({ first: { sheet } }) => !sheet || isKept(sheet));
  return { header: rules.header, texts: own(rules.texts), lists: rules.lists.map(({ blocks, terms }) => ({ blocks: own(blocks), terms })).filter(({ blocks }) => blocks.length > 0) };
}

/** The cards that the rules name, each once. */
function sheetsIn({ lists, texts }: InputRules): readonly PlaceSheet[] {
  return [...new Map([...lists.flatMap(({ blocks }) => blocks), ...texts].flatMap(({ first: { sheet } }) => (sheet ? [[sheet.id, sheet] as const] : []))).values()];
}
