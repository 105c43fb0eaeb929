import { useEffect, useMemo, useRef, type KeyboardEvent, type MouseEvent } from "react";
import type { CellPlace } from "../../core/grid/address.ts";
import type { Annotations } from "../../pane/desk.ts";
import { useIsDark } from "../../pane/theme.tsx";
import type { SheetScene } from "../bench.ts";
import { cellPaint } from "./cell-paint.ts";
import { ColumnHeads } from "./column-heads.tsx";
import { GridRow } from "./grid-row.tsx";
import { placeAfterKey } from "./keys.ts";
import { notesByRow } from "./notes.ts";
import { reveal, rowsInView } from "./reveal.ts";
import { headHeight, headWidth, SheetGeometry } from "./sheet.ts";
import { useRows, useVisible } from "./use-visible.ts";

const papers = { light: { ground: "#ffffff", ink: "#000000" }, dark: { ground: "#1b1b1b", ink: "#f0f0f0" } } as const;
const nothing: Annotations = { findings: [], marks: [] };

interface GridProps {
  readonly scene: SheetScene;
  readonly label: string;
  readonly selection: CellPlace | undefined;
  readonly annotations: Annotations | undefined;
  readonly onSelect: (place: CellPlace) => void;
  readonly onStep: (direction: 1 | -1) => void;
}

/** A sheet as Excel shows it, in real elements, of which only those in view exist. The grid has the focus, the selected cell is its active one. */
export function Grid({ scene, label, selection, annotations = nothing, onSelect, onStep }: GridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const geometry = useMemo(() => new SheetGeometry(scene.layout), [scene.layout]);
  const paper = useIsDark() ? papers.dark : papers.light;
  const paints = useMemo(() => scene.layout.styles.map((style) => cellPaint(style, paper)), [scene.layout, paper]);
  const notes = useMemo(() => notesByRow(annotations), [annotations]);
  const { frozen, frozenRows, frozenColumns, rows, columns } = useVisible(geometry, scroller, selection);
  useRows(scene.rows, useMemo(() => [...frozenRows, ...rows], [frozenRows, rows]));
  useEffect(() => {
    if (scroller.current && selection) reveal(scroller.current, geometry, frozen, selection);
  }, [geometry, frozen, selection]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.altKey) return;
    if (event.key === "F8" && !event.ctrlKey) onStep(event.shiftKey ? -1 : 1);
    else {
      const page = rowsInView(event.currentTarget, geometry, frozen);
      const place = placeAfterKey(event, selection ?? { row: 0, column: 0 }, geometry, page);
      if (!place) return;
      onSelect(place);
    }
    event.preventDefault();
  };
  const onMouseDown = (event: MouseEvent) => {
    const place = placeOf(event.target);
    if (place) onSelect(geometry.anchor(place));
  };
  const draw = (row: number, top: number, lastRow: number) => (
    <GridRow
      key={row}
      row={row}
      top={top}
      view={scene.rows.row(row)}
      geometry={geometry}
      paints={paints}
      frozenColumns={frozenColumns}
      columns={columns}
      lastRow={lastRow}
      notes={notes.get(row)}
      selected={selection?.row === row ? selection.column : -1}
    />
  );
  const width = headWidth + geometry.columns.start(geometry.columns.count);
  const bodyStart = geometry.rows.start(frozen.rows);
  return (
    <div
      ref={scroller}
      className="grid"
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-readonly
      aria-rowcount={geometry.rows.count + 1}
      aria-colcount={geometry.columns.count + 1}
      aria-activedescendant={selection && `cell-${selection.row}-${selection.column}`}
      onKeyDown={onKeyDown}
      onMouseDown={onMouseDown}
      onFocus={() => !selection && onSelect(geometry.anchor({ row: geometry.rows.shown(0), column: geometry.columns.shown(0) }))}
    >
      <div role="rowgroup" className="grid-head" style={{ width, height: headHeight + bodyStart }}>
        <ColumnHeads geometry={geometry} frozenColumns={frozenColumns} columns={columns} selected={selection?.column} />
        {frozenRows.map((row) => draw(row, headHeight + geometry.rows.start(row), frozen.rows - 1))}
      </div>
      <div role="rowgroup" className="grid-body" style={{ width, height: geometry.rows.start(geometry.rows.count) - bodyStart }}>
        {rows.map((row) => draw(row, geometry.rows.start(row) - bodyStart, geometry.rows.count - 1))}
      </div>
    </div>
  );
}

function placeOf(target: EventTarget): CellPlace | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-column]") : null;
  const row = cell?.closest<HTMLElement>("[data-row]");
  return cell && row ? { row: Number(row.dataset["row"]), column: Number(cell.dataset["column"]) } : undefined;
}
