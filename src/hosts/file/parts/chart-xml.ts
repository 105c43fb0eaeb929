import { chartName } from "../../../core/model/sheet-tags.ts";
import { a1, columnLetters, quoted, type Block, type CellPlace } from "../../../core/model/address.ts";
import type { ChartPlan, SheetPlan } from "../../../core/model/sheet-plan.ts";
import type { Dialect } from "./dialect.ts";
import { escapeAttribute, escapeText } from "../xml/escape.ts";

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const ink = "1F1F1F";
const lines = "D0D5DB";
/** Available on every Windows and Mac with Japanese; elsewhere the program uses its own Japanese font. */
const font = "Meiryo UI";

/** The drawing of a sheet: each chart at its place, with its alternative text. Relations are rId1, rId2 … in the order of the charts. */
export function drawingXml(charts: readonly ChartPlan[], { drawing, shapes, chart, relationships }: Dialect): string {
  const anchors = charts.map(({ place: { first, last }, alternative, title }, index) => {
    const corner = (name: string, at: CellPlace) => `<xdr:${name}><xdr:col>${at.column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${at.row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
    const words = `id="${index + 2}" name="${chartName(index + 1)}" descr="${escapeAttribute(alternative)}" title="${escapeAttribute(title)}"`;
    const frame = `<xdr:nvGraphicFramePr><xdr:cNvPr ${words}/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>`;
    const graphic = `<a:graphic><a:graphicData uri="${chart}"><c:chart xmlns:c="${chart}" r:id="rId${index + 1}"/></a:graphicData></a:graphic>`;
    const ends = corner("from", first) + corner("to", { row: last.row + 1, column: last.column + 1 });
    return `<xdr:twoCellAnchor>${ends}<xdr:graphicFrame macro="">${frame}${graphic}</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`;
  });
  return `${declaration}<xdr:wsDr xmlns:xdr="${drawing}" xmlns:a="${shapes}" xmlns:r="${relationships}">${anchors.join("")}</xdr:wsDr>`;
}

/** Horizontal bars of 100 %, with their values at the time of making. `sheet` is the name of the sheet with the cells. */
export function chartXml(plan: ChartPlan, rows: SheetPlan["rows"], sheet: string, { chart, shapes }: Dialect): string {
  const cells = new ChartCells(rows, sheet);
  const series = plan.series.map(
    ({ name, values, color, font: letter }, index) =>
      `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx>${cells.texts({ first: name, last: name })}</c:tx>` +
      `<c:spPr><a:solidFill><a:srgbClr val="${color.slice(1).toUpperCase()}"/></a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:ln></c:spPr>` +
      `<c:invertIfNegative val="0"/>${countsXml(letter)}<c:cat>${cells.texts(plan.categories)}</c:cat><c:val>${cells.numbers(values)}</c:val></c:ser>`,
  );
  const bars =
    `<c:barChart><c:barDir val="bar"/><c:grouping val="percentStacked"/><c:varyColors val="0"/>${series.join("")}` +
    `<c:gapWidth val="60"/><c:overlap val="100"/><c:axId val="111111111"/><c:axId val="222222222"/></c:barChart>`;
  return (
    `${declaration}<c:chartSpace xmlns:c="${chart}" xmlns:a="${shapes}"><c:roundedCorners val="0"/><c:chart>${titleXml(plan.title)}<c:autoTitleDeleted val="0"/>` +
    `<c:plotArea><c:layout/>${bars}${axes}</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="${lines}"/></a:solidFill></a:ln></c:spPr>` +
    `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${letters("defRPr", 900, false)}</a:pPr><a:endParaRPr lang="ja-JP"/></a:p></c:txPr></c:chartSpace>`
  );
}

/** The first category on top, but the scale below. */
const axes =
  '<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>' +
  '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="222222222"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>' +
  '<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>' +
  `<c:majorGridlines><c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="${lines}"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="0%" sourceLinked="0"/>` +
  '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="111111111"/><c:crosses val="max"/><c:crossBetween val="between"/></c:valAx>';

/** The counts on the pieces; a piece of 0 has none. */
function countsXml(color: string): string {
  const shown = ["LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize"].map((part) => `<c:show${part} val="${part === "Val" ? 1 : 0}"/>`).join("");
  return (
    '<c:dLbls><c:numFmt formatCode="#,##0;;;" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>' +
    `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${letters("defRPr", 900, true, color.slice(1).toUpperCase())}</a:pPr><a:endParaRPr lang="ja-JP"/></a:p></c:txPr>${shown}</c:dLbls>`
  );
}

function titleXml(title: string): string {
  const text = `<a:r>${letters("rPr", 1200, true)}<a:t>${escapeText(title)}</a:t></a:r>`;
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${letters("defRPr", 1200, true)}</a:pPr>${text}</a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

/** The look of text; the size is in hundredths of a point. */
function letters(element: "defRPr" | "rPr", size: number, bold: boolean, color = ink): string {
  const language = element === "rPr" ? ' lang="ja-JP"' : "";
  return `<a:${element}${language} sz="${size}" b="${bold ? 1 : 0}"><a:solidFill><a:srgbClr val="${color}"/></a:solidFill><a:latin typeface="${font}"/><a:ea typeface="${font}"/></a:${element}>`;
}

/** References to cells of the sheet with their values. */
class ChartCells {
  constructor(
    private readonly rows: SheetPlan["rows"],
    private readonly sheet: string,
  ) {}

  texts(block: Block): string {
    const points = this.#values(block).map((value, index) => (value === null ? "" : `<c:pt idx="${index}"><c:v>${escapeText(String(value))}</c:v></c:pt>`));
    return `<c:strRef><c:f>${this.#reference(block)}</c:f><c:strCache><c:ptCount val="${points.length}"/>${points.join("")}</c:strCache></c:strRef>`;
  }

  numbers(block: Block): string {
    const points = this.#values(block).map((value, index) => (typeof value === "number" ? `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>` : ""));
    return `<c:numRef><c:f>${this.#reference(block)}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${points.length}"/>${points.join("")}</c:numCache></c:numRef>`;
  }

  #values({ first, last }: Block): readonly (string | number | null)[] {
    const values: (string | number | null)[] = [];
    for (let row = first.row; row <= last.row; row++) {
      for (let column = first.column; column <= last.column; column++) values.push(this.rows[row]?.[column]?.value ?? null);
    }
    return values;
  }

  #reference({ first, last }: Block): string {
    const fixed = (at: CellPlace) => `$${columnLetters(at.column)}$${at.row + 1}`;
    const isSingle = a1(first) === a1(last);
    return escapeText(`${quoted(this.sheet)}!${fixed(first)}${isSingle ? "" : `:${fixed(last)}`}`);
  }
}
