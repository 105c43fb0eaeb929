import { callsForReview } from "../form/default-marks.ts";
import type { Form, FormColumn, FormLevel, Term } from "../form/schema.ts";
import { columnLetters } from "../model/address.ts";
import type { Grid } from "../model/grid.ts";
import { choicesIn, isGradeLabel, isNameLabel, labelOf, type Card, type CardSheet } from "./card.ts";
import { joinLegends, legendsIn, names, scalesIn, type Legend, type LegendItem } from "./legend.ts";
import { Texts } from "./region.ts";
import { isSign, meaningOf, meaningsBySize, wordScaleOf } from "./scales.ts";

/** The form of a card: its place in the plan, the item, and the rows of its small table. */
export function cardForm(grid: Grid, card: Card, sheet: CardSheet): Form | undefined {
  const maker = new CardForm(grid, card, sheet);
  return maker.make();
}

const sectionLabel = /^(?:担当|所管|主管|部|課|局|部局|所属)/;
const numberLabel = /(?:値|率|額|費)$/;

class CardForm {
  readonly #legends: readonly Legend[];
  readonly #texts = new Texts();
  readonly #levels: FormLevel[] = [];
  readonly #vocabularies = new Map<string, readonly Term[]>();

  constructor(
    readonly grid: Grid,
    readonly card: Card,
    readonly sheet: CardSheet,
  ) {
    const legends: Legend[] = [];
    for (let row = 0; row < grid.rowCount; row++) {
      grid.row(row).forEach((value, column) => {
        if (typeof value === "string" && choicesIn(value).length === 0) legends.push(...legendsIn(value, { row, column }));
      });
    }
    this.#legends = joinLegends(legends).filter(({ items }) => items.length >= 2);
  }

  make(): Form | undefined {
    const { labels, own } = this.sheet;
    const coded = this.#codedLevels();
    const item = labels.findIndex(({ label }, column) => column < own && isNameLabel(label));
    this.#levels.push(...coded.map(({ column, template }): FormLevel => ({ id: `level${column + 1}`, name: this.#name(column), key: "nested", code: template, mayBeEmpty: true })));
    this.#levels.push({ id: "item", name: this.#name(item), key: "none", mayBeEmpty: true });
    if (this.card.table) this.#levels.push({ id: "part", name: this.#name(own), key: "none" });
    const columns = labels.flatMap((_, column) => this.#column(column, coded.some((level) => level.column === column), column === item) ?? []);
    if (!columns.some(({ holds }) => holds === "status")) return undefined;
    return {
      id: "inferred-card",
      name: { ja: `「${this.grid.sheet.name}」の個票`, en: `Card of the sheet ${this.grid.sheet.name}` },
      levels: this.#levels,
      columns,
      vocabularies: Object.fromEntries([...this.#vocabularies].map(([name, terms]) => [name, [...terms]])),
      layout: "cards",
      spellings: [["おおむね", "概ね"]],
      // One card says nothing of the order of all.
      rules: { "code-sequence": "off" },
    };
  }

  /** Labels whose values have codes that begin with each other: 1, 1-1, 1-1-2. */
  #codedLevels(): readonly { readonly column: number; readonly template: string }[] {
    const found: { readonly column: number; readonly template: string; readonly size: number }[] = [];
    for (let column = 0; column < this.sheet.own; column++) {
      const value = this.sheet.grid.value(1, column);
      const label = this.sheet.labels[column]?.label ?? "";
      const code = typeof value === "string" && !isNameLabel(label) && !isGradeLabel(label) && /目標|政策|施策|方針|章|節|項目|分野/.test(label) ? this.#texts.code(value) : undefined;
      if (code && code.rest !== "" && code.code.length === (found.at(-1)?.size ?? 0) + 1) {
        found.push({ column, size: code.code.length, template: Array.from({ length: code.code.length }, (_, index) => `{${index + 1}}`).join("-") });
      }
    }
    return found;
  }

  #name(column: number): { ja: string; en: string } {
    const label = labelOf(this.sheet.labels[column]?.label ?? "") || columnLetters(column);
    return { ja: label, en: label };
  }

  #column(column: number, isCoded: boolean, isItem: boolean): FormColumn | undefined {
    const label = this.sheet.labels[column]?.label ?? "";
    const isPart = column >= this.sheet.own;
    const base = { id: columnLetters(column), name: this.#name(column), header: [label], level: isCoded ? `level${column + 1}` : isPart ? "part" : "item" };
    if (isCoded) return { ...base, holds: "label" };
    if (isItem || column === this.sheet.own) return { ...base, holds: "text" };
    const terms = isGradeLabel(label) ? this.#terms(column) : undefined;
    if (terms) {
      this.#vocabularies.set(`scale${column + 1}`, terms);
      return { ...base, holds: "status", vocabulary: `scale${column + 1}` };
    }
    const bare = labelOf(label);
    return { ...base, holds: sectionLabel.test(bare) ? "section" : numberLabel.test(bare) ? "number" : "note", optional: true };
  }

  /** What a grade may be: what the cell offers to choose from, what a legend names, or a known scale. */
  #terms(column: number): readonly Term[] | undefined {
    const at = this.sheet.realOf({ row: 1, column });
    const choices = choicesIn(this.grid.value(at.row, at.column)).map(({ text }) => text);
    if (choices.length > 0) return judged(choices.map((text) => ({ sign: text, words: "" })));
    const label = this.sheet.labels[column]?.label ?? "";
    const values = Array.from({ length: this.sheet.grid.rowCount - 1 }, (_, index) => this.sheet.grid.value(index + 1, column)).flatMap((value) => (typeof value === "string" ? [value] : []));
    const scales = this.#legends.flatMap((legend) => scalesIn(legend).map((items) => ({ legend, items })));
    const own = scales.find(({ legend, items }) => names(legend.head, [labelOf(label)]) || values.some((value) => items.some(({ sign }) => sign === value)));
    const only = scales.length === 1 && values.every((value) => isSign(value)) ? scales[0] : undefined;
    const used = own ?? only;
    if (used) return judged(used.items);
    const scale = wordScaleOf(values);
    return scale && judged(scale.map((sign) => ({ sign, words: "" })));
  }
}

function judged(items: readonly LegendItem[]): readonly Term[] {
  const bySize = meaningsBySize(items.length);
  const meanings = items.map(({ sign, words }, place) => (words === "" && isSign(sign) ? (bySize[place] ?? "good") : meaningOf(words === "" ? sign : words).meaning));
  const bad = items.filter((_, place) => meanings[place] === "bad");
  const calling = bad.filter(({ sign, words }) => callsForReview(words === "" ? sign : words));
  return items.map((item, place): Term => {
    const isRequired = calling.length > 0 ? calling.includes(item) : bad.length > 1 && item === bad.at(-1);
    return { text: item.sign, meaning: meanings[place] ?? "none", ...(meanings[place] === "bad" ? { mark: isRequired ? "required" : "attention" } : {}) };
  });
}
