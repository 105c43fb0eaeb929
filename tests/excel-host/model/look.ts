/** The sides of a cell that can have a border. */
export type Side = "top" | "bottom" | "left" | "right";

/** How a cell looks, apart from its fill and number format. The defaults are those of a new sheet. */
export interface Look {
  readonly bold: boolean;
  /** In points. */
  readonly size: number;
  readonly color: string;
  readonly underline: "None" | "Single";
  readonly horizontal: string;
  readonly vertical: string;
  readonly wrap: boolean;
  /** The colours of the cell's borders. */
  readonly borders: Readonly<Partial<Record<Side, string>>>;
}

export const plainLook: Look = {
  bold: false,
  size: 11,
  color: "#000000",
  underline: "None",
  horizontal: "General",
  vertical: "Bottom",
  wrap: false,
  borders: {},
};

/** The built-in cell style of links; only its font is modelled. */
export const linkFont: Pick<Look, "bold" | "size" | "color" | "underline"> = { bold: false, size: 11, color: "#0563C1", underline: "Single" };

/** The link of a cell, always within the workbook. */
export interface CellLink {
  readonly documentReference: string;
}
