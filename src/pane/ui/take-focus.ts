/** A `ref` for an element that gets the focus as soon as it appears. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}
