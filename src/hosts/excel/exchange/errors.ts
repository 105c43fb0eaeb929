import { Refusal, type RefusalCode } from "../../../core/model/refusal.ts";

/**
 * Excel's error codes by the handling that they need. Codes are compared as texts: `Excel.ErrorCodes` lacks some of them, and messages are translated.
 * https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling
 */
const classes = [
  ["wait", ["InvalidOperationInCellEditMode"]],
  // For a cell edit in old hosts, but as often for other reasons that no waiting ends: OfficeDev/office-js#3019.
  ["busy", ["InvalidOperation"]],
  // GeneralException instead of these on old web hosts: OfficeDev/office-js#1314.
  ["split", ["RequestPayloadSizeLimitExceeded", "ResponsePayloadSizeLimitExceeded", "RangeExceedsLimit", "MemoryLimitReached", "OperationCellsExceedLimit"]],
  // InvalidRequestContext: a sheet was deleted while a request ran, OfficeDev/office-js#6964.
  ["retry", ["RequestAborted", "ServiceNotAvailable", "ConnectionFailure", "InvalidRequestContext", "Conflict", "ActivityLimitReached"]],
  ["unknown", ["GeneralException"]],
  ["user", ["InvalidSelection", "InactiveWorkbook"]],
  ["gone", ["ItemNotFound", "InvalidReference", "InvalidBinding"]],
  ["exists", ["ItemAlreadyExists"]],
  ["protected", ["AccessDenied"]],
  ["conflict", ["FilteredRangeConflict", "MergedRangeConflict", "PivotTableRangeConflict", "InsertDeleteConflict", "NonBlankCellOffSheet", "UnsupportedSheet", "UnsupportedFeature"]],
  ["bug", ["InvalidArgument", "InvalidObjectPath", "PropertyNotLoaded", "ValueNotLoaded", "RunMustReturnPromise", "ApiNotFound", "NotImplemented", "ApiNotAvailable"]],
  ["option", ["UndoNotSupported"]],
] as const;

/** The handling of an Excel error. */
export type ErrorClass = (typeof classes)[number][0];

/** Refusals whose sentence has no place for a code, or needs another detail. */
const withoutDetail: ReadonlySet<RefusalCode> = new Set(["editing", "sheet-gone", "not-in-front", "protected"]);

/** The refusal where the handling of the class did not help. */
const refusals: Readonly<Record<ErrorClass, RefusalCode>> = {
  wait: "editing",
  busy: "busy",
  split: "too-large",
  retry: "interrupted",
  unknown: "interrupted",
  user: "not-in-front",
  gone: "sheet-gone",
  exists: "interrupted",
  protected: "protected",
  conflict: "interrupted",
  bug: "unsupported",
  option: "unsupported",
};

const classOfCode: ReadonlyMap<string, ErrorClass> = new Map(classes.flatMap(([name, codes]) => codes.map((code) => [code.toLowerCase(), name] as const)));

/** The class of a code; an unlisted code counts as unknown, like GeneralException. */
export function classOf(code: string): ErrorClass {
  return classOfCode.get(code.toLowerCase()) ?? "unknown";
}

/** An error that Excel answered with. */
export class ExcelFailure extends Error {
  readonly class: ErrorClass;

  constructor(
    readonly code: string,
    /** Where in the request it arose, such as "Range.values"; "" where Excel does not say. */
    readonly location = "",
  ) {
    super(location === "" ? code : `${code} (${location})`);
    this.name = "ExcelFailure";
    this.class = classOf(code);
  }

  /** The refusal for the port's caller. The detail is a code for those who maintain the add-in, never Excel's own sentence. */
  refusal(detail = this.message): Refusal {
    const code = refusals[this.class];
    return new Refusal(code, withoutDetail.has(code) ? "" : detail);
  }
}

/** The failure behind an error of Office.js; undefined for any other error, which is our own mistake. */
export function failureOf(error: unknown): ExcelFailure | undefined {
  if (error instanceof ExcelFailure) return error;
  if (typeof error !== "object" || error === null || !("code" in error) || typeof error.code !== "string" || error instanceof Refusal) return undefined;
  return new ExcelFailure(error.code, "debugInfo" in error ? locationOf(error.debugInfo) : "");
}

function locationOf(info: unknown): string {
  const known = typeof info === "object" && info !== null && "errorLocation" in info ? info.errorLocation : undefined;
  return typeof known === "string" ? known : "";
}

/** Carries out work of the port, and turns Excel's failures into refusals. @throws {Refusal} editing, busy, too-large, interrupted, not-in-front, sheet-gone, protected, unsupported */
export async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw failureOf(error)?.refusal() ?? error;
  }
}

/** As `refusing`, for work that only reads: what Excel denies then is no matter of a protected sheet. @throws {Refusal} denied, in place of protected */
export function refusingToRead<T>(work: () => Promise<T>): Promise<T> {
  return refusing(async () => {
    try {
      return await work();
    } catch (error) {
      const failure = failureOf(error);
      throw failure?.class === "protected" ? new Refusal("denied", failure.message) : error;
    }
  });
}
