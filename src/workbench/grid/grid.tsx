import { useEffect, useMemo, useRef, type FocusEvent, type KeyboardEvent, type MouseEvent, type RefObject } from "react";
import type { CellPlace } from "../../core/model/address.ts";
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
import { gridAction } from "./input-keys.ts";
import { placeAfterKey } from "./keys.ts";
import { notesByRow } from "./notes.ts";
import { reveal, rowsInView } from "./reveal.ts";
import { headHeight, headWidth, SheetGeometry } from "./sheet.ts";
import { useRows, useVisible } from "./use-visible.ts";

const papers = { light: { ground: "#ffffff", ink: "#000000" }, dark: { ground: "#1b1b1b", ink: "#f0f0f0" } } as const;
const nothing: Annotations = { findings: [], marks: [], sheets: [] };

interface GridProps {
  readonly scene: SheetScene;
  readonly label: string;
  readonly selection: CellPlace | undefined;
  readonly annotations: Annotations | undefined;
  readonly cellEditor: CellEditor;
  /** The text that is being typed into a cell of the sheet. */
  readonly typing: Typing | undefined;
  readonly onSelect: (place: CellPlace) => void;
  readonly onStep: (direction: 1 | -1) => void;
}

/** A sheet as Excel shows it, in real elements, but only those in view. Its input has the focus; the selected cell is the active one. */
export function SheetGrid({ scene, label, selection, annotations = nothing, cellEditor, typing, onSelect, onStep }: GridProps) {
  const words = useWorkbenchTexts();
  const scroller = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const geometry = useMemo(() => new SheetGeometry(scene.layout), [scene.layout]);
  const paper = useIsDark() ? papers.dark : papers.light;
  const paints = useMemo(() => scene.layout.styles.map((style) => cellPaint(style, paper)), [scene.layout, paper]);
  const visible = useVisible(geometry, scroller, selection);
  const { frozen, frozenRows, rows } = visible;
  useRows(scene.rows, useMemo(() => [...frozenRows, ...rows], [frozenRows, rows]));
  useEffect(() => {
    if (scroller.current && selection) reveal(scroller.current, geometry, frozen, selection);
  }, [geometry, frozen, selection]);

  const selected = selection && scene.rows.row(selection.row)?.cells.find(({ column }) => column === selection.column);
  const cellText = selected?.typed ?? selected?.text ?? "";
  const { move, onKey, onMouseDown, onDoubleClick } = useGridActions({ geometry, frozen, scroller, selection, cellEditor, cellText, onSelect, onStep });
  // A mouse press anywhere in the sheet moves the focus here, which ends typing.
  const onFocus = (event: FocusEvent) => {
    if (event.target === event.currentTarget) input.current?.focus({ preventScroll: true });
  };
  return (
    <div ref={scroller} className="grid" tabIndex={-1} role="presentation" onMouseDown={onMouseDown} onDoubleClick={onDoubleClick} onFocus={onFocus}>
      <Cells scene={scene} label={label} selection={selection} annotations={annotations} geometry={geometry} paints={paints} visible={visible} />
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
        selection={selection}
        typing={typing}
        cellEditor={cellEditor}
        cellText={cellText}
        look={{ fontSize: paints[selected?.style ?? 0]?.box.fontSize }}
        onKey={onKey}
        onMove={(key, from) => move({ key, ctrlKey: false, metaKey: false }, from)}
        onFocus={() => !selection && onSelect(geometry.anchor({ row: geometry.rows.shown(0), column: geometry.columns.shown(0) }))}
      />
    </div>
  );
}

interface CellsProps extends Pick<GridProps, "scene" | "label" | "selection"> {
  readonly annotations: Annotations;
  readonly geometry: SheetGeometry;
  readonly paints: readonly CellPaint[];
  readonly visible: ReturnType<typeof useVisible>;
}

/** The column letters with the frozen rows below them, and the rows in view. */
function Cells({ scene, label, selection, annotations, geometry, paints, visible }: CellsProps) {
  const { frozen, frozenRows, frozenColumns, rows, columns } = visible;
  const notes = useMemo(() => notesByRow(annotations), [annotations]);
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
    <div id={gridId} role="grid" aria-label={label} aria-readonly={false} aria-rowcount={geometry.rows.count + 1} aria-colcount={geometry.columns.count + 1}>
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

interface ActedOn extends Pick<GridProps, "selection" | "cellEditor" | "onSelect" | "onStep"> {
  readonly geometry: SheetGeometry;
  readonly frozen: ReturnType<typeof useVisible>["frozen"];
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly cellText: string;
}

/** Keys and mouse in the sheet. */
function useGridActions({ geometry, frozen, scroller, selection, cellEditor, cellText, onSelect, onStep }: ActedOn) {
  const move = (press: Parameters<typeof placeAfterKey>[0], from: CellPlace) => {
    const page = scroller.current ? rowsInView(scroller.current, geometry, frozen) : 1;
    const place = placeAfterKey(press, from, geometry, page);
    if (place) onSelect(place);
    return place !== undefined;
  };
  const onKey = (event: KeyboardEvent) => {
    const action = gridAction(event);
    if (action === "edit") cellEditor.begin(cellText);
    else if (action === "anew") cellEditor.beginAnew();
    else if (action === "empty") cellEditor.empty();
    else if (action === "next" || action === "previous") onStep(action === "next" ? 1 : -1);
    else if (event.altKey || !move(event, selection ?? { row: 0, column: 0 })) return;
    event.preventDefault();
  };
  const onMouseDown = (event: MouseEvent) => {
    const place = placeOf(event.target);
    if (place) onSelect(geometry.anchor(place));
  };
  const onDoubleClick = (event: MouseEvent) => {
    if (placeOf(event.target)) cellEditor.begin(cellText);
  };
  return { move, onKey, onMouseDown, onDoubleClick };
}

function placeOf(target: EventTarget): CellPlace | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-column]") : null;
  const row = cell?.closest<HTMLElement>("[data-row]");
  return cell && row ? { row: Number(row.dataset["row"]), column: Number(cell.dataset["column"]) } : undefined;
}
