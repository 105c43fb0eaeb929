import { headHeight, headWidth, type SheetGeometry } from "./sheet.ts";
import { barsOf, letterHeight, type Bar, type ChartBox, type LegendEntry } from "../chart/bar-layout.ts";
import type { ChartView } from "../chart/chart-view.ts";

interface BarChartProps {
  readonly chart: ChartView;
  readonly geometry: SheetGeometry;
}

/** One of our charts, over its cells: bars of 100 %, each piece with its number, the words below. */
export function BarChart({ chart, geometry }: BarChartProps) {
  const { first, last } = chart.place;
  const { zoom } = geometry;
  const width = geometry.columns.span(first.column, last.column) / zoom;
  const height = geometry.rows.span(first.row, last.row) / zoom;
  const { plot, bars, legend } = barsOf(chart, width, height);
  return (
    <svg
      className="chart"
      role="img"
      aria-label={`${chart.title}: ${chart.alternative}`}
      width={width * zoom}
      height={height * zoom}
      viewBox={`0 0 ${width} ${height}`}
      style={{ left: headWidth + geometry.columns.start(first.column), top: headHeight + geometry.rows.start(first.row) }}
    >
      <rect className="chart-paper" x={0.5} y={0.5} width={Math.max(width - 1, 0)} height={Math.max(height - 1, 0)} />
      <text className="chart-title" x={width / 2} y={24}>
        {chart.title}
      </text>
      <Scale plot={plot} />
      {bars.map((bar) => (
        <Row key={bar.top} bar={bar} plot={plot} />
      ))}
      {legend.map((entry) => (
        <Entry key={entry.name} entry={entry} />
      ))}
    </svg>
  );
}

function Scale({ plot }: { readonly plot: ChartBox }) {
  return [0, 20, 40, 60, 80, 100].map((share) => {
    const x = plot.left + (plot.width * share) / 100;
    return (
      <g key={share}>
        <line className="chart-line" x1={x} x2={x} y1={plot.top} y2={plot.top + plot.height} />
        <text className="chart-tick" x={x} y={plot.top + plot.height + 14}>
          {share}%
        </text>
      </g>
    );
  });
}

function Row({ bar, plot }: { readonly bar: Bar; readonly plot: ChartBox }) {
  const middle = bar.top + bar.height / 2;
  return (
    <g>
      {bar.lines.map((line, index) => (
        <text key={index} className="chart-name" x={plot.left - 8} y={middle + (index - (bar.lines.length - 1) / 2) * letterHeight + 4}>
          {line}
        </text>
      ))}
      {bar.pieces.map(({ name, color, ink, left, width, value }) => (
        <g key={name}>
          <rect className="chart-piece" x={left} y={bar.top} width={width} height={bar.height} fill={color} />
          {width >= 16 && (
            <text className="chart-value" x={left + width / 2} y={middle + 4} fill={ink}>
              {value}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

function Entry({ entry: { name, color, left, top } }: { readonly entry: LegendEntry }) {
  return (
    <g>
      <rect className="chart-key" x={left} y={top - 9} width={10} height={10} fill={color} />
      <text className="chart-word" x={left + 15} y={top}>
        {name}
      </text>
    </g>
  );
}
