import { arrange } from "../../model/arrange.ts";
import type { Area } from "../../model/area.ts";
import type { Chart, Series } from "../../model/chart.ts";
import { ExcelError } from "../../model/refusal.ts";
import type { Sheet } from "../../model/sheet.ts";
import { wrong, type Arguments } from "../arguments.ts";
import type { Context } from "../context.ts";
import type { HostObject, Scalar } from "../host-object.ts";
import { colorOf } from "./range-format.ts";
import { areaOf } from "./range-values.ts";
import { done } from "./registrations.ts";

/** The charts of a sheet. The stand-in only adds bars of 100 %. */
export function charts(context: Context, sheet: Sheet): HostObject {
  const item = (key: unknown) => {
    const found = sheet.charts.find(({ id, name }) => id === key || name === key);
    if (found === undefined) throw new ExcelError("ItemNotFound", `no chart ${String(key)}`);
    return chart(context, sheet, found);
  };
  return {
    type: "ChartCollection",
    items: () => sheet.charts.map((each) => chart(context, sheet, each)),
    item,
    finders: {
      GetItem: { find: (args) => item(args.atMost(1).text(0)) },
      Add: {
        writes: true,
        find: (args) => {
          if (args.atMost(3).text(0) !== "BarStacked100") throw wrong("the stand-in adds charts of the type BarStacked100 only");
          return chart(context, sheet, added(context, sheet, sourceOf(sheet, args, 1)));
        },
      },
    },
  };
}

/** Excel decides itself what to make of the source. Here it is one series for each column, and an add-in must not rely on it. */
function added({ book }: Context, sheet: Sheet, source: Area): Chart {
  const series = Array.from({ length: source.columns }, (_, right): Series => {
    return { name: `系列${right + 1}`, values: { ...source, column: source.column + right, columns: 1 }, categories: undefined, color: undefined, labels: undefined };
  });
  const made: Chart = { id: book.newId(), name: `グラフ ${sheet.charts.length + 1}`, type: "BarStacked100", title: "", legend: "Right", isReversed: false, place: undefined, series };
  arrange(book, sheet, "ChartCollection.Add", [source], () => (sheet.charts = [...sheet.charts, made]));
  return made;
}

function chart(context: Context, sheet: Sheet, one: Chart): HostObject {
  const change = changer(context, sheet, "Chart");
  return {
    type: "Chart",
    id: { name: "Id", value: one.id },
    scalars: {
      Id: { since: 7, read: () => one.id },
      Name: textScalar(() => one.name, (text) => change("Name", () => (one.name = text))),
      ChartType: { since: 7, read: () => one.type },
    },
    links: {
      Title: { open: () => ({ type: "ChartTitle", scalars: { Text: textScalar(() => one.title, (text) => change("Title", () => (one.title = text))) } }) },
      Legend: { open: () => ({ type: "ChartLegend", scalars: { Position: legendPosition(one, change) } }) },
      Axes: { open: () => ({ type: "ChartAxes", links: { CategoryAxis: { open: () => categoryAxis(one, change) } } }) },
      Series: { open: () => seriesCollection(context, sheet, one) },
    },
    calls: {
      SetPosition: {
        writes: true,
        run: (args) => done(args.atMost(2), () => change("SetPosition", () => (one.place = spanned(cell(context, sheet, args, 0), cell(context, sheet, args, 1))))),
      },
      Delete: { writes: true, run: (args) => done(args.atMost(0), () => change("Delete", () => (sheet.charts = sheet.charts.filter((each) => each !== one)))) },
    },
  };
}

type Changer = (what: string, work: () => void) => void;

function changer({ book }: Context, sheet: Sheet, type: string): Changer {
  return (what, work) => arrange(book, sheet, `${type}.${what}`, [], work);
}

function legendPosition(one: Chart, change: Changer): Scalar {
  return {
    read: () => one.legend,
    write: (value) => {
      if (value !== "Top" && value !== "Bottom" && value !== "Left" && value !== "Right") throw wrong("no place for a legend");
      change("Legend", () => (one.legend = value));
    },
  };
}

function categoryAxis(one: Chart, change: Changer): HostObject {
  const reversed: Scalar = { since: 7, read: () => one.isReversed, write: (value) => change("ReversePlotOrder", () => (one.isReversed = value === true)) };
  return { type: "ChartAxis", scalars: { ReversePlotOrder: reversed } };
}

