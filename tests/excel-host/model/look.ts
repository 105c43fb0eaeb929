/** The sides of a cell that can have a border. */
export type Side = "top" | "bottom" | "left" | "right";

/** How a cell looks beside its fill and its number format. The defaults are those of a new sheet. */
export interface Look {
  readonly bold: boolean;
  /** Points. */
  readonly size: number;
  readonly color: string;
  readonly underline: "None" | "Single";
  readonly horizontal: string;
  readonly vertical: string;
  readonly wrap: boolean;
  /** Colours of the borders that the cell has. */
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

/** What the built-in cell style of a link sets; only its font counts. */
export const linkFont: Pick<Look, "bold" | "size" | "color" | "underline"> = { bold: false, size: 11, color: "#0563C1", underline: "Single" };

/** A link of a cell; this model knows those within the workbook only. */
export interface CellLink {
  readonly documentReference: string;
}
