import type { CellPlace } from "../../../core/model/address.ts";
import type { OwnChangeFilter, ToldChange } from "./own-change-filter.ts";
import { firstPlace } from "../read/place.ts";
import { has } from "../exchange/requirements.ts";
import type { ExcelSession } from "../exchange/exchange.ts";

export type EditListener = (sheetId: string) => void;
export type SelectListener = (sheetId: string, place: CellPlace) => void;

/** How long the event of our own select may take, in milliseconds. */
const ownSelection = 2000;

/**
 * One handler of Excel's for any number of listeners of ours. It is registered for the first and taken away after the last;
 * both take a round trip, so they are done one after another behind the scenes.
 * Events are hints: some are missed (OfficeDev/office-js#420, #3899), and a check always reads everything.
 */
class Registration<L> {
  readonly listeners = new Set<L>();
  #handler: OfficeExtension.EventHandlerResult<unknown> | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(
    private readonly session: ExcelSession,
    private readonly add: (context: Excel.RequestContext) => OfficeExtension.EventHandlerResult<unknown>,
  ) {}

  listen(listener: L): () => void {
    this.listeners.add(listener);
    this.#settle();
    return () => {
      this.listeners.delete(listener);
      this.#settle();
    };
  }

  #settle(): void {
    this.#last = this.#last.then(() => this.#adjust()).catch(() => undefined);
  }

  async #adjust(): Promise<void> {
    const handler = this.#handler;
    if (this.listeners.size > 0 && handler === undefined) {
      const queue = (context: Excel.RequestContext) => {
        const added = this.add(context);
        return () => added;
      };
      // However long a cell is edited: a signal that nobody gives waits for ever.
      this.#handler = await this.session.exchange(queue, { watch: { signal: new AbortController().signal } });
    } else if (this.listeners.size === 0 && handler !== undefined) {
      this.#handler = undefined;
      // Only the context that added a handler can take it away.
      await Excel.run(handler.context, async (context) => {
        handler.remove();
        await context.sync();
      });
    }
  }
}

/** Tells what people do in the workbook, and not what we do. */
export class Listeners {
  readonly #edits: Registration<EditListener>;
  readonly #selections: Registration<SelectListener>;
  /** Our own selections that Excel has not told yet, the oldest first. */
  #own: readonly { readonly sheetId: string; readonly place: CellPlace; readonly until: number }[] = [];

  constructor(session: ExcelSession, ownChanges: OwnChangeFilter) {
    const knowsTrigger = has("triggerSource");
    this.#edits = new Registration(session, (context) =>
      context.workbook.worksheets.onChanged.add(async (change) => {
        const told = toldChange(change, knowsTrigger);
        if (!ownChanges.isOwn(told)) for (const listener of this.#edits.listeners) listener(told.worksheetId);
      }),
    );
    this.#selections = new Registration(session, (context) =>
      context.workbook.worksheets.onSelectionChanged.add(async ({ address, worksheetId }) => {
        const place = firstPlace(address);
        if (place !== undefined && !this.#isOwnSelection(worksheetId, place)) for (const listener of this.#selections.listeners) listener(worksheetId, place);
      }),
    );
  }

  onEdit(listener: EditListener): () => void {
    return this.#edits.listen(listener);
  }

  onSelect(listener: SelectListener): () => void {
    return this.#selections.listen(listener);
  }

  /** We are about to select this cell. */
  expectSelection(sheetId: string, place: CellPlace): void {
    this.#own = [...this.#own, { sheetId, place, until: performance.now() + ownSelection }];
  }

  #isOwnSelection(sheetId: string, place: CellPlace): boolean {
    const now = performance.now();
    const waiting = this.#own.filter(({ until }) => until > now);
    const index = waiting.findIndex((own) => own.sheetId === sheetId && own.place.row === place.row && own.place.column === place.column);
    // Excel tells in order, and may leave out what was selected for a moment only.
    this.#own = waiting.slice(index + 1);
    return index >= 0;
  }
}

function toldChange(change: Excel.WorksheetChangedEventArgs, knowsTrigger: boolean): ToldChange {
  const { worksheetId, address, source, changeType } = change;
  return { worksheetId, address, source, changeType, triggerSource: knowsTrigger ? change.triggerSource : undefined, after: afterOf(change) };
}

/** Only a change of one cell has details, whatever the declared type says. */
function afterOf({ details }: { readonly details?: Excel.ChangedEventDetail | undefined }): ToldChange["after"] {
  return details === undefined ? undefined : { value: details.valueAfter, type: details.valueTypeAfter };
}
