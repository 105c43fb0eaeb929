import { defaultRangeExtractor, useVirtualizer, type Range } from "@tanstack/react-virtual";
import { startTransition, useEffect, useMemo, useRef, useState, type RefObject } from "react";
import type { CellPlace } from "../../core/model/address.ts";
import type { RowCache } from "../worker/row-cache.ts";
import { frozenIn, type Frozen, type SheetGeometry } from "./sheet.ts";

const roomStep = 50;

/** The part of a sheet to render. Hidden rows and columns are left out. */
export interface Visible {
  readonly frozen: Frozen;
  readonly frozenRows: readonly number[];
  readonly frozenColumns: readonly number[];
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** The rows and columns to render: the frozen ones, those in view, and areas that reach into it from outside. */
export function useVisible(geometry: SheetGeometry, scroller: RefObject<HTMLDivElement | null>, selection: CellPlace | undefined): Visible {
  const { rows, columns } = geometry;
  const room = useRoom(scroller);
  const frozen = useMemo(() => frozenIn(geometry, room), [geometry, room]);
  // A virtualizer changes behind one identity, which memoizing compilers do not expect; none is used here.
  // oxlint-disable-next-line react/incompatible-library
  const rowWindow = useVirtualizer({
    useFlushSync: false,
    count: rows.count - frozen.rows,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => rows.size(index + frozen.rows),
    rangeExtractor: (range) => withAnchors(range, geometry, frozen, selection),
    overscan: 3,
  });
  const columnWindow = useVirtualizer({
    useFlushSync: false,
    count: columns.count - frozen.columns,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => columns.size(index + frozen.columns),
    rangeExtractor: (range) => withIndex(defaultRangeExtractor(range), (selection?.column ?? 0) - frozen.columns, range.count),
    horizontal: true,
    overscan: 1,
  });
  const measured = useRef(geometry);
  // Sizes are asked for once, and again only when told.
  useEffect(() => {
    if (measured.current === geometry) return;
    measured.current = geometry;
    rowWindow.measure();
    columnWindow.measure();
  }, [geometry, rowWindow, columnWindow]);
  const shownRows = rowWindow.getVirtualIndexes().map((index) => index + frozen.rows).filter((row) => rows.size(row) > 0).join();
  const shownColumns = columnWindow.getVirtualIndexes().map((index) => index + frozen.columns).join();
  return {
    frozen,
    frozenRows: useMemo(() => upTo(frozen.rows).filter((row) => rows.size(row) > 0), [rows, frozen]),
    frozenColumns: useMemo(() => upTo(frozen.columns), [frozen]),
    rows: useMemo(() => numbers(shownRows), [shownRows]),
    columns: useMemo(() => numbers(shownColumns), [shownColumns]),
  };
}

/** Fetches the rows and rerenders when they arrive. */
export function useRows(cache: RowCache, rows: readonly number[]): void {
  const [, setVersion] = useState(0);
  useEffect(() => cache.subscribe(() => startTransition(() => setVersion(cache.version()))), [cache]);
  useEffect(() => cache.want(rows), [cache, rows]);
}

/** The size of the window on the sheet, in coarse steps, since it only decides how much may be frozen. */
function useRoom(scroller: RefObject<HTMLDivElement | null>): { readonly width: number; readonly height: number } {
  const [room, setRoom] = useState({ width: window.innerWidth, height: window.innerHeight });
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const width = Math.round(entry.contentRect.width / roomStep) * roomStep;
      const height = Math.round(entry.contentRect.height / roomStep) * roomStep;
      setRoom((before) => (before.width === width && before.height === height ? before : { width, height }));
    });
    if (scroller.current) observer.observe(scroller.current);
    return () => observer.disconnect();
  }, [scroller]);
  return room;
}

/** The rows in view, those where areas that reach into it begin, and the selected one, which must exist to be announced. */
function withAnchors(range: Range, { merges }: SheetGeometry, frozen: Frozen, selection: CellPlace | undefined): number[] {
  const indexes = new Set(defaultRangeExtractor(range));
  const [first = 0] = indexes;
  for (const { row } of merges.onRow(first + frozen.rows)) if (row >= frozen.rows) indexes.add(row - frozen.rows);
  return withIndex(indexes, (selection?.row ?? -1) - frozen.rows, range.count);
}

function withIndex(indexes: Iterable<number>, index: number, count: number): number[] {
  const all = new Set(indexes);
  if (index >= 0 && index < count) all.add(index);
  return [...all].sort((one, other) => one - other);
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** A list of numbers as text, so that equal lists are equal values. */
function numbers(list: string): number[] {
  return list === "" ? [] : list.split(",").map(Number);
}