function seriesCollection(context: Context, sheet: Sheet, one: Chart): HostObject {
  return {
    type: "ChartSeriesCollection",
    items: () => one.series.map((each) => chartSeries(context, sheet, one, each)),
    finders: {
      Add: {
        since: 7,
        writes: true,
        find: (args) => {
          const made: Series = { name: args.atMost(1).text(0), values: undefined, categories: undefined, color: undefined, labels: undefined };
          changer(context, sheet, "ChartSeriesCollection")("Add", () => (one.series = [...one.series, made]));
          return chartSeries(context, sheet, one, made);
        },
      },
      GetItemAt: {
        find: (args) => {
          const found = one.series[args.atMost(1).integer(0)];
          if (found === undefined) throw wrong("no series there");
          return chartSeries(context, sheet, one, found);
        },
      },
    },
    calls: { GetCount: { since: 4, run: (args) => (args.atMost(0), one.series.length) } },
  };
}

function chartSeries(context: Context, sheet: Sheet, one: Chart, series: Series): HostObject {
  const change = changer(context, sheet, "ChartSeries");
  const color = (args: Arguments) => done(args.atMost(1), () => change("Fill", () => (series.color = colorOf(args.text(0)))));
  const fill: HostObject = { type: "ChartFill", calls: { SetSolidColor: { writes: true, run: color } } };
  return {
    type: "ChartSeries",
    scalars: {
      Name: textScalar(() => series.name, (text) => change("Name", () => (series.name = text))),
      HasDataLabels: { since: 7, read: () => series.labels !== undefined, write: (value) => change("HasDataLabels", () => (series.labels = value === true ? { format: "General", color: undefined } : undefined)) },
    },
    links: { DataLabels: { since: 8, open: () => dataLabels(series, change) }, Format: { open: () => ({ type: "ChartSeriesFormat", links: { Fill: { open: () => fill } } }) } },
    calls: {
      SetValues: { since: 7, writes: true, run: (args) => done(args.atMost(1), () => change("SetValues", () => (series.values = sourceOf(sheet, args, 0)))) },
      SetXAxisValues: { since: 7, writes: true, run: (args) => done(args.atMost(1), () => change("SetXAxisValues", () => (series.categories = sourceOf(sheet, args, 0)))) },
      Delete: {
        since: 7,
        writes: true,
        run: (args) =>
          done(args.atMost(0), () => {
            // It is not documented whether a chart keeps its type after losing its last series.
            if (one.series.length === 1) throw new ExcelError("GeneralException", "a chart keeps one series");
            change("Delete", () => (one.series = one.series.filter((each) => each !== series)));
          }),
      },
    },
  };
}

function dataLabels(series: Series, change: Changer): HostObject {
  const put = (more: Partial<NonNullable<Series["labels"]>>) => {
    if (series.labels === undefined) throw wrong("no data labels");
    series.labels = { ...series.labels, ...more };
  };
  const font: HostObject = { type: "ChartFont", scalars: { Color: textScalar(() => series.labels?.color ?? "#000000", (text) => change("LabelFont", () => put({ color: colorOf(text) }))) } };
  return {
    type: "ChartDataLabels",
    scalars: { NumberFormat: { since: 8, ...textScalar(() => series.labels?.format ?? "General", (text) => change("LabelFormat", () => put({ format: text }))) } },
    links: { Format: { open: () => ({ type: "ChartDataLabelFormat", links: { Font: { open: () => font } } }) } },
  };
}

/** A series name or chart title has at most 255 characters. */
function textScalar(read: () => string, write: (text: string) => void): Scalar {
  return {
    read,
    write: (value) => {
      if (typeof value !== "string" || value.length > 255) throw wrong("a text of at most 255 characters");
      write(value);
    },
  };
}

/** A range of the chart's own sheet; ranges of other sheets are not modelled. */
function sourceOf(sheet: Sheet, args: Arguments, index: number): Area {
  const { tracked } = args.object(index);
  if (tracked?.sheet !== sheet) throw wrong("a range of the chart's own sheet");
  return areaOf(tracked);
}

function cell({ book }: Context, sheet: Sheet, args: Arguments, index: number): Area {
  return book.at(`${sheet.id}!${args.text(index)}`).area;
}

function spanned(from: Area, to: Area): Area {
  if (to.row < from.row || to.column < from.column) throw wrong("a chart ends below and right of where it starts");
  return { row: from.row, column: from.column, rows: to.row + to.rows - from.row, columns: to.column + to.columns - from.column };
}
