import { a1, a1Range, type Block, type CellPlace } from "../../../core/model/address.ts";
import { pageMargins, type ChartPlan, type SheetPlan } from "../../../core/model/sheet-plan.ts";
import { columnPoints } from "../../../core/wording/cell-size.ts";
import { chartName } from "../../../core/model/sheet-tags.ts";

/** Queues column widths, which Excel counts in points here (OfficeDev/office-js#187), row heights to fit, and the filter. Row heights need the texts, already wrapped. */
export function queueSizes(sheet: Excel.Worksheet, { widths, rows, filter }: SheetPlan): void {
  for (const [column, digits] of widths.entries()) sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn().format.columnWidth = columnPoints(digits);
  if (rows.length > 0) sheet.getRange(`1:${rows.length}`).format.autofitRows();
  if (filter !== null) sheet.autoFilter.apply(sheet.getRange(a1Range(filter.first, filter.last)));
}

/** Queues a page set-up that prints well without further settings: A4 landscape, one page wide, header rows on each page of their table, page breaks, a footer. */
export function queuePage(sheet: Excel.Worksheet, { isOnePage, repeatedRows, pageBreaks, footer }: SheetPlan): void {
  const page = sheet.pageLayout;
  page.orientation = "Landscape";
  page.paperSize = "A4";
  page.leftMargin = pageMargins.side;
  page.rightMargin = pageMargins.side;
  page.topMargin = pageMargins.end;
  page.bottomMargin = pageMargins.end;
  page.zoom = { horizontalFitToPages: 1, ...(isOnePage === true && { verticalFitToPages: 1 }) };
  if (repeatedRows !== null) page.setPrintTitleRows(`$${repeatedRows.first + 1}:$${repeatedRows.last + 1}`);
  for (const row of pageBreaks) sheet.horizontalPageBreaks.add(a1({ row, column: 0 }));
  const parts = page.headersFooters.defaultForAllPages;
  parts.leftFooter = footerText(footer);
  parts.rightFooter = "&P / &N";
}

/** The footer as Excel takes it: "&" would begin a code, and all parts together are limited to 255 characters. */
export function footerText(text: string): string {
  return [...text].slice(0, 100).join("").replaceAll("&", "&&");
}

/**
 * Queues a chart. Excel chooses its own series from the source; the answer tells their number, and `queueSeries` puts ours
 * in their place. Office.js has no alternative text for charts: the title must do.
 */
export function queueChart(sheet: Excel.Worksheet, plan: ChartPlan, number: number): () => number {
  const source = blockRange(sheet, plan.series[0]?.values ?? plan.categories);
  const chart = sheet.charts.add("BarStacked100", source);
  chart.name = chartName(number);
  chart.title.text = [...plan.title].slice(0, 120).join("");
  chart.legend.position = "Bottom";
  chart.setPosition(a1(plan.place.first), a1(plan.place.last));
  // Bars are drawn from the bottom up, but the table beside them is read from the top down.
  chart.axes.categoryAxis.reversePlotOrder = true;
  const made = chart.series.getCount();
  return () => made.value;
}

/** Queues our series before Excel's are deleted: a chart that never loses its last series keeps its type. */
export function queueSeries(sheet: Excel.Worksheet, plan: ChartPlan, number: number, made: number, nameOf: (at: CellPlace) => string): void {
  const { series } = sheet.charts.getItem(chartName(number));
  for (const { name, values, color, font } of plan.series) {
    const added = series.add(nameOf(name));
    added.setValues(blockRange(sheet, values));
    added.setXAxisValues(blockRange(sheet, plan.categories));
    added.format.fill.setSolidColor(color);
    added.hasDataLabels = true;
    // A piece of 0 has no count.
    added.dataLabels.numberFormat = "#,##0;;;";
    added.dataLabels.format.font.color = font;
  }
  for (let index = made - 1; index >= 0; index--) series.getItemAt(index).delete();
}

function blockRange(sheet: Excel.Worksheet, { first, last }: Block): Excel.Range {
  return sheet.getRange(a1Range(first, last));
}
