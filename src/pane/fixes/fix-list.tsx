import { makeStyles, tokens } from "@fluentui/react-components";
import { useRef, type ReactNode } from "react";
import { useEscape } from "../ui/use-escape.ts";
import { useWindow } from "../ui/use-window.ts";
import { ViewHead } from "../ui/view-head.tsx";

const useStyles = makeStyles({
  frame: { flex: "1 1 0", minHeight: 0, display: "flex", flexDirection: "column", backgroundColor: tokens.colorNeutralBackground2 },
  head: { padding: "6px 16px", display: "flex", flexDirection: "column", gap: "4px", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  // The manual, one click away, tells it too.
  help: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, "@media (max-height: 600px)": { display: "none" } },
  scroller: { flex: "1 1 0", minHeight: 0, overflowY: "auto" },
  list: { position: "relative", width: "100%" },
  item: { position: "absolute", top: 0, left: 0, right: 0, padding: "6px 16px", boxSizing: "border-box", borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
  foot: { padding: "6px 16px", display: "flex", flexWrap: "wrap", gap: "8px", borderTop: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground1 },
});

const estimate = () => 60;

interface FixListProps<Item> {
  readonly title: string;
  readonly help: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string | number;
  readonly draw: (item: Item) => ReactNode;
  readonly head?: ReactNode;
  readonly foot: ReactNode;
  readonly onLeave: () => void;
}

/** A list of fixes in place of the findings. Its title gets the focus, and Escape leaves it. */
export function FixList<Item>({ title, help, items, keyOf, draw, head, foot, onLeave }: FixListProps<Item>) {
  const styles = useStyles();
  const frame = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  useEscape(frame, onLeave);
  const list = useWindow(scroller, { count: items.length, estimate, beyond: 8 });
  return (
    <div ref={frame} className={styles.frame} role="group" aria-label={title}>
      <div className={styles.head}>
        <ViewHead title={title} topic="mends" />
        <p className={styles.help}>{help}</p>
        {head}
      </div>
      <div ref={scroller} className={styles.scroller}>
        <div className={styles.list} role="list" aria-label={title} style={{ height: list.height }}>
          {list.drawn([]).map(({ index, start }) => {
            const item = items[index];
            return (
              <div key={`${index} ${item === undefined ? "" : keyOf(item)}`} ref={list.measure} data-index={index} role="listitem" aria-setsize={items.length} aria-posinset={index + 1} className={styles.item} style={{ transform: `translateY(${start}px)` }}>
                {item !== undefined && draw(item)}
              </div>
            );
          })}
        </div>
      </div>
      <div className={styles.foot}>{foot}</div>
    </div>
  );
}
