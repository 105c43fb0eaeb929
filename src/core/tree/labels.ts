import { isBlank } from "../form/reader.ts";
import { isContinued } from "../form/fold.ts";
import { alike } from "./blocks.ts";
import type { CodeKey, CodeKeys } from "./keys.ts";
import type { LevelCells } from "./level-cells.ts";
import { blockOf, gainOf, labelled, noLabels, type ItemBlock, type BlockLabels, type LabelCell, type Unit } from "./unit.ts";

/** Costs of a block without a label on its first row, of one that begins with a later number, and of a label that its block contradicts. */
const cost = { labelMissing: 1, labelWrong: 1, labelInside: 0.5, begunBefore: 1.5, noLabels: 0.5, notFirst: 0.3 } as const;

interface State {
  readonly key: CodeKey;
  readonly total: number;
  readonly before: State | undefined;
}

/**
 * The blocks of a level whose cells are labels, which may be on a wrong row or missing: the codes below and the labels together tell where
 * a block begins.
 */
export function blocksByLabels(cells: LevelCells, units: readonly Unit[], codes: CodeKeys, belongs: (index: number) => boolean, sections: readonly number[] = []): readonly ItemBlock[] {
  const labels = findLabels(cells, codes, belongs);
  // Codes that begin again are other codes: each section is read by itself.
  const partsOf = <One>(all: readonly One[], rowOf: (one: One) => number) => {
    const parts: One[][] = [[]];
    for (const one of all) {
      while ((sections[parts.length] ?? Infinity) <= rowOf(one)) parts.push([]);
      parts.at(-1)?.push(one);
    }
    return parts;
  };
  const ofLabels = partsOf(labels, ({ index }) => index);
  return partsOf(units, ({ from }) => from).flatMap((part, index) => blocksOfSection(cells, part, ofLabels[index] ?? [], codes));
}

function blocksOfSection(cells: LevelCells, units: readonly Unit[], labels: readonly LabelCell[], codes: CodeKeys): readonly ItemBlock[] {
  const keys = settle(units, labels, cells.code !== undefined);
  const blocks: ItemBlock[] = [];
  let first = 0;
  keys.forEach((key, index) => {
    if (index + 1 < keys.length && keys[index + 1] === key) return;
    const inside = units.slice(first, index + 1);
    blocks.push(blockOf(inside[0]?.from ?? 0, inside.at(-1)?.to ?? 0, inside, { chosen: key }));
    first = index + 1;
  });
  return new LabelGiver(blocks, labels, cells, codes).given();
}

/** All labels but those that only repeat the one above. A label on a row of its own belongs to the next row with other content. */
function findLabels(cells: LevelCells, codes: CodeKeys, belongs: (index: number) => boolean): readonly LabelCell[] {
  const place = cells.code?.place;
  if (place === undefined) return [];
  const { rows } = cells.table;
  const labels: LabelCell[] = [];
  let first = 0;
  rows.forEach(({ row }, index) => {
    const value = cells.grid.value(row, place);
    if (isBlank(value) || value === labels.at(-1)?.value || !cells.isOwnRow(row)) return;
    first = Math.max(first, index);
    while (first < rows.length - 1 && !belongs(first)) first++;
    const reading = cells.readCode(row);
    labels.push({ index: first, at: { row, column: place }, reading, keys: codes.ofAll(reading.codes), value });
  });
  return labels;
}

/**
 * The code of every unit's block, with the fewest codes and labels to replace (a shortest path over the units in sheet order). Of
 * equally cheap readings, the one that keeps the earlier codes wins.
 */
function settle(units: readonly Unit[], labels: readonly LabelCell[], hasLabels: boolean): readonly CodeKey[] {
  const labelOn = new Map(labels.map((label) => [label.index, label]));
  const lastLabel = new Map(labels.flatMap((label) => label.keys.map((key) => [key, label.index] as const)));
  let states: readonly State[] = [];
  let above: CodeKey = 0;
  for (const unit of units) {
    const label = labelOn.get(unit.from);
    above = label?.keys[0] ?? above;
    const sure = stepWithoutDoubt(unit, label, states);
    if (sure) {
      states = [sure];
      continue;
    }
    const begin = (key: CodeKey) => (hasLabels ? costOfBeginning(key, unit, label, lastLabel) : cost.noLabels) + (key === unit.named && unit.number > 1 && !label ? cost.notFirst : 0);
    const stay = (key: CodeKey) => (label?.keys[0] !== undefined && label.keys[0] !== key ? cost.labelInside : 0);
    const before = states;
    states = candidatesOf(unit, above, before).map((key) => {
      const own = unit.total - gainOf(unit, key);
      const steps = before.map((state) => ({ state, total: state.total + own + (state.key === key ? stay(key) : begin(key)) }));
      const best = steps.reduce<(typeof steps)[number] | undefined>((least, step) => (least && least.total <= step.total ? least : step), undefined);
      return best ? { key, total: best.total, before: best.state } : { key, total: own + begin(key), before: undefined };
    });
  }
  return pathTo(cheapest(states), units.length);
}

