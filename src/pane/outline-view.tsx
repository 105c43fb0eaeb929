import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { defaultRangeExtractor } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import type { Form } from "../core/form/schema.ts";
import { outlineOf, type OutlineNode } from "../core/outline/outline.ts";
import { pathTo } from "../core/outline/path.ts";
import type { SheetCheck } from "./desk.ts";
import { GridMessage } from "./grid-message.tsx";
import { NodeCard } from "./node-card.tsx";
import { outlineRows, type OutlineRow } from "./outline-rows.ts";
import type { Session } from "./session.ts";
import type { SessionState } from "./state.ts";
import { StatusChips } from "./status-chips.tsx";
import { useTexts } from "./texts.ts";
import { useSheetGrid } from "./use-sheet-grid.ts";
import { useWindow } from "./use-window.ts";

const useStyles = makeStyles({
  view: { flex: "1 1 0", minHeight: 0, display: "flex", flexDirection: "column" },
  scroller: { flex: "1 1 0", minHeight: 0, overflowY: "auto", backgroundColor: tokens.colorNeutralBackground2 },
  list: { position: "relative", width: "100%" },
  row: {
    position: "absolute",
    top: 0,
    left: 0,
    right: 0,
    padding: "5px 12px",
    cursor: "pointer",
    outline: "none",
    overflowWrap: "anywhere",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  current: { backgroundColor: tokens.colorNeutralBackground1Selected, boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`, "@media (forced-colors: active)": { border: "2px solid Highlight" } },
  issue: { fontWeight: tokens.fontWeightSemibold },
  strategy: { paddingLeft: "28px" },
  initiative: { paddingLeft: "44px" },
});

const looks = { 1: "issue", 2: "strategy", 3: "initiative" } as const;

interface OutlineViewProps {
  readonly session: Session;
  readonly state: SessionState;
  readonly sheetId: string;
  readonly check: SheetCheck;
}

/** The evaluation as a tree with its statuses; it follows the selected cell, and a click selects the row. */
export function OutlineView({ session, state, sheetId, check }: OutlineViewProps) {
  const styles = useStyles();
  const reading = useSheetGrid(session, sheetId, check);
  const read = reading.phase === "read" ? reading : undefined;
  const outline = useMemo(() => read && outlineOf(read.grid, read.check.form), [read]);
  const rows = useMemo(() => (outline ? outlineRows(outline) : []), [outline]);
  const { place } = state;
  const current = outline && place ? pathTo(outline, place.row).at(-1) : undefined;
  if (!read || !outline) return <GridMessage reading={reading} />;
  return (
    <div className={styles.view}>
      <Tree session={session} form={read.check.form} rows={rows} current={current} />
      {current && <NodeCard session={session} outline={outline} node={current} check={read.check} />}
    </div>
  );
}

interface TreeProps {
  readonly session: Session;
  readonly form: Form;
  readonly rows: readonly OutlineRow[];
  readonly current: OutlineNode | undefined;
}

/** One tab stop; the arrow keys move within it, Enter selects the row in the sheet. */
function Tree({ session, form, rows, current }: TreeProps) {
  const styles = useStyles();
  const words = useTexts();
  const scroller = useRef<HTMLDivElement>(null);
  const [focus, setFocus] = useState<{ readonly index: number; readonly beside: OutlineNode | undefined }>();
  const currentIndex = current ? rows.findIndex(({ node }) => node === current) : -1;
  const stop = focus && focus.beside === current ? focus.index : Math.max(0, currentIndex);
  const list = useWindow({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 48,
    getItemKey: (index) => index,
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), stop])].filter((index) => index < rows.length).sort((one, other) => one - other),
    overscan: 6,
  });
  useEffect(() => {
    if (rows.length === 0) return;
    list.scrollToIndex(stop, { align: "auto" });
    const { current: element } = scroller;
    if (element?.contains(document.activeElement)) element.querySelector<HTMLElement>(`[data-index="${stop}"]`)?.focus({ preventScroll: true });
  }, [list, stop, rows]);
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (event.key === "Enter" || event.key === " ") select(rows[index]);
    else if (event.key === "ArrowDown") move(index + 1);
    else if (event.key === "ArrowUp") move(index - 1);
    else if (event.key === "Home") move(0);
    else if (event.key === "End") move(rows.length - 1);
    else return;
    event.preventDefault();
  };
  const move = (index: number) => setFocus({ index: Math.min(rows.length - 1, Math.max(0, index)), beside: current });
  const select = (row: OutlineRow | undefined) => row && session.desk.select(row.node.at);
  return (
    <div ref={scroller} className={styles.scroller}>
      <div className={styles.list} role="tree" aria-label={words.views.outline} style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (!row) return null;
          const { node, depth } = row;
          return (
            <div
              key={index}
              ref={list.measureElement}
              data-index={index}
              role="treeitem"
              aria-level={depth}
              aria-posinset={row.position}
              aria-setsize={row.of}
              aria-selected={node === current}
              {...(depth < 3 && { "aria-expanded": true })}
              tabIndex={index === stop ? 0 : -1}
              className={mergeClasses(styles.row, styles[looks[depth]], node === current && styles.current)}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => select(row)}
              onKeyDown={(event) => onKeyDown(event, index)}
            >
              {node.missing ? words.missingNode(node.code) : `${node.code ?? ""} ${node.title}`.trim()}
              <StatusChips statuses={node.statuses} form={form} />
            </div>
          );
        })}
      </div>
    </div>
  );
}
