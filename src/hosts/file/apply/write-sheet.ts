import type { MadeSheet, WriteSheet } from "../../../core/model/changes.ts";
import { columnLetters, quoted, type CellPlace } from "../../../core/model/address.ts";
import { sheetName } from "../../../core/model/sheet-name.ts";
import { inTurns } from "../../../core/model/pace.ts";
import type { Watch } from "../../../core/model/ports.ts";
import type { SheetPlan } from "../../../core/model/sheet-plan.ts";
import { fingerprintName, tagName, textConstant, type SheetTag } from "../../../core/model/sheet-tags.ts";
import { chartXml, drawingXml } from "../parts/chart-xml.ts";
import type { Draft } from "../parts/draft.ts";
import { namesOfTags, ownSheet, removeSheetParts, removeTags } from "./own-sheets.ts";
import { addPart, relate } from "../parts/add-part.ts";
import type { PlanStyles } from "../parts/plan-styles.ts";
import { sheetXml } from "../parts/sheet-xml.ts";
import { WorkbookDraft } from "../parts/workbook-draft.ts";

const types = {
  sheet: "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml",
  drawing: "application/vnd.openxmlformats-officedocument.drawing+xml",
  chart: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
};

/** Names of the filter and print titles, of which a sheet of ours has its own. */
const builtInNames: ReadonlySet<string> = new Set(["_xlnm._filterdatabase", "_xlnm.print_titles", "_xlnm.print_area"]);

/** Makes our sheets of one plan. */
export class SheetWriter {
  /** Ids of the sheets made in this plan, by the sheet after which they are inserted. */
  readonly #behind = new Map<string | undefined, string>();

  /** @param made ids of the sheets made since the workbook was opened; those of this plan are added */
  constructor(
    private readonly draft: Draft,
    private readonly styles: PlanStyles,
    private readonly made: Set<string>,
    private readonly watch: Watch,
  ) {}

  /** @throws {Refusal} protected; sheet-gone and not-ours, if the sheet to replace is missing or not ours; too-long */
  async write({ plan, replaces, after }: WriteSheet): Promise<MadeSheet> {
    const workbook = await WorkbookDraft.open(this.draft);
    workbook.refuseLocked();
    const made = await (replaces === undefined ? this.#add(workbook, plan, after) : this.#replace(workbook, plan, replaces));
    this.made.add(made.sheet);
    return made;
  }

  async #add(workbook: WorkbookDraft, plan: SheetPlan, after: string | undefined): Promise<MadeSheet> {
    const { sheets } = workbook;
    const name = sheetName(plan.name, sheets.map((sheet) => sheet.name));
    const behind = sheets.findIndex(({ id }) => id === (this.#behind.get(after) ?? after));
    const index = behind < 0 ? sheets.length : behind + 1;
    const tag = { own: plan.own, number: freeNumber(workbook, plan.own) };
    const relation = await this.#addParts(workbook, plan, name);
    const id = workbook.insertSheet(index, name, relation, plan.isHidden);
    workbook.put();
    await this.#addNames(plan, name, index, tag);
    if (after !== undefined) this.#behind.set(after, id);
    return { own: plan.own, sheet: id, name };
  }

  async #replace(workbook: WorkbookDraft, plan: SheetPlan, id: string): Promise<MadeSheet> {
    const old = ownSheet(workbook, id);
    const index = workbook.sheets.findIndex((sheet) => sheet.id === id);
    const tag = workbook.tags.find(({ own, sheet }) => sheet.id === id && own === plan.own) ?? { own: plan.own, number: freeNumber(workbook, plan.own) };
    await removeSheetParts(this.draft, workbook.part, old);
    const relation = await this.#addParts(workbook, plan, old.name);
    removeTags(workbook, id);
    workbook.removeNames(({ name, sheet }) => sheet === index && builtInNames.has(name.toLowerCase()));
    workbook.relateSheet(old, relation);
    workbook.put();
    await this.#addNames(plan, old.name, index, tag);
    return { own: plan.own, sheet: id, name: old.name };
  }

  /** Adds the parts of the sheet and its charts. @returns the workbook's relation to the sheet */
  async #addParts({ folder, part: main, dialect, sheets }: WorkbookDraft, plan: SheetPlan, name: string): Promise<string> {
    const part = this.draft.freeName(`${folder}worksheets/sheet`, ".xml");
    const nameOf = (id: string) => sheets.find((sheet) => sheet.id === id)?.name;
    const drawing = plan.charts.length === 0 ? undefined : "rId1";
    const xml = await inTurns(sheetXml(plan, { dialect, styles: await this.styles.open(), nameOf, drawing, isSelected: sheets.length === 0 }), this.watch);
    await addPart(this.draft, part, types.sheet, xml);
    if (drawing !== undefined) await this.#addCharts(part, folder, plan, name, dialect);
    return relate(this.draft, main, `${dialect.relationships}/worksheet`, part);
  }

  async #addCharts(sheet: string, folder: string, plan: SheetPlan, name: string, dialect: WorkbookDraft["dialect"]): Promise<void> {
    const drawing = this.draft.freeName(`${folder}drawings/drawing`, ".xml");
    await addPart(this.draft, drawing, types.drawing, drawingXml(plan.charts, dialect));
    await relate(this.draft, sheet, `${dialect.relationships}/drawing`, drawing);
    for (const chart of plan.charts) {
      const part = this.draft.freeName(`${folder}charts/chart`, ".xml");
      await addPart(this.draft, part, types.chart, chartXml(chart, plan.rows, name, dialect));
      await relate(this.draft, drawing, `${dialect.relationships}/chart`, part);
    }
  }

  async #addNames({ repeatedRows, filter, fingerprint }: SheetPlan, sheet: string, index: number, tag: SheetTag): Promise<void> {
    const workbook = await WorkbookDraft.open(this.draft);
    const on = quoted(sheet);
    const fixed = ({ row, column }: CellPlace) => `$${columnLetters(column)}$${row + 1}`;
    const local = ` localSheetId="${index}"`;
    const area = filter === null ? [] : [{ name: "_xlnm._FilterDatabase", formula: `${on}!${fixed(filter.first)}:${fixed(filter.last)}`, attributes: `${local} hidden="1"` }];
    workbook.addNames([
      ...area,
      ...(repeatedRows === null ? [] : [{ name: "_xlnm.Print_Titles", formula: `${on}!$${repeatedRows.first + 1}:$${repeatedRows.last + 1}`, attributes: local }]),
      { name: tagName(tag), formula: `${on}!$A$1`, attributes: ' hidden="1"' },
      { name: fingerprintName(tagName(tag)), formula: textConstant(fingerprint), attributes: ' hidden="1"' },
    ]);
    workbook.put();
  }
}

/** The first number of a kind that no defined name uses. */
function freeNumber(workbook: WorkbookDraft, own: SheetTag["own"]): number {
  const taken = new Set(workbook.names.map(({ name }) => name.toLowerCase()));
  for (let number = 1; ; number++) {
    if ([...namesOfTags([{ own, number }])].every((name) => !taken.has(name))) return number;
  }
}
