import { addAll } from "../model/many.ts";
import { a1, bySheet } from "../model/address.ts";
import type { CellWrite, EditCells } from "../model/changes.ts";
import { Refusal, type RefusalCode } from "../model/refusal.ts";
import type { FixGroup } from "./fix-groups.ts";

/** A fix that the workbook refused, such as one of a formula; the refusal names its cells. */
export interface LeftFix {
  readonly fixGroup: FixGroup;
  readonly refusal: Refusal;
}

/** The result of writing fixes. `done` is undefined where none was left to write. */
export interface WrittenFixes<Done> {
  readonly done: Done | undefined;
  readonly left: readonly LeftFix[];
}

/** Refusals that name cells. Other fixes can still be written. */
const ofCells: ReadonlySet<RefusalCode> = new Set(["formula", "covered", "locked", "table-header", "too-long", "reads-as-formula", "no-such-letter"]);

/**
 * Writes all fixes at once. If the workbook refuses the cells or cards of some, it writes the others.
 * @param write writes all given fixes or none
 * @throws {Refusal} the codes of `write` that concern more than single cells: moved, read-only, sheet-gone, cancelled, editing, interrupted
 */
export async function writeFixes<Done>(fixGroups: readonly FixGroup[], write: (fixGroups: readonly FixGroup[]) => Promise<Done>): Promise<WrittenFixes<Done>> {
  let rest = fixGroups;
  const left: LeftFix[] = [];
  while (rest.length > 0) {
    try {
      return { done: await write(rest), left };
    } catch (error) {
      const refused = error instanceof Refusal ? refusedBy(error, rest) : [];
      if (refused.length === 0) throw error;
      addAll(left, refused);
      const gone = new Set(refused.map(({ fixGroup }) => fixGroup));
      rest = rest.filter((fixGroup) => !gone.has(fixGroup));
    }
  }
  return { done: undefined, left };
}

/** The changes that write cells of a sheet, or of several cards: one for each sheet. */
export function editChanges(sheet: string, edits: readonly CellWrite[]): readonly EditCells[] {
  return [...bySheet(edits, ({ at }) => at, sheet)].map(([id, own]) => ({ kind: "edit-cells", sheet: id, edits: own }));
}

/** The cells that a refusal names: B4 C7; on cards with their sheets, whose names may have spaces: 'Card 1'!B4 'Card 2'!C7. */
function cellsIn(detail: string): ReadonlySet<string> {
  const [first = "", ...others] = detail.split(detail.startsWith("'") ? " '" : " ");
  return new Set([first, ...others.map((cell) => (detail.startsWith("'") ? `'${cell}` : cell))]);
}

/** The fixes with a cell that the refusal names; on a protected card all fixes of the card. */
function refusedBy({ code, detail }: Refusal, fixGroups: readonly FixGroup[]): readonly LeftFix[] {
  if (code === "protected") return fixGroups.filter(({ edits }) => edits.some(({ at }) => at.sheet?.name === detail)).map((fixGroup) => ({ fixGroup, refusal: new Refusal(code, detail) }));
  if (!ofCells.has(code)) return [];
  const named = cellsIn(detail);
  return fixGroups.flatMap((fixGroup) => {
    const cells = fixGroup.edits.map(({ at }) => a1(at)).filter((cell) => named.has(cell));
    return cells.length === 0 ? [] : [{ fixGroup, refusal: new Refusal(code, cells.join(" ")) }];
  });
}
