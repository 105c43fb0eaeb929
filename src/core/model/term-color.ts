import type { Meaning } from "./tally.ts";

/** #RRGGBB */
export interface TermColor {
  readonly fill: string;
  /** Colour of letters on it, with a contrast of at least 4.5:1. */
  readonly font: string;
}

const dark = "#1F1F1F";
const light = "#FFFFFF";

/** Blue for good, orange for bad, grey for neither. People who do not see red and green can tell them apart, also by lightness. */
const shades: Readonly<Record<Meaning | "unknown", readonly [TermColor, ...TermColor[]]>> = {
  good: [
    { fill: "#0B4F8A", font: light },
    { fill: "#5BA3D9", font: dark },
    { fill: "#A9D1F0", font: dark },
  ],
  bad: [
    { fill: "#F5A742", font: dark },
    { fill: "#A85A00", font: light },
    { fill: "#FFD59B", font: dark },
  ],
  none: [
    { fill: "#6B7078", font: light },
    { fill: "#8F959E", font: dark },
  ],
  unknown: [{ fill: "#D5D9DE", font: dark }],
};

/**
 * The colour of a term, the same in pane, chart and sheet. `rank` is its place among the terms of the same meaning, from 0; the
 * last shade serves all further ones. The term's word always stands beside its colour.
 */
export function termColor(meaning: Meaning | "unknown", rank: number): TermColor {
  const own = shades[meaning];
  return own[Math.min(rank, own.length - 1)] ?? own[0];
}
