import type { Area } from "./area.ts";

/** How a sheet is printed. The defaults are those of a new sheet in Japan. */
export interface Page {
  readonly orientation: string;
  readonly paperSize: string;
  readonly zoom: Readonly<Record<string, number>>;
  /** In points, by side. */
  readonly margins: Readonly<Record<string, number>>;
  readonly titleRows: Area | undefined;
  /** Rows below a manual break, zero-based. */
  readonly breaks: readonly number[];
  /** Texts by part, such as "LeftFooter". */
  readonly parts: Readonly<Record<string, string>>;
}

export const plainPage: Page = { orientation: "Portrait", paperSize: "A4", zoom: { scale: 100 }, margins: {}, titleRows: undefined, breaks: [], parts: {} };
