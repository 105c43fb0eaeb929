import { z } from "zod/mini";

/** Identifies a kept finding. */
export const identityShape = {
  rule: z.string(),
  code: z.nullable(z.string()),
  title: z.string(),
  /** The form column that the finding names; null where it names none. */
  column: z.nullable(z.string()),
};
