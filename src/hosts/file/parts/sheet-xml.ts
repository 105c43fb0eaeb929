import { largest } from "../../../core/model/many.ts";
import { a1, a1Range, quoted } from "../../../core/model/address.ts";
import { longestCellText, needsTextFormat } from "../../../core/model/cell-text.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import { plannedStyles } from "../../../core/model/planned-styles.ts";
import { pageMargins, type CellRole, type PlannedCell, type SheetPlan } from "../../../core/model/sheet-plan.ts";
import { columnPixels, lineHeight, rowHeight } from "../../../core/wording/cell-size.ts";
import { argb } from "../looks/colors.ts";
import { cellXml } from "./cell-xml.ts";
import type { Dialect } from "./dialect.ts";
import type { StyleDraft } from "./style-draft.ts";
import { escapeAttribute, escapeText } from "../xml/escape.ts";

const encoder = new TextEncoder();

/** What a sheet of ours needs from its workbook. */
export interface SheetSurroundings {
  readonly dialect: Dialect;
  readonly styles: StyleDraft;
  /** The name of a sheet by id. */
  readonly nameOf: (sheet: string) => string | undefined;
  /** The relation to its drawing; undefined if it has none. */
  readonly drawing: string | undefined;
  /** True for the only sheet of a workbook, since Excel requires a selected one. */
  readonly isSelected: boolean;
}

/** Excel keeps 65,530 links on a sheet: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3 */
const mostLinks = 65_530;
/** Excel allows 255 characters for all parts of a footer together, including page numbers and codes. */
const longestFooter = 100;
const borderColor = "#8C96A0";

/** Rows that are written in a step: a few milliseconds. */
const rowsInPiece = 500;

