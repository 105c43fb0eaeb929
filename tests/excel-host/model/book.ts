import { parseArea, quotedName, splitAddress, type Area } from "./area.ts";
import type { CellValue } from "./cell.ts";
import type { Change } from "./change.ts";
import { ExcelError } from "./refusal.ts";
import { refuseProtected } from "./write.ts";
import { followSheet } from "./references.ts";
import { deleted, deleteRows, inserted, insertRows } from "./shift.ts";
import { Sheet, type Rule } from "./sheet.ts";

/** A defined name; the formula may be broken, as in "=#REF!$A$1". */
export interface DefinedName {
  readonly name: string;
  readonly formula: string;
  readonly visible: boolean;
}

/** A workbook in memory. It knows nothing of Office.js. */
export class Book {
  name = "評価表.xlsx";
  sheets: readonly Sheet[] = [];
  names: readonly DefinedName[] = [];
  /** The document settings of add-ins: JSON texts by name. */
  settings = new Map<string, string>();
  date1904 = false;
  structureProtected = false;
  /** True while a sheet is in front that is only a chart: no worksheet is active then (OfficeDev/office-js#2444). */
  isChartInFront = false;
  /** True where freezing panes of a sheet behind reports that it became active (OfficeDev/office-js#3148). */
  freezingActivates = false;
  readOnly = false;
  calculationMode: "Automatic" | "AutomaticExceptTables" | "Manual" = "Automatic";
  /** The year of a date typed without one. */
  year = 2026;
  /** What the user could undo, one entry for each step. */
  undo: readonly string[] = [];
  selection: Area = { row: 0, column: 0, rows: 1, columns: 1 };
  #activeId = "";
  #changes: Change[] = [];
  #nextId = 1;

