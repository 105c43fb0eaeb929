import { useVirtualizer, type Virtualizer, type VirtualizerOptions } from "@tanstack/react-virtual";

type Window = Virtualizer<HTMLDivElement, HTMLDivElement>;
type Options = Pick<VirtualizerOptions<HTMLDivElement, HTMLDivElement>, "count" | "getScrollElement" | "estimateSize"> &
  Partial<VirtualizerOptions<HTMLDivElement, HTMLDivElement>>;

/** The part of a long list that is in view. */
export function useWindow(options: Options): Window {
  // The virtualizer changes behind one identity, which memoizing compilers do not expect; none is used here.
  // oxlint-disable-next-line react/incompatible-library
  return useVirtualizer<HTMLDivElement, HTMLDivElement>({ useFlushSync: false, ...options });
}
