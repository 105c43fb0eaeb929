import { useEffect, useMemo, useRef, type FocusEvent } from "react";
import type { CellPlace } from "../../core/model/address.ts";
import type { CellArea } from "../../core/model/cell-lists.ts";
import type { Annotations } from "../../pane/state/host-adapter.ts";
import { useIsDark } from "../../pane/ui/theme.tsx";
import type { SheetScene, Typing } from "../state/workspace-state.ts";
import { BarChart } from "./bar-chart.tsx";
import { useWorkbenchTexts } from "../state/texts.ts";
import type { CellEditor } from "../state/cell-editor.ts";
import { CellInput, gridId } from "./cell-input.tsx";
import { cellPaint, type CellPaint } from "./cell-paint.ts";
import { ColumnHeads } from "./column-heads.tsx";
import { GridRow } from "./grid-row.tsx";
import { notesByRow } from "./notes.ts";
import { rangeOn, type Selected } from "./ranges.ts";
import { reveal } from "./reveal.ts";
import { headHeight, headWidth, type SheetGeometry } from "./sheet.ts";
import { useGridActions, type BlockActions } from "./use-grid-actions.ts";
import { useRows, useVisible } from "./use-visible.ts";

const papers = { light: { ground: "#ffffff", ink: "#000000" }, dark: { ground: "#1b1b1b", ink: "#f0f0f0" } } as const;
const nothing: Annotations = { findings: [], marks: [], sheets: [] };

interface GridProps {
  readonly scene: SheetScene;
  readonly geometry: SheetGeometry;
  readonly label: string;
  readonly selected: Selected | undefined;
  /** The area of the sheet that is on the clipboard. */
  readonly copied: CellArea | undefined;
  readonly annotations: Annotations | undefined;
  readonly cellEditor: CellEditor;
  /** The text that is being typed into a cell of the sheet. */
  readonly typing: Typing | undefined;
  readonly blocks: BlockActions;
  readonly onSelect: (place: CellPlace) => void;
  readonly onReach: (place: CellPlace) => void;
  readonly onStep: (direction: 1 | -1) => void;
}

/** A sheet as Excel shows it, in real elements, but only those in view. Its input has the focus; the selected cell is the active one. */
export function SheetGrid({ scene, geometry, label, selected, copied, annotations = nothing, cellEditor, typing, blocks, onSelect, onReach, onStep }: GridProps) {
  const words = useWorkbenchTexts();
  const scroller = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const selection = selected?.at;
  const paper = useIsDark() ? papers.dark : papers.light;
  const paints = useMemo(() => scene.layout.styles.map((style) => cellPaint(style, paper, geometry.zoom)), [scene.layout, paper, geometry.zoom]);
  const visible = useVisible(geometry, scroller, selection);
  const { frozen, frozenRows, rows } = visible;
  useRows(scene.rows, useMemo(() => [...frozenRows, ...rows], [frozenRows, rows]));
  const front = selected?.reach;
  useEffect(() => {
    if (scroller.current && front) reveal(scroller.current, geometry, frozen, front);
  }, [geometry, frozen, front]);

  const cell = selection && scene.rows.row(selection.row)?.cells.find(({ column }) => column === selection.column);
  const cellText = cell?.typed ?? cell?.text ?? "";
  const { move, onKey, onMouseDown, onDoubleClick } = useGridActions({ geometry, frozen, scroller, selected, cellEditor, cellText, blocks, onSelect, onReach, onStep });
  // A mouse press anywhere in the sheet moves the focus here, which ends typing.
  const onFocus = (event: FocusEvent) => {
    if (event.target === event.currentTarget) input.current?.focus({ preventScroll: true });
  };
  return (
    <div className="grid-frame">
      <div ref={scroller} className="grid" tabIndex={-1} role="presentation" onMouseDown={onMouseDown} onDoubleClick={onDoubleClick} onFocus={onFocus}>
        <Cells scene={scene} label={label} selected={selected} copied={copied} annotations={annotations} geometry={geometry} paints={paints} visible={visible} />
        {scene.charts.map((chart) => (
          <BarChart key={chart.title} chart={chart} geometry={geometry} />
        ))}
        <span id="cell-input-help" className="visually-hidden">
          {words.editHelp}
        </span>
        <CellInput
          input={input}
          scroller={scroller}
          label={label}
          geometry={geometry}
          frozen={frozen}
          selected={selected}
          typing={typing}
          cellEditor={cellEditor}
          cellText={cellText}
          blocks={blocks}
          look={{ fontSize: paints[cell?.style ?? 0]?.box.fontSize }}
          onKey={onKey}
          onMove={(key, from) => move({ key, ctrlKey: false, metaKey: false }, from)}
          onFocus={() => !selection && onSelect(geometry.anchor({ row: geometry.rows.shown(0), column: geometry.columns.shown(0) }))}
        />
      </div>
    </div>
  );
}

interface CellsProps extends Pick<GridProps, "scene" | "geometry" | "label" | "selected" | "copied"> {
  readonly annotations: Annotations;
  readonly paints: readonly CellPaint[];
  readonly visible: ReturnType<typeof useVisible>;
}

/** The column letters with the frozen rows below them, and the rows in view. */
function Cells({ scene, label, selected, copied, annotations, geometry, paints, visible }: CellsProps) {
  const { frozen, frozenRows, frozenColumns, rows, columns } = visible;
  const notes = useMemo(() => notesByRow(annotations), [annotations]);
  const range = selected?.isRange === true ? selected.area : undefined;
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
      selected={selected?.at.row === row ? selected.at.column : -1}
      range={rangeOn(range, row)}
      copied={rangeOn(copied, row)}
    />
  );
  const width = headWidth + geometry.columns.start(geometry.columns.count);
  const bodyStart = geometry.rows.start(frozen.rows);
  return (
    <div id={gridId} role="grid" aria-label={label} aria-readonly={false} aria-multiselectable aria-rowcount={geometry.rows.count + 1} aria-colcount={geometry.columns.count + 1}>
      <div role="rowgroup" className="grid-head" style={{ width, height: headHeight + bodyStart }}>
        <ColumnHeads geometry={geometry} frozenColumns={frozenColumns} columns={columns} first={range?.column ?? selected?.at.column ?? -1} last={range?.lastColumn ?? selected?.at.column ?? -1} />
        {frozenRows.map((row) => draw(row, headHeight + geometry.rows.start(row), frozen.rows - 1))}
      </div>
      <div role="rowgroup" className="grid-body" style={{ width, height: geometry.rows.start(geometry.rows.count) - bodyStart }}>
        {rows.map((row) => draw(row, geometry.rows.start(row) - bodyStart, geometry.rows.count - 1))}
      </div>
    </div>
  );
}
