/** A form has one to six levels; a level is named by its depth, 0 for the outermost. */
export const mostLevels = 6;

/** How the items of a level are told apart. */
export const levelKeys = ["nested", "running", "restarting", "given", "none"] as const;

/**
 * nested: a code that begins with its parent's, 1-1 under 1. running: 1 to n over the sheet. restarting: 1 to n again under each
 * parent. given: any unique text. none: identified only by its text or its place.
 */
export type LevelKey = (typeof levelKeys)[number];
