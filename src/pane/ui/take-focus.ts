/** A `ref` for an element that gets the focus as soon as it appears, except from a tab, whose arrow keys go on to the next one. */
export function takeFocus(element: HTMLElement | null): void {
  if (!document.activeElement?.matches("[role=tab]")) element?.focus();
}
