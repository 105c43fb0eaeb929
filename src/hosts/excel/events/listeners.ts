import type { CellPlace } from "../../../core/model/address.ts";
import type { OwnChangeFilter, ToldChange } from "./own-change-filter.ts";
import { ToldPlaces } from "../read/place.ts";
import { has } from "../exchange/requirements.ts";
import type { ExcelSession } from "../exchange/exchange.ts";

export type EditListener = (sheetId: string) => void;
export type SelectListener = (sheetId: string, place: CellPlace) => void;

/** Asks something in a request. @returns what takes the answer */
type Asked = (context: Excel.RequestContext) => () => void;

const unasked: Asked = () => () => undefined;

/** Milliseconds after Excel's answer in which reports of other selections may overtake that of ours. */
const overtaking = 2000;

/** A selection of ours that Excel has not reported, however long it takes. Of a cell that was selected already there is no report. */
interface OwnSelection {
  readonly sheetId: string;
  readonly place: CellPlace;
  /** On performance.now()'s clock; none before Excel answered. */
  until: number;
}

/**
 * One handler of Excel's for any number of our listeners. It is registered for the first and removed after the last;
 * both take a round trip, so they are done in order in the background.
 * Events are hints: some are missed (OfficeDev/office-js#420, #3899), and a check always reads everything.
 */
export class Registration<L> {
  readonly listeners = new Set<L>();
  #handler: OfficeExtension.EventHandlerResult<unknown> | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(
    private readonly session: ExcelSession,
    private readonly add: (context: Excel.RequestContext) => OfficeExtension.EventHandlerResult<unknown>,
    /** What is asked in the request that registers. */
    private readonly ask: Asked = unasked,
  ) {}

  listen(listener: L): () => void {
    this.listeners.add(listener);
    this.#settle();
    return () => {
      this.listeners.delete(listener);
      this.#settle();
    };
  }

  /** Registers anew: Excel forgets handlers at times, and does not say so. */
  renew(): void {
    this.#last = this.#last.then(() => this.#remove()).catch(() => undefined);
    this.#settle();
  }

  #settle(): void {
    this.#last = this.#last.then(() => this.#adjust()).catch(() => undefined);
  }

  async #adjust(): Promise<void> {
    if (this.listeners.size === 0) await this.#remove();
    else if (this.#handler === undefined) {
      // What is asked for may not be there, as the first sheet of a workbook of charts.
      this.#handler = await this.#register(this.ask).catch(() => this.#register(unasked));
    }
  }

  #register(ask: Asked): Promise<OfficeExtension.EventHandlerResult<unknown>> {
    const queue = (context: Excel.RequestContext) => {
      // First, so that nothing is registered where it fails.
      const take = ask(context);
      const added = this.add(context);
      return () => {
        take();
        return added;
      };
    };
    // A signal that never aborts, so that the exchange waits for as long as a cell is edited.
    return this.session.exchange(queue, { watch: { signal: new AbortController().signal } });
  }

  async #remove(): Promise<void> {
    const handler = this.#handler;
    if (handler === undefined) return;
    this.#handler = undefined;
    // Only the context that added a handler can remove it.
    await Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
  }
}

/** Reports edits and selections of people, and leaves out ours. */
export class Listeners {
  readonly #edits: Registration<EditListener>;
  /** Results of formulas change without an edit (OfficeDev/office-js#3899). */
  readonly #results: Registration<EditListener>;
  readonly #selections: Registration<SelectListener>;
  readonly #places = new ToldPlaces();
  /** The oldest first. */
  #own: readonly OwnSelection[] = [];

  constructor(session: ExcelSession, ownChanges: OwnChangeFilter) {
    const knowsTrigger = has("triggerSource");
    this.#edits = new Registration(session, (context) =>
      context.workbook.worksheets.onChanged.add(async (change) => {
        const told = toldChange(change, knowsTrigger);
        if (!ownChanges.isOwn(told)) for (const listener of this.#edits.listeners) listener(told.worksheetId);
      }),
    );
    this.#results = new Registration(session, (context) =>
      context.workbook.worksheets.onCalculated.add(async ({ worksheetId }) => {
        for (const listener of this.#results.listeners) listener(worksheetId);
      }),
    );
    this.#selections = new Registration(
      session,
      (context) =>
        context.workbook.worksheets.onSelectionChanged.add(async ({ address, worksheetId }) => {
          const place = this.#places.first(address);
          if (place !== undefined && !this.#isOwnSelection(worksheetId, place)) for (const listener of this.#selections.listeners) listener(worksheetId, place);
        }),
      (context) => {
        const cell = context.workbook.worksheets.getFirst().getCell(0, 0).load("address");
        return () => void this.#places.first(cell.address);
      },
    );
  }

  /** A sheet whose formulas gave other results counts as edited. Our own writes may cause that too: it costs one check too many. */
  onEdit(listener: EditListener): () => void {
    const ends = [this.#edits.listen(listener), this.#results.listen(listener)];
    return () => ends.forEach((end) => end());
  }

  onSelect(listener: SelectListener): () => void {
    return this.#selections.listen(listener);
  }

  renew(): void {
    for (const registration of [this.#edits, this.#results, this.#selections]) registration.renew();
  }

  /** Does not tell our own selection while it is made. Resolves and rejects as the making does. */
  async selecting<T>(sheetId: string, place: CellPlace, make: () => Promise<T>): Promise<T> {
    const own: OwnSelection = { sheetId, place, until: Infinity };
    this.#own = [...this.#own, own];
    try {
      return await make();
    } finally {
      own.until = performance.now() + overtaking;
    }
  }

  #isOwnSelection(sheetId: string, place: CellPlace): boolean {
    const index = this.#own.findIndex((own) => own.sheetId === sheetId && own.place.row === place.row && own.place.column === place.column);
    const now = performance.now();
    const past = index < 0 ? this.#own.length : index;
    // Excel may leave out a selection that lasted only a moment, or report it after a later one.
    this.#own = this.#own.filter(({ until }, at) => at !== index && (at > past || until > now));
    return index >= 0;
  }
}

function toldChange(change: Excel.WorksheetChangedEventArgs, knowsTrigger: boolean): ToldChange {
  const { worksheetId, address, source, changeType } = change;
  return { worksheetId, address, source, changeType, triggerSource: knowsTrigger ? change.triggerSource : undefined, after: afterOf(change) };
}

/** Only a change of one cell has details, in spite of the declared type. */
function afterOf({ details }: { readonly details?: Excel.ChangedEventDetail | undefined }): ToldChange["after"] {
  return details === undefined ? undefined : { value: details.valueAfter, type: details.valueTypeAfter };
}
