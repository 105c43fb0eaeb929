/** All of a flat .fods except its table: styles of cells, rows and columns, print settings, frozen rows. In millimetres. */
export function documentParts(columnWidths, rowHeights) {
  const font = 'fo:font-family="BIZ UDPゴシック" style:font-family-asian="BIZ UDPゴシック" fo:language="ja" fo:country="JP" style:language-asian="ja" style:country-asian="JP"';
  const size = (points, weight = "normal") => `fo:font-size="${points}pt" style:font-size-asian="${points}pt" fo:font-weight="${weight}" style:font-weight-asian="${weight}"`;
  const style = (name, { fill = "", align = "center", points = 9, weight, border = "0.75pt solid #404040", extra = "", data = "", indent = "" }) =>
    `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Default"${data}>` +
    `<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="middle" fo:border="${border}" fo:padding="0.6mm"${fill === "" ? "" : ` fo:background-color="${fill}"`}${extra}/>` +
    `<style:paragraph-properties fo:text-align="${align}"${indent}/><style:text-properties ${font} ${size(points, weight)}/></style:style>`;
  const indent = ' fo:margin-left="3mm"';
  const heads = Object.entries({ issue: "#d9e2d0", strategy: "#dce9f5", initiative: "#fbe9d3" }).flatMap(([name, fill]) => [
    style(name, { fill, weight: "bold" }),
    style(`${name}-top`, { fill, weight: "bold", extra: ' fo:border-bottom="none"' }),
    style(`${name}-open`, { fill, extra: ' fo:border-top="none"' }),
  ]);
  const heights = [...new Set(rowHeights)].map(
    (height) => `<style:style style:name="h${height}" style:family="table-row"><style:table-row-properties style:row-height="${height}mm" style:use-optimal-row-height="false"/></style:style>`,
  );
  const widths = columnWidths.map(
    (width, index) => `<style:style style:name="c${index}" style:family="table-column"><style:table-column-properties style:column-width="${width}mm"/></style:style>`,
  );
  const item = (name, type, value) => `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`;
  return `<office:meta><dc:title>自己評価総括表(見本)</dc:title><dc:language>ja-JP</dc:language></office:meta>
<office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>${item("ViewId", "string", "view1")}
<config:config-item-map-named config:name="Tables"><config:config-item-map-entry config:name="総括表">
${item("HorizontalSplitMode", "short", 0)}${item("VerticalSplitMode", "short", 2)}${item("VerticalSplitPosition", "int", 5)}${item("ActiveSplitRange", "short", 2)}${item("PositionBottom", "int", 5)}${item("ShowGrid", "boolean", "false")}${item("ZoomValue", "int", 85)}
</config:config-item-map-entry></config:config-item-map-named>${item("ActiveTable", "string", "総括表")}
</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings>
<office:styles><style:style style:name="Default" style:family="table-cell"><style:text-properties ${font} ${size(9)}/></style:style></office:styles>
<office:automatic-styles>
<number:date-style style:name="shortDate"><number:year number:style="long"/><number:text>/</number:text><number:month/><number:text>/</number:text><number:day/></number:date-style>
${widths.join("")}${heights.join("")}
<style:style style:name="sheet" style:family="table" style:master-page-name="print"><style:table-properties table:display="true"/></style:style>
${style("plain", { border: "none" })}${style("title", { border: "none", points: 15, weight: "bold" })}
${style("office", { border: "none", align: "start", points: 10.5 })}${style("period", { border: "none", align: "end", points: 9 })}
${style("note", { border: "none", align: "start", points: 8.5 })}
${style("issue-text", { align: "start", points: 10, weight: "bold", indent })}${style("text", { align: "start", indent })}${style("middle", {})}${style("date", { data: ' style:data-style-name="shortDate"' })}
${heads.join("")}
<style:page-layout style:name="a3"><style:page-layout-properties fo:page-width="420mm" fo:page-height="297mm" style:print-orientation="landscape" fo:margin="12mm" style:scale-to-X="1" style:scale-to-Y="1" style:table-centering="horizontal"/>
<style:header-style/><style:footer-style><style:header-footer-properties fo:min-height="7mm" fo:margin-top="2mm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="print" style:page-layout-name="a3"><style:header style:display="false"/><style:footer><text:p><text:page-number>1</text:page-number> / <text:page-count>1</text:page-count></text:p></style:footer></style:master-page></office:master-styles>`;
}
