/**
 * For `ref`: the buttons and links of an element become one tab stop, between which the arrow keys, Home and End move. Tab
 * leads to the chosen tab, else to the one that had the focus last.
 */
export function arrows(group: HTMLElement | null): (() => void) | undefined {
  if (!group) return undefined;
  let last: HTMLElement | undefined;
  const keepStop = () => {
    const parts = partsOf(group);
    const stop = parts.find((part) => part === document.activeElement) ?? parts.find((part) => part.ariaSelected === "true") ?? parts.find((part) => part === last) ?? parts[0];
    for (const part of parts) part.tabIndex = part === stop ? 0 : -1;
  };
  const onFocus = ({ target }: FocusEvent) => {
    if (target instanceof HTMLElement) last = target;
    keepStop();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const parts = partsOf(group);
    const next = parts[indexAfter(event.key, parts.findIndex((part) => part === event.target), parts.length)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  const watch = new MutationObserver(keepStop);
  watch.observe(group, { childList: true, subtree: true, attributeFilter: ["disabled", "href", "aria-selected"] });
  group.addEventListener("focusin", onFocus);
  group.addEventListener("focusout", keepStop);
  group.addEventListener("keydown", onKeyDown);
  keepStop();
  return () => {
    watch.disconnect();
    group.removeEventListener("focusin", onFocus);
    group.removeEventListener("focusout", keepStop);
    group.removeEventListener("keydown", onKeyDown);
  };
}

/** In the order of the page; also a text that is told in full on focus. */
function partsOf(group: HTMLElement): readonly HTMLElement[] {
  return [...group.querySelectorAll<HTMLElement>("button:not(:disabled), a[href], [role=group][tabindex]")];
}

/** -1 for another key. */
function indexAfter(key: string, index: number, count: number): number {
  if (key === "ArrowRight") return (index + 1) % count;
  if (key === "ArrowLeft") return (index + count - 1) % count;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : -1;
}
