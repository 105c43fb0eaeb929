import { sheetOutcome } from "../../pane/state/sheet-outcome.ts";
import type { ReceivedSheet, ReceivedSheets } from "../../pane/state/received-sheets.ts";
import type { CheckState } from "../../pane/state/state.ts";
import type { SheetInfo } from "../../core/model/grid.ts";

/** The pane's part in listing what was received. */
interface Listed {
  readonly sheets: () => readonly SheetInfo[];
  readonly checks: () => ReadonlyMap<string, CheckState>;
  readonly subscribe: (listener: () => void) => () => void;
  readonly checkAll: () => Promise<void>;
  readonly show: (sheet: string) => void;
}

/** The evaluation sheets of the workbook in Excel. */
export class ReceivedInWorkbook implements ReceivedSheets {
  #last: { readonly all: readonly SheetInfo[]; readonly checks: ReadonlyMap<string, CheckState>; readonly sheets: readonly ReceivedSheet[] } | undefined;
  readonly subscribe: Listed["subscribe"];
  readonly checkAll: Listed["checkAll"];
  readonly show: Listed["show"];

  constructor(private readonly pane: Listed) {
    ({ subscribe: this.subscribe, checkAll: this.checkAll, show: this.show } = pane);
  }

  readonly sheets = (): readonly ReceivedSheet[] => {
    const [all, checks] = [this.pane.sheets(), this.pane.checks()];
    if (this.#last?.all !== all || this.#last.checks !== checks) this.#last = { all, checks, sheets: all.flatMap((sheet) => received(sheet, checks.get(sheet.id))) };
    return this.#last.sheets;
  };
}

/** Sheets without an evaluation are left out. Ids may change when the workbook is saved, and names when somebody changes them. */
function received({ id, name }: SheetInfo, state: CheckState | undefined): readonly ReceivedSheet[] {
  const line = { id, folder: "", file: name, place: name, versions: [`id ${id}`, `name ${name}`] };
  const isWaiting = state === undefined || (state.phase === "busy" && !state.before);
  const found = isWaiting ? { phase: "waiting" as const } : sheetOutcome(id, state);
  return found ? [{ ...line, found }] : [];
}
