import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";

interface Tab {
  readonly id: string;
  readonly content: ReactNode;
  readonly title?: string | undefined;
}

interface TabsProps {
  readonly prefix: string;
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly active: string;
  readonly onActive: (id: string) => void;
  /** What the Delete key does to a tab. */
  readonly onDelete?: (id: string) => void;
}

/** Tabs as one tab stop; arrow keys, Home and End switch between tabs. */
export function Tabs({ prefix, label, tabs, active, onActive, onDelete }: TabsProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const shown = list.current;
    const tab = shown?.querySelector<HTMLElement>("[aria-selected=true]");
    if (!shown || !tab) return undefined;
    if (shown.contains(document.activeElement)) tab.focus();
    const sizes = new ResizeObserver(() => {
      // scrollIntoView would also move the place where Tab begins.
      shown.scrollLeft = tab.offsetLeft - (shown.clientWidth - tab.offsetWidth) / 2;
    });
    sizes.observe(shown);
    return () => sizes.disconnect();
  }, [active]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Delete") onDelete?.(active);
    const next = tabs[indexAfterKey(event.key, tabs.findIndex(({ id }) => id === active), tabs.length)];
    if (!next) return;
    event.preventDefault();
    onActive(next.id);
  };
  return (
    <div ref={list} className={`tabs ${prefix}-tabs`} role="tablist" aria-label={label}>
      {tabs.map(({ id, content, title }) => (
        <button
          key={id}
          id={`${prefix}-${id}`}
          type="button"
          role="tab"
          className="tab"
          title={title}
          aria-selected={id === active}
          aria-controls="panel"
          tabIndex={id === active ? 0 : -1}
          onClick={() => onActive(id)}
          onKeyDown={onKeyDown}
        >
          {content}
        </button>
      ))}
    </div>
  );
}

function indexAfterKey(key: string, index: number, count: number): number {
  if (key === "ArrowRight") return (index + 1) % count;
  if (key === "ArrowLeft") return (index + count - 1) % count;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : -1;
}