/** The part of a sheet of ours in steps, in pieces. @throws {Refusal} too-long, naming the cell */
export function* sheetXml(plan: SheetPlan, { dialect, styles, nameOf, drawing, isSelected }: SheetSurroundings): Generator<void, Uint8Array[]> {
  const width = largest(plan.rows.map(({ length }) => length), 1);
  const extent = a1Range({ row: 0, column: 0 }, { row: Math.max(1, plan.rows.length) - 1, column: width - 1 });
  const pieces: Uint8Array[] = [];
  let xml = [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${dialect.main}" xmlns:r="${dialect.relationships}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="${extent}"/>`,
    viewXml(plan.frozenRows, isSelected),
    `<sheetFormatPr defaultRowHeight="${lineHeight(11)}"/>`,
    columnsXml(plan.widths, styles.digitWidth),
    "<sheetData>",
  ].join("");
  const formats = new RoleFormats(styles);
  for (const [row, cells] of plan.rows.entries()) {
    xml += rowXml(row, cells, plan.widths, formats);
    if (row % rowsInPiece !== rowsInPiece - 1) continue;
    pieces.push(encoder.encode(xml));
    xml = "";
    yield;
  }
  xml += [
    "</sheetData>",
    plan.filter === null ? "" : `<autoFilter ref="${a1Range(plan.filter.first, plan.filter.last)}"/>`,
    linksXml(plan, nameOf),
    `<pageMargins left="${inches(pageMargins.side)}" right="${inches(pageMargins.side)}" top="${inches(pageMargins.end)}" bottom="${inches(pageMargins.end)}" header="0.3" footer="0.3"/>`,
    `<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="${plan.isOnePage === true ? 1 : 0}"/>`,
    `<headerFooter><oddFooter>${escapeText(footerText(plan.footer))}</oddFooter></headerFooter>`,
    breaksXml(plan.pageBreaks),
    // Codes such as 1-1-1 and 1 are texts by intent.
    `<ignoredErrors><ignoredError sqref="${extent}" numberStoredAsText="1"/></ignoredErrors>`,
    drawing === undefined ? "" : `<drawing r:id="${drawing}"/>`,
    "</worksheet>",
  ].join("");
  return [...pieces, encoder.encode(xml)];
}

function inches(points: number): number {
  return Math.round((points / 72) * 100) / 100;
}

/** The plan's text on the left, page and number of pages on the right. "&" would start a code. */
function footerText(text: string): string {
  return `&L${[...text].slice(0, longestFooter).join("").replaceAll("&", "&&")}&R&P / &N`;
}

function viewXml(frozenRows: number, isSelected: boolean): string {
  const place = a1({ row: frozenRows, column: 0 });
  const pane = `<pane ySplit="${frozenRows}" topLeftCell="${place}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="${place}" sqref="${place}"/>`;
  return `<sheetViews><sheetView${isSelected ? ' tabSelected="1"' : ""} workbookViewId="0">${frozenRows > 0 ? pane : ""}</sheetView></sheetViews>`;
}

/** The widths as the file counts them, in digits of the workbook's own font: they fit the texts whatever it is. */
function columnsXml(widths: readonly number[], digitWidth: number): string {
  if (widths.length === 0) return "";
  const inFile = (digits: number) => Math.round((columnPixels(digits) / digitWidth) * 256) / 256;
  return `<cols>${widths.map((digits, column) => `<col min="${column + 1}" max="${column + 1}" width="${inFile(digits)}" customWidth="1"/>`).join("")}</cols>`;
}

function rowXml(row: number, cells: SheetPlan["rows"][number], widths: SheetPlan["widths"], formats: RoleFormats): string {
  // Not marked as set by the user, so that the row grows when someone writes into it.
  let xml = `<row r="${row + 1}" ht="${rowHeight(cells, widths)}">`;
  for (const [column, cell] of cells.entries()) {
    if (cell === null) continue;
    const at = a1({ row, column });
    if (typeof cell.value === "string" && cell.value.length > longestCellText) throw new Refusal("too-long", at);
    xml += cellXml({ at, style: formats.of(cell), value: cell.value, formula: cell.formula });
  }
  return `${xml}</row>`;
}

/** The cell formats of the roles, made on first use. */
class RoleFormats {
  readonly #usual = new Map<CellRole, number>();
  readonly #ofTexts = new Map<CellRole, number>();

  constructor(private readonly styles: StyleDraft) {}

  of({ role, value }: PlannedCell): number {
    const isText = typeof value === "string" && needsTextFormat(value);
    const formats = isText ? this.#ofTexts : this.#usual;
    const format = formats.get(role) ?? this.#make(role, isText);
    formats.set(role, format);
    return format;
  }

  #make(role: CellRole, isText: boolean): number {
    const { bold, size, color, fill, numberFormat, align, wrap, border } = plannedStyles[role];
    return this.styles.format({
      font: `<font>${bold ? "<b/>" : ""}<sz val="${size}"/><color rgb="${argb(color)}"/>${this.styles.standardFont}</font>`,
      fill: fill === null ? null : `<fill><patternFill patternType="solid"><fgColor rgb="${argb(fill)}"/><bgColor indexed="64"/></patternFill></fill>`,
      border: border ? `<border>${["left", "right", "top", "bottom"].map((side) => `<${side} style="thin"><color rgb="${argb(borderColor)}"/></${side}>`).join("")}<diagonal/></border>` : null,
      numberFormat: isText ? "@" : numberFormat,
      alignment: `<alignment horizontal="${align}" vertical="top"${wrap ? ' wrapText="1"' : ""}/>`,
    });
  }
}

/** A break is named by the number of the last row above it. */
function breaksXml(rows: readonly number[]): string {
  if (rows.length === 0) return "";
  return `<rowBreaks count="${rows.length}" manualBreakCount="${rows.length}">${rows.map((row) => `<brk id="${row}" max="16383" man="1"/>`).join("")}</rowBreaks>`;
}

/** Links to cells of the workbook, except to missing sheets. */
function linksXml({ rows }: SheetPlan, nameOf: SheetSurroundings["nameOf"]): string {
  const links = rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => {
      const sheet = cell?.link === undefined ? undefined : nameOf(cell.link.sheet);
      if (cell?.link === undefined || sheet === undefined) return [];
      const location = `${quoted(sheet)}!${a1(cell.link.at)}`;
      return [`<hyperlink ref="${a1({ row, column })}" location="${escapeAttribute(location)}" display="${escapeAttribute(String(cell.value ?? ""))}"/>`];
    }),
  );
  return links.length === 0 ? "" : `<hyperlinks>${links.slice(0, mostLinks).join("")}</hyperlinks>`;
}
