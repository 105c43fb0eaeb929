import { useVirtualizer, type Virtualizer, type VirtualizerOptions } from "@tanstack/react-virtual";

type Window = Virtualizer<HTMLDivElement, HTMLDivElement>;
type Options = Pick<VirtualizerOptions<HTMLDivElement, HTMLDivElement>, "count" | "getScrollElement" | "estimateSize"> &
  Partial<Omit<VirtualizerOptions<HTMLDivElement, HTMLDivElement>, "getItemKey">>;

/**
 * The visible part of a long list. Lines are keyed by index, since making thousands of keys for each view is slow. To draw
 * another line at an index, give its element another key, so that it is measured.
 */
export function useWindow(options: Options): Window {
  // The virtualizer changes behind one identity, which memoizing compilers do not expect; none is used here.
  // oxlint-disable-next-line react/incompatible-library
  return useVirtualizer<HTMLDivElement, HTMLDivElement>({ useFlushSync: false, ...options });
}
