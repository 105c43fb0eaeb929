/** The levels of an inferred form, outermost first. */
export const levels = ["issue", "strategy", "initiative"] as const;
export type Level = (typeof levels)[number];
