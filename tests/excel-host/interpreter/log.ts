import { addressOf } from "../model/area.ts";
import type { CellValue } from "../model/cell.ts";
import type { CellChange, Change } from "../model/change.ts";

/** One exchange between add-in and host that the add-in asked for. */
export interface RoundTrip {
  readonly number: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** True where it tried to change something. */
  readonly writes: boolean;
  /** The error code it was answered with. */
  readonly error: string | undefined;
}

/** A cell that the add-in wrote; `what` tells values from number formats and fills. */
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

/** Something of a sheet that is no value, number format, fill or rule: fonts, widths, page, charts. */
export interface Arrangement {
  readonly sheet: string;
  /** The member that did it, such as "RangeFont.Bold". */
  readonly what: string;
  readonly address: string;
}

/** The add-in saved its document settings. */
export interface SettingsSave {
  /** How many round trips there were before. */
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
  /** Workbooks that the add-in opened in windows of their own, in base64. */
  readonly newWorkbooks: string[] = [];
  /** Addresses outside the stand-in that the page asked for; none was reached. */
  readonly outsideRequests: string[] = [];
  /** Errors and console errors of the page. */
  readonly pageErrors: string[] = [];
  /** Requests that are no round trips: the client's letting go of ranges, Office's services. */
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

  /** The violations so far, which then count as seen: `close` fails for those that nobody looked at. */
  takeViolations(): readonly Violation[] {
    return this.violations.splice(0);
  }

  /** Forgets everything but violations, so that a test counts from here. */
  restart(): void {
    for (const list of [this.roundTrips, this.cells, this.rules, this.arranged, this.settingsSaves, this.newWorkbooks]) list.length = 0;
    this.housekeeping = 0;
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
