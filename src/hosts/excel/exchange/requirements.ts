/**
 * What is used above ExcelApi 1.9, and what stands in for it:
 * https://learn.microsoft.com/javascript/api/requirement-sets/excel/excel-api-requirement-sets
 */
const newer = {
  /** `triggerSource` of a change. Without it a change is compared with what was just written (own-change-filter.ts). */
  triggerSource: "1.14",
  /** Threaded comments on a sheet of ours. Without them they are not seen: other additions still are. */
  comments: "1.10",
} as const;

/** The oldest set that carries the product: all members of the sets up to it are used without asking. */
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
