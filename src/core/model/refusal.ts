/** Reasons why something could not be done. The codes are part of the JSON report. */
export const refusalCodes = [
  "table-missing",
  "own-summary",
  "not-xlsx",
  "encrypted",
  "too-large",
  "damaged",
  "unreadable",
  "form-invalid",
  "other-form",
  "settings-invalid",
  "cancelled",
  "moved",
  "formula",
  "covered",
  "protected",
  "locked",
  "table-header",
  "read-only",
  "editing",
  "busy",
  "denied",
  "sheet-gone",
  "not-in-front",
  "hidden-sheet",
  "very-hidden-sheet",
  "unsupported",
  "interrupted",
  "too-long",
  "too-many-cells",
  "text-only",
  "store-full",
  "kept-less",
  "kept-newer",
  "reads-as-formula",
  "no-such-letter",
  "not-ours",
  "last-sheet",
  "output-exists",
  "output-is-source",
  "not-saved",
  "not-loaded",
  "internal",
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** An expected refusal: the input is at fault, not the program. `detail` names the part, the kind or the limit. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly detail = "",
  ) {
    super(detail === "" ? code : `${code}: ${detail}`);
    this.name = "Refusal";
  }
}

/** A refusal as plain data, as states and messages keep it. */
export type RefusalReason = Pick<Refusal, "code" | "detail">;

/** How the detail of `interrupted` begins where Excel did not answer until the wait for it was cancelled: what was asked for may still be done. */
export const unanswered = "NoAnswer";

/** How far a write came, as hosts end the detail of `interrupted`: "RequestAborted, 3/12", or "?/12" where nothing tells. Without it nothing was written. */
export const reached = /, ([\d,]+|\?)\/([\d,]+)$/;

/** The error as a refusal: `not-loaded` for a part of the program that did not arrive; an unexpected one becomes `interrupted`, with its message as the detail. */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof Error && error.name === "ChunkLoadError") return new Refusal("not-loaded");
  return error instanceof Refusal ? error : new Refusal("interrupted", String(error));
}

/** The same as plain data. */
export function refusalReason(error: unknown): RefusalReason {
  const { code, detail } = asRefusal(error);
  return { code, detail };
}
