import { verdictFacts } from "../fixes/verdict.ts";
import type { Inspection } from "../model/finding.ts";
import type { PlannedCell } from "../model/sheet-plan.ts";
import { describeMarkLevel } from "../review/say.ts";
import { markLevels } from "../model/mark-look.ts";
import { sayCount } from "../wording/counts.ts";
import { columnName } from "../wording/phrase.ts";
import { explainRefusal } from "../wording/refusal-causes.ts";
import { sumOf, textCell, textRow, total, type PlannedRow } from "./cells.ts";
import type { Scope } from "./head.ts";
import { isRead, type Named, type Office } from "./offices.ts";
import type { SummaryOptions } from "./options.ts";
import { summaryTexts } from "./texts.ts";

/** Columns before those of the statuses: office, verdict, and how many marks of each level. */
const before = 2 + markLevels.length;

/** A row for each office and the sum; for each status column a symbol that is as legible in grey, with how many are good. */
export class OfficeMatrix {
  constructor(
    readonly scope: Scope,
    readonly options: SummaryOptions,
  ) {}

  /** Number of its columns. */
  get width(): number {
    return before + this.#columns.length;
  }

  get header(): PlannedRow {
    const { form, language } = this.options;
    const words = summaryTexts[language];
    const marks = markLevels.map((level) => describeMarkLevel(level, language));
    return textRow("header", [words.office, words.handIn, ...marks, ...this.#columns.map(({ column }) => columnName(column, form, language))]);
  }

  /** @param first the row of the first office, zero-based */
  rows(first: number): readonly PlannedRow[] {
    return [...this.scope.all.map((office) => this.#row(office)), this.#sum(first)];
  }

  get #columns() {
    return this.scope.read[0]?.inspection.tally.columns ?? [];
  }

  #row(office: Named<Office>): PlannedRow {
    const { language } = this.options;
    const words = summaryTexts[language];
    const name = textCell("text", office.name);
    if (!isRead(office)) return [name, textCell("text", words.unread), textCell("note", explainRefusal(office.refusal, language))];
    const { errors } = verdictFacts(office.inspection);
    const marks = markLevels.map((level): PlannedCell => ({ role: "count", value: office.inspection.marks.filter((mark) => mark.level === level).length }));
    return [name, textCell("text", errors === 0 ? words.ready : words.notReady(errors)), ...marks, ...this.#statuses("symbol", [office.inspection])];
  }

  #sum(first: number): PlannedRow {
    const words = summaryTexts[this.options.language];
    const { all, read } = this.scope;
    const marks = markLevels.map((level, index): PlannedCell => {
      const column = 2 + index;
      const value = total(read.map(({ inspection }) => inspection.marks.filter((mark) => mark.level === level).length));
      return { role: "totalCount", value, formula: sumOf({ row: first, column }, { row: first + all.length - 1, column }) };
    });
    return [...textRow("totalText", [words.total, ""]), ...marks, ...this.#statuses("totalSymbol", read.map(({ inspection }) => inspection))];
  }

  #statuses(role: "symbol" | "totalSymbol", inspections: readonly Inspection[]): readonly PlannedCell[] {
    return this.#columns.map(({ terms }, index) => {
      const of = (meaning: "good" | "bad") => total(inspections.flatMap(({ tally }) => terms.map((term, place) => (term.meaning === meaning ? (tally.total[index]?.terms[place] ?? 0) : 0))));
      const [good, bad] = [of("good"), of("bad")];
      return textCell(role, good + bad === 0 ? "－" : `${symbolOf(good, bad)} ${sayCount(good)}/${sayCount(good + bad)}`);
    });
  }
}

function symbolOf(good: number, bad: number): string {
  if (bad === 0) return "◎";
  if (good === 0) return "×";
  return good >= bad ? "○" : "△";
}
