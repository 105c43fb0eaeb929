import { addressOf } from "../model/area.ts";
import type { CellValue } from "../model/cell.ts";
import type { CellChange, Change } from "../model/change.ts";

/** One exchange that the add-in asked the host for. */
export interface RoundTrip {
  readonly number: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** True if it tried to change something. */
  readonly writes: boolean;
  /** The code of the error that answered it. */
  readonly error: string | undefined;
}

/** A cell that the add-in wrote; `what` tells values, number formats and fills apart. */
export interface CellWrite {
  readonly sheet: string;
  readonly address: string;
  readonly what: "value" | "format" | "fill";
  readonly from: CellValue;
  readonly to: CellValue;
}

export interface RuleEvent {
  readonly what: "added" | "changed" | "removed";
  readonly sheet: string;
  readonly address: string;
}

/** A change of a sheet other than values, number formats, fills and rules: fonts, widths, page, charts. */
export interface Arrangement {
  readonly sheet: string;
  /** The member that changed it, such as "RangeFont.Bold". */
  readonly what: string;
  readonly address: string;
}

/** The add-in saved its document settings. */
export interface SettingsSave {
  /** Number of round trips before it. */
  readonly afterRoundTrip: number;
  readonly names: readonly string[];
  readonly isSaved: boolean;
}

/** Something a correct add-in never does. */
export interface Violation {
  readonly kind: "unknown-member" | "above-requirement-set" | "wrong-argument" | "undo-emptied" | "filtered-write" | "stand-in";
  readonly detail: string;
}

/** What the add-in did, in order. */
export class Log {
  readonly roundTrips: RoundTrip[] = [];
  readonly cells: CellWrite[] = [];
  readonly rules: RuleEvent[] = [];
  readonly arranged: Arrangement[] = [];
  readonly settingsSaves: SettingsSave[] = [];
  readonly violations: Violation[] = [];
  /** Workbooks that the add-in opened in their own windows, in base64. */
  readonly newWorkbooks: string[] = [];
  /** Addresses outside the stand-in that the page requested. None was reached. */
  readonly outsideRequests: string[] = [];
  /** Errors and console errors of the page. */
  readonly pageErrors: string[] = [];
  /** Number of the add-in's writes, and saves of document settings, that emptied the user's undo list. */
  undoLosses = 0;
  /** Number of requests that are no round trips: released ranges and services of Office. */
  housekeeping = 0;

  violation(kind: Violation["kind"], detail: string): void {
    this.violations.push({ kind, detail });
  }

  /** For the host: a request was answered. */
  trip(body: string, answer: string, writes: boolean, error: string | undefined): void {
    const number = this.roundTrips.length + 1;
    this.roundTrips.push({ number, bytesIn: Buffer.byteLength(body), bytesOut: Buffer.byteLength(answer), writes, error });
  }

  /** For the host: the add-in changed the workbook. */
  note(changes: readonly Change[], nameOf: (sheetId: string) => string): void {
    for (const change of changes) {
      const sheet = nameOf(change.sheetId);
      if (change.kind === "edited" || change.kind === "formatted") {
        for (const cell of change.cells) this.cells.push({ sheet, ...cellWrite(cell, change.kind) });
      }
      if (change.kind === "arranged") this.arranged.push({ sheet, what: change.what, address: change.address });
      const what = ruleEvents[change.kind];
      if (what !== undefined && "areas" in change) this.rules.push({ what, sheet, address: change.areas.map(addressOf).join(",") });
    }
  }

  /** Returns the violations so far and marks them as seen. `close` fails if any was not looked at. */
  takeViolations(): readonly Violation[] {
    return this.violations.splice(0);
  }

  /** Forgets everything except violations, so that a test can count from here. */
  restart(): void {
    for (const list of [this.roundTrips, this.cells, this.rules, this.arranged, this.settingsSaves, this.newWorkbooks]) list.length = 0;
    this.housekeeping = 0;
    this.undoLosses = 0;
  }
}

const ruleEvents: Readonly<Partial<Record<Change["kind"], RuleEvent["what"]>>> = {
  "rule-added": "added",
  "rule-changed": "changed",
  "rule-removed": "removed",
};

function cellWrite({ row, column, from, to }: CellChange, kind: "edited" | "formatted"): Omit<CellWrite, "sheet"> {
  const address = addressOf({ row, column, rows: 1, columns: 1 });
  if (kind === "edited") return { address, what: "value", from: from.formula ?? from.value, to: to.formula ?? to.value };
  if (from.fill !== to.fill) return { address, what: "fill", from: from.fill, to: to.fill };
  return { address, what: "format", from: from.format, to: to.format };
}
