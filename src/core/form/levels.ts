/** The three levels of an evaluation, from the top. Apart from the schema, which would bring zod into every start. */
export const levels = ["issue", "strategy", "initiative"] as const;
export type Level = (typeof levels)[number];
