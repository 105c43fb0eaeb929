/**
 * Features above ExcelApi 1.9, and their substitutes:
 * https://learn.microsoft.com/javascript/api/requirement-sets/excel/excel-api-requirement-sets
 */
const newer = {
  /** `triggerSource` of a change. Without it a change is compared with our latest writes (own-change-filter.ts). */
  triggerSource: "1.14",
  /** Threaded comments on a sheet of ours. Without them only other additions are found. */
  comments: "1.10",
  /** The user can undo what the add-in wrote, and what they did before. Without it every write empties the list (OfficeDev/office-js-docs-pr#5175). */
  undo: "1.19",
} as const;

/** The oldest set on which the product works. Everything in the sets up to it is used without asking. */
export const floor = "1.9";

export function hasFloor(): boolean {
  return isSupported(floor);
}

/** True where this Excel has what was added later. */
export function has(feature: keyof typeof newer): boolean {
  return isSupported(newer[feature]);
}

function isSupported(version: string): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", version);
}
