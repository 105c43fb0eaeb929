import type { MarkLevel } from "./finding.ts";
import { markColors } from "./mark-look.ts";
import type { CellRole } from "./sheet-plan.ts";

/** The look of the cells of a role. */
export interface PlannedStyle {
  readonly bold: boolean;
  /** Points. */
  readonly size: number;
  /** #RRGGBB */
  readonly color: string;
  readonly fill: string | null;
  readonly numberFormat: "@" | "General" | "0" | "0.0%";
  readonly align: "left" | "center" | "right";
  readonly wrap: boolean;
  readonly border: boolean;
}

const ink = "#1F1F1F";
const base: PlannedStyle = { bold: false, size: 10, color: ink, fill: null, numberFormat: "@", align: "left", wrap: true, border: true };
const plain: PlannedStyle = { ...base, border: false, wrap: false };
const count: PlannedStyle = { ...base, numberFormat: "0", align: "right" };
const share: PlannedStyle = { ...base, numberFormat: "0.0%", align: "right" };
const total = { bold: true, fill: "#EEF1F4" } as const;
const head = { bold: true, fill: "#DDE3EA" } as const;
const symbol: PlannedStyle = { ...base, align: "center" };

const marked = (level: MarkLevel): PlannedStyle => ({ ...base, bold: true, color: markColors[level].font, fill: markColors[level].fill });

export const plannedStyles: Readonly<Record<CellRole, PlannedStyle>> = {
  title: { ...plain, bold: true, size: 16 },
  note: { ...plain, color: "#4A4A4A" },
  line: { ...plain, size: 11 },
  caption: { ...plain, bold: true, size: 12 },
  // Lines between the cells would cross the name.
  group: { ...plain, ...head },
  header: { ...base, ...head, align: "center" },
  text: base,
  symbol,
  count,
  share,
  totalText: { ...base, ...total },
  totalSymbol: { ...symbol, ...total },
  totalCount: { ...count, ...total },
  totalShare: { ...share, ...total },
  required: marked("required"),
  attention: marked("attention"),
  input: { ...base, fill: "#FFFBE6" },
};
