import type { Area } from "./area.ts";

/** One row of pieces or points of a chart. */
export interface Series {
  name: string;
  values: Area | undefined;
  categories: Area | undefined;
  color: string | undefined;
}

export interface Chart {
  readonly id: string;
  name: string;
  readonly type: string;
  title: string;
  legend: string;
  /** True where the first category stands on top of a bar chart. */
  isReversed: boolean;
  place: Area | undefined;
  series: readonly Series[];
}

/** A picture or a form; kept, never looked into. */
export interface Shape {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}