/** The next state where all codes and the label agree: the step costs nothing, so no other reading is cheaper. */
function stepWithoutDoubt(unit: Unit, label: LabelCell | undefined, states: readonly State[]): State | undefined {
  const [before] = states;
  const { named: key, total } = unit;
  if (!before || states.length > 1 || key === 0 || total === 0 || gainOf(unit, key) < total) return undefined;
  const agrees = label ? label.keys[0] === key : before.key === key;
  return agrees ? { key, total: before.total, before } : undefined;
}

function candidatesOf(unit: Unit, above: CodeKey, states: readonly State[]): readonly CodeKey[] {
  const named = unit.gains ? [unit.named, ...unit.gains.keys()] : [unit.named];
  const all = [...named, above, cheapest(states)?.key ?? 0].filter((key) => key !== 0);
  return all.length === 0 ? [0] : [...new Set(all)].slice(0, 6);
}

function costOfBeginning(key: CodeKey, unit: Unit, label: LabelCell | undefined, lastLabel: ReadonlyMap<CodeKey, number>): number {
  if (label) return label.keys.length === 0 || label.keys.includes(key) ? 0 : cost.labelWrong;
  const elsewhere = lastLabel.get(key);
  return elsewhere !== undefined && elsewhere < unit.from - 1 ? cost.begunBefore : cost.labelMissing;
}

function cheapest(states: readonly State[]): State | undefined {
  return states.reduce<State | undefined>((best, state) => (best && best.total <= state.total ? best : state), undefined);
}

function pathTo(last: State | undefined, length: number): readonly CodeKey[] {
  const path = new Array<CodeKey>(length).fill(0);
  for (let state = last, index = length - 1; state; state = state.before) path[index--] = state.key;
  return path;
}

/** Gives every block its label: the one on its first row, otherwise one with its code elsewhere. */
class LabelGiver {
  readonly #given = new Set<LabelCell>();
  readonly #own = new Map<ItemBlock, LabelCell>();

  constructor(
    readonly blocks: readonly ItemBlock[],
    readonly labels: readonly LabelCell[],
    readonly cells: LevelCells,
    readonly codes: CodeKeys,
  ) {}

  given(): readonly ItemBlock[] {
    const onRow = new Map(this.labels.map((label) => [label.index, label]));
    for (const block of this.blocks) this.#give(block, onRow.get(block.from));
    const free = new Map<CodeKey, LabelCell>();
    for (const label of this.labels) {
      const [key] = label.keys;
      if (key !== undefined && !this.#given.has(label) && !free.has(key)) free.set(key, label);
    }
    for (const block of this.blocks) if (!this.#own.has(block)) this.#give(block, free.get(block.chosen ?? 0));
    const others = this.#others();
    return this.blocks.map((block) => this.#with(block, others.get(block) ?? noLabels));
  }

  #give(block: ItemBlock, label: LabelCell | undefined): void {
    if (!label) return;
    this.#given.add(label);
    this.#own.set(block, label);
  }

  #others(): ReadonlyMap<ItemBlock, { repeats: LabelCell[]; strays: LabelCell[] }> {
    const others = new Map<ItemBlock, { repeats: LabelCell[]; strays: LabelCell[] }>();
    let at = 0;
    for (const label of this.labels) {
      if (this.#given.has(label)) continue;
      while (at < this.blocks.length - 1 && (this.blocks[at]?.to ?? 0) <= label.index) at++;
      const block = this.blocks[at];
      if (!block) continue;
      const found = others.get(block) ?? { repeats: [], strays: [] };
      others.set(block, found);
      (this.#repeats(block, label) ? found.repeats : found.strays).push(label);
    }
    return others;
  }

  #repeats(block: ItemBlock, { keys, reading }: LabelCell): boolean {
    const [key] = keys;
    return key === undefined || (key === block.chosen && (isContinued(reading.title) || alike(this.#own.get(block)?.reading.title ?? "", reading.title, this.cells.reader.fold)));
  }

  #with(block: ItemBlock, { repeats, strays }: Pick<BlockLabels, "repeats" | "strays">): ItemBlock {
    const own = this.#own.get(block);
    return labelled(block, own !== undefined || this.cells.code === undefined, { own, repeats, strays });
  }
}
