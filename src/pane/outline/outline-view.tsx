import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import type { Outline } from "../../core/model/outline.ts";
import type { Form } from "../../core/form/schema.ts";
import { nodeAt } from "../../core/outline/outline.ts";
import { pathTo } from "../../core/outline/path.ts";
import type { SheetCheck } from "../state/host-adapter.ts";
import { NothingShown } from "../frame/nothing-shown.tsx";
import { NodeCard } from "./node-card.tsx";
import { outlineRows, type OutlineRow } from "./outline-rows.ts";
import { KindSymbol } from "../ui/kind-symbol.tsx";
import type { Session } from "../state/session.ts";
import type { SessionState } from "../state/state.ts";
import { StatusChips } from "./status-chips.tsx";
import { useTexts } from "../texts/texts.ts";
import type { ListWindow } from "../ui/list-window.ts";
import { useWindow } from "../ui/use-window.ts";

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
  kind: { display: "inline-block", verticalAlign: "-3px", marginRight: "4px" },
  // Beside the sign it is for those alone who do not see it.
  word: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" },
  level0: { fontWeight: tokens.fontWeightSemibold },
  level1: { paddingLeft: "28px" },
  level2: { paddingLeft: "44px" },
  level3: { paddingLeft: "60px" },
  level4: { paddingLeft: "76px" },
  level5: { paddingLeft: "92px" },
});

const depthStyles = ["level0", "level1", "level2", "level3", "level4", "level5"] as const;

const estimate = () => 48;

interface OutlineViewProps {
  readonly session: Session;
  readonly state: SessionState;
  readonly check: SheetCheck;
}

/** The evaluation as a tree with its statuses. It follows the selected cell, and a click selects the row. */
export function OutlineView({ session, state, check }: OutlineViewProps) {
  const styles = useStyles();
  const { outline } = check.inspection.overview;
  const { filter } = state;
  const rows = useMemo(() => outlineRows(check, filter), [check, filter]);
  const current = state.place ? pathTo(outline, state.place).at(-1) : undefined;
  return (
    <div className={styles.view}>
      {rows.length === 0 ? <NothingShown session={session} /> : <Tree session={session} form={check.form} outline={outline} rows={rows} current={current} />}
      {current !== undefined && <NodeCard session={session} node={nodeAt(outline, current)} check={check} />}
    </div>
  );
}

interface TreeProps {
  readonly session: Session;
  readonly form: Form;
  readonly outline: Outline;
  readonly rows: readonly OutlineRow[];
  /** The number of the current node. */
  readonly current: number | undefined;
}

/** One tab stop. Arrow keys move in it, Enter selects the row in the sheet. */
function Tree({ session, form, outline, rows, current }: TreeProps) {
  const styles = useStyles();
  const words = useTexts();
  const scroller = useRef<HTMLDivElement>(null);
  const [focus, setFocus] = useState<{ readonly node: number | undefined; readonly beside: number | undefined }>();
  const size = rows.length;
  const wanted = focus && focus.beside === current ? focus.node : current;
  const stop = Math.max(0, rows.findIndex(({ node }) => node === wanted));
  const list = useWindow(scroller, { count: size, estimate, beyond: 6 });
  useEffect(() => {
    list.scrollTo(stop);
    const { current: element } = scroller;
    if (element?.contains(document.activeElement)) element.querySelector<HTMLElement>(`[data-index="${stop}"]`)?.focus({ preventScroll: true });
  }, [list, stop, size]);
  const select = (node: number) => session.adapter.select(nodeAt(outline, node).at);
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const next = indexAfterKey(event.key, index, size);
    if (next !== undefined) setFocus({ node: rows[next]?.node, beside: current });
    else if (event.key === "Enter" || event.key === " ") select(rows[index]?.node ?? 0);
    else return;
    event.preventDefault();
  };
  return (
    <div ref={scroller} className={styles.scroller}>
      <div className={styles.list} role="tree" aria-label={words.views.outline} style={{ height: list.height }}>
        {list.drawn([stop]).map(({ index, start }) => {
          const row = rows[index];
          // Another index is another element, which is measured anew.
          return row && <Row key={`${row.node} ${index}`} measure={list.measure} index={index} row={row} start={start} form={form} outline={outline} isCurrent={row.node === current} isStop={index === stop} onSelect={select} onKeyDown={onKeyDown} />;
        })}
      </div>
    </div>
  );
}

function indexAfterKey(key: string, index: number, size: number): number | undefined {
  if (key === "ArrowDown") return Math.min(size - 1, index + 1);
  if (key === "ArrowUp") return Math.max(0, index - 1);
  if (key === "Home") return 0;
  return key === "End" ? size - 1 : undefined;
}

interface RowProps {
  readonly measure: ListWindow["measure"];
  readonly index: number;
  readonly row: OutlineRow;
  /** Pixels from the top of the tree. */
  readonly start: number;
  readonly form: Form;
  readonly outline: Outline;
  readonly isCurrent: boolean;
  readonly isStop: boolean;
  readonly onSelect: (node: number) => void;
  readonly onKeyDown: (event: KeyboardEvent, index: number) => void;
}

function Row({ measure, index, row, start, form, outline, isCurrent, isStop, onSelect, onKeyDown }: RowProps) {
  const styles = useStyles();
  const words = useTexts();
  const node = nodeAt(outline, row.node);
  return (
    <div
      ref={measure}
      data-index={index}
      role="treeitem"
      aria-level={node.depth + 1}
      aria-posinset={outline.positions[row.node]}
      aria-setsize={outline.sisters[row.node]}
      aria-selected={isCurrent}
      {...(node.depth < form.levels.length - 1 && { "aria-expanded": true })}
      tabIndex={isStop ? 0 : -1}
      className={mergeClasses(styles.row, styles[depthStyles[node.depth] ?? "level5"], isCurrent && styles.current)}
      style={{ transform: `translateY(${start}px)` }}
      onClick={() => onSelect(row.node)}
      onKeyDown={(event) => onKeyDown(event, index)}
    >
      {row.kinds.map((kind) => (
        <span key={kind} className={styles.kind}>
          <KindSymbol kind={kind} />
          <span className={styles.word}>{words.kinds[kind]} </span>
        </span>
      ))}
      {node.missing ? words.missingNode(node.code) : `${node.code ?? ""} ${node.title}`.trim()}
      <StatusChips statuses={node.statuses} form={form} />
    </div>
  );
}