  /** Adds a sheet at the end; the first one becomes active. @throws {ExcelError} */
  addSheet(name: string, id = this.newId()): Sheet {
    this.refuseStructure();
    this.refuseName(name, undefined);
    const sheet = new Sheet(id, name);
    this.sheets = [...this.sheets, sheet];
    if (this.#activeId === "") this.#activeId = id;
    this.note({ kind: "sheet-added", sheetId: id, name });
    return sheet;
  }

  get active(): Sheet {
    return this.sheet(this.#activeId);
  }

  /** Finds a sheet by id or name, like Excel's getItem. */
  find(key: string): Sheet | undefined {
    return this.sheets.find(({ id }) => id === key) ?? this.sheets.find(({ name }) => name.toLowerCase() === key.toLowerCase());
  }

  /** @throws {ExcelError} ItemNotFound */
  sheet(key: string): Sheet {
    const sheet = this.find(key);
    if (sheet === undefined) throw new ExcelError("ItemNotFound", `no sheet ${key}`);
    return sheet;
  }

  activate(sheet: Sheet): void {
    if (sheet.visibility !== "Visible") throw new ExcelError("InvalidOperation", "a hidden sheet cannot be activated");
    if (sheet.id === this.#activeId) return;
    const left = this.#activeId;
    this.#activeId = sheet.id;
    this.selection = { row: 0, column: 0, rows: 1, columns: 1 };
    this.note({ kind: "activated", sheetId: sheet.id, left });
  }

  select(sheet: Sheet, area: Area): void {
    this.activate(sheet);
    this.selection = area;
    this.note({ kind: "selected", sheetId: sheet.id, area });
  }

  rename(sheet: Sheet, name: string): void {
    this.refuseStructure();
    this.refuseName(name, sheet);
    const from = sheet.name;
    sheet.name = name;
    this.#pointNames(from, name);
    followSheet(this, from, name);
    this.note({ kind: "sheet-renamed", sheetId: sheet.id, from, to: name });
  }

  move(sheet: Sheet, position: number): void {
    this.refuseStructure();
    const others = this.sheets.filter((each) => each !== sheet);
    this.sheets = [...others.slice(0, position), sheet, ...others.slice(position)];
  }

  deleteSheet(sheet: Sheet): void {
    this.refuseStructure();
    if (sheet.visibility === "VeryHidden") throw new ExcelError("InvalidOperation", "a very hidden sheet cannot be deleted");
    const rest = this.sheets.filter((each) => each !== sheet);
    const next = rest.find(({ visibility }) => visibility === "Visible");
    if (next === undefined) throw new ExcelError("InvalidOperation", "a workbook keeps one visible sheet");
    this.sheets = rest;
    if (this.#activeId === sheet.id) this.activate(next);
    for (const tracked of sheet.tracked) tracked.areas = [];
    this.#pointNames(sheet.name, undefined);
    followSheet(this, sheet.name, undefined);
    this.note({ kind: "sheet-deleted", sheetId: sheet.id, name: sheet.name });
  }

  insertRows(sheet: Sheet, at: number, count: number): void {
    refuseProtected(this, sheet);
    insertRows(sheet, at, count);
    followSheet(this, sheet.name, sheet.name, (area) => inserted(area, at, count));
    this.note({ kind: "rows-inserted", sheetId: sheet.id, area: { row: at, column: 0, rows: count, columns: 16_384 } });
  }

  deleteRows(sheet: Sheet, at: number, count: number): void {
    refuseProtected(this, sheet);
    deleteRows(sheet, at, count);
    followSheet(this, sheet.name, sheet.name, (area) => deleted(area, at, count));
    this.note({ kind: "rows-deleted", sheetId: sheet.id, area: { row: at, column: 0, rows: count, columns: 16_384 } });
  }

  /** Puts a conditional format above the others, as Excel does with new ones. */
  addRule(sheet: Sheet, rule: Omit<Rule, "id">): Rule {
    refuseProtected(this, sheet, "format");
    const added: Rule = { ...rule, id: this.newId() };
    sheet.rules = [added, ...sheet.rules];
    this.note({ kind: "rule-added", sheetId: sheet.id, ruleId: added.id, areas: added.areas });
    return added;
  }

  changeRule(sheet: Sheet, rule: Rule, change: () => void): void {
    refuseProtected(this, sheet, "format");
    change();
    this.note({ kind: "rule-changed", sheetId: sheet.id, ruleId: rule.id, areas: rule.areas });
  }

  removeRule(sheet: Sheet, rule: Rule): void {
    refuseProtected(this, sheet, "format");
    sheet.rules = sheet.rules.filter((each) => each !== rule);
    this.note({ kind: "rule-removed", sheetId: sheet.id, ruleId: rule.id, areas: rule.areas });
  }

  /** The sheet and block of an address such as "Sheet1!A1:B2"; without a name it is on the active sheet. @throws {ExcelError} */
  at(address: string): { readonly sheet: Sheet; readonly area: Area } {
    const { sheet, rest } = splitAddress(address);
    const area = parseArea(rest);
    if (area === undefined) throw new ExcelError("InvalidArgument", `no address: ${address}`);
    return { sheet: sheet === undefined ? this.active : this.sheet(sheet), area };
  }

  /** Adds a defined name. @throws {ExcelError} */
  addName(name: string, formula: string): DefinedName {
    if (this.readOnly) throw new ExcelError("AccessDenied", "the workbook is read-only");
    if (this.findName(name) !== undefined) throw new ExcelError("ItemAlreadyExists", `a name ${name} exists`);
    const added = { name, formula, visible: true };
    this.names = [...this.names, added];
    return added;
  }

  findName(name: string): DefinedName | undefined {
    return this.names.find((each) => each.name.toLowerCase() === name.toLowerCase());
  }

  /** Changes a defined name, or removes it if there is no change. @throws {ExcelError} */
  changeName(name: string, change: Partial<DefinedName> | undefined): void {
    if (this.readOnly) throw new ExcelError("AccessDenied", "the workbook is read-only");
    const known = this.findName(name);
    if (known === undefined) throw new ExcelError("ItemNotFound", `no name ${name}`);
    this.names = this.names.flatMap((each) => (each !== known ? [each] : change === undefined ? [] : [{ ...each, ...change }]));
  }

  /** A formula has another result, as after a change on another sheet: nothing was edited (OfficeDev/office-js#3899). */
  calculate(sheet: Sheet, area: Area, value: CellValue): void {
    sheet.put(area.row, area.column, { value });
    this.note({ kind: "calculated", sheetId: sheet.id });
  }

  note(change: Change): void {
    this.#changes.push(change);
  }

  /** Returns the changes since the last call. */
  takeChanges(): readonly Change[] {
    return this.#changes.splice(0);
  }

  newId(): string {
    return `{00000000-0000-4000-8000-${String(this.#nextId++).padStart(12, "0")}}`;
  }

  refuseStructure(): void {
    if (this.readOnly || this.structureProtected) throw new ExcelError("AccessDenied", "the workbook's structure is protected");
  }

  /** Names that refer to a sheet follow its new name; names of a deleted sheet are broken. */
  #pointNames(from: string, to: string | undefined): void {
    this.names = this.names.map((each) => {
      const { sheet, rest } = splitAddress(each.formula.slice(1));
      if (sheet?.toLowerCase() !== from.toLowerCase()) return each;
      return { ...each, formula: `=${to === undefined ? "#REF" : quotedName(to)}!${rest}` };
    });
  }

  private refuseName(name: string, self: Sheet | undefined): void {
    if (name === "" || name.length > 31 || /[:\\/?*[\]]|^'|'$/.test(name)) throw new ExcelError("InvalidArgument", `no name for a sheet: ${name}`);
    const other = this.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
    if (other !== undefined && other !== self) throw new ExcelError("ItemAlreadyExists", `a sheet ${name} exists`);
  }
}
