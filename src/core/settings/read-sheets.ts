import { z } from "zod/mini";
import { isSheetSign } from "../model/sheet-tags.ts";

/** As many sheets as a record may hold, or a hostile one would ask Excel for any number of names. */
const mostSheets = 2000;

const sheetShape = z.strictObject({
  /** Its texts stand under this key, whatever its id is by now. */
  key: z.string(),
  /** Its id and name when something was last kept for it. */
  id: z.string(),
  name: z.string(),
  /** The defined name that refers to it; none where a document could not take one. */
  sign: z.optional(z.string().check(z.refine(isSheetSign))),
});
const recordShape = z.strictObject({ version: z.literal(1), entries: z.array(sheetShape).check(z.maxLength(mostSheets)) });

/** A sheet for which the document keeps something. */
export type KeptSheet = z.infer<typeof sheetShape>;

/** The sheets from a document's text. None where there is none or it cannot be read. */
export function readSheets(text: string | undefined): readonly KeptSheet[] {
  try {
    return recordShape.safeParse(JSON.parse(text ?? "null")).data?.entries ?? [];
  } catch {
    return [];
  }
}
