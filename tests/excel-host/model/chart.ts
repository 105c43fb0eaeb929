import type { Area } from "./area.ts";

/** One series of bars or points of a chart. */
export interface Series {
  name: string;
  values: Area | undefined;
  categories: Area | undefined;
  color: string | undefined;
  /** Of its data labels; undefined where it has none. */
  labels: { format: string; color: string | undefined } | undefined;
}

export interface Chart {
  readonly id: string;
  name: string;
  readonly type: string;
  title: string;
  legend: string;
  /** True if the first category is at the top of a bar chart. */
  isReversed: boolean;
  place: Area | undefined;
  series: readonly Series[];
}

/** A picture or form control, kept as it is. */
export interface Shape {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}
