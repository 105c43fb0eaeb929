import { areaLists, type Block } from "../../../core/model/address.ts";
import { joined } from "../../../core/model/mark-look.ts";
import { plannedStyles, type PlannedStyle } from "../../../core/model/planned-styles.ts";
import type { CellRole, SheetPlan } from "../../../core/model/sheet-plan.ts";
import { plannedCells } from "./sheet-cells.ts";

/** An action on several areas of a sheet. */
export interface Stroke {
  /** Areas without the sheet's name, separated by commas. */
  readonly address: string;
  readonly draw: (format: Excel.RangeFormat) => void;
}

const borderColor = "#8C96A0";
const edges = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;
type Line = (typeof edges)[number] | "InsideHorizontal" | "InsideVertical";

const aligned = { left: "Left", center: "Center", right: "Right" } as const;

/** Gives the cells of a plan their looks: first by role, since many cells have the same one, then the borders. */
export function strokesOf(plan: SheetPlan): readonly Stroke[] {
  const byRole = new Map<CellRole, Block[]>();
  const bordered: Block[] = [];
  for (const [at, { role }] of plannedCells(plan)) {
    const block = { first: at, last: at };
    const known = byRole.get(role);
    if (known === undefined) byRole.set(role, [block]);
    else known.push(block);
    if (plannedStyles[role].border) bordered.push(block);
  }
  const looks = [...byRole].flatMap(([role, blocks]) => areaLists(joined(blocks), ",").map((address) => ({ address, draw: painter(plannedStyles[role]) })));
  return [...looks, ...borders(joined(bordered))];
}

function painter({ bold, size, color, fill, align, wrap }: PlannedStyle): Stroke["draw"] {
  return (format) => {
    format.font.bold = bold;
    format.font.size = size;
    format.font.color = color;
    if (fill !== null) format.fill.color = fill;
    format.horizontalAlignment = aligned[align];
    format.verticalAlignment = "Top";
    format.wrapText = wrap;
  };
}

/** A block of one row or one column has no inner borders, and Excel's object model refuses to set them. */
function borders(blocks: readonly Block[]): readonly Stroke[] {
  const high = blocks.filter(({ first, last }) => last.row > first.row);
  const wide = blocks.filter(({ first, last }) => last.column > first.column);
  return [...lines(blocks, edges), ...lines(high, ["InsideHorizontal"]), ...lines(wide, ["InsideVertical"])];
}

function lines(blocks: readonly Block[], names: readonly Line[]): readonly Stroke[] {
  const draw = (format: Excel.RangeFormat) => {
    for (const name of names) {
      const border = format.borders.getItem(name);
      border.style = "Continuous";
      border.color = borderColor;
    }
  };
  return areaLists(blocks, ",").map((address) => ({ address, draw }));
}
