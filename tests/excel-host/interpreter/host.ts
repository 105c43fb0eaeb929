import type { Book } from "../model/book.ts";
import { ExcelError } from "../model/refusal.ts";
import { excelLimits, usualSpelling, type EventName, type Limits, type Runtime, type Spelling } from "./context.ts";
import { eventsOf, type Author, type EventEntry } from "./events.ts";
import { Faults } from "./faults.ts";
import { Log } from "./log.ts";
import { failed, isHousekeeping, isWriting, withoutCells } from "./requests.ts";
import { Session } from "./session.ts";
import { requestShape, type Request, type Response } from "./wire.ts";

export interface HostOptions {
  readonly book: Book;
  /** The highest ExcelApi set offered, such as "1.9". */
  readonly api: string;
  readonly limits?: Partial<Limits>;
}

/** An answer to the client: a body, or an error number of the transport. */
export type Answer = { readonly body: string } | { readonly error: number };

/** The transport's error numbers and the codes that Office.js makes of them (measured with office-js 1.1.110). */
const transportErrors = {
  InvalidOperationInCellEditMode: 5004,
  RequestPayloadSizeLimitExceeded: 5103,
  ResponsePayloadSizeLimitExceeded: 5104,
} as const;

/** The error numbers of saving settings: "settings cannot be saved" and "the document is read-only" (office-js 1.1.110). Which one a full store has is assumed. */
const settingsErrors = { full: 4001, readOnly: 5002 } as const;

/** Events follow the answer to the request that caused them. */
const eventDelayMs = 5;

/** The flag of a request that may wait until the user leaves the cell (measured with office-js 1.1.110). */
const delayForCellEdit = 64;

/** Excel from the add-in's side. It answers requests and sends events, and tests can disturb it. */
export class ExcelHost {
  readonly log = new Log();
  readonly faults = new Faults();
  readonly runtime: Runtime = { state: "Visible", startState: "Inactive", refuses: false };
  readonly spelling: Spelling = { ...usualSpelling };
  readonly limits: Limits;
  readonly api: string;
  /** True while another workbook has the focus. */
  otherWorkbookInFront = false;
  /** Called with every event that the add-in registered for. */
  onEvents: (entries: readonly EventEntry[]) => void = () => undefined;
  /** Called when the selection changes, for the event of the document. */
  onSelection: () => void = () => undefined;
  #book: Book;
  #session: Session;
  #editMode = false;
  #waiting: (() => void)[] = [];

  constructor({ book, api, limits }: HostOptions) {
    this.api = api;
    this.limits = { ...excelLimits, ...limits };
    this.#book = book;
    this.#session = this.#newSession();
  }

  get book(): Book {
    return this.#book;
  }

  /** A pane starts anew, on the same workbook or on another. References and handlers are gone. */
  restart(book: Book = this.#book): void {
    this.#book = book;
    this.runtime.state = "Visible";
    Object.assign(this.spelling, usualSpelling);
    this.#session = this.#newSession();
  }

  /** True if the add-in registered for an event on any sheet. */
  tells(event: EventName): boolean {
    return this.#session.context.registered.has(`${event} Workbook`);
  }

  /** Excel forgets what the add-in registered for, as after a reconnection (OfficeDev/office-js#194, #3899). */
  forgetHandlers(): void {
    this.#session.context.registered.clear();
  }

  /** True while the user is typing into a cell. */
  get cellEditMode(): boolean {
    return this.#editMode;
  }

  set cellEditMode(on: boolean) {
    this.#editMode = on;
    if (!on) for (const go of this.#waiting.splice(0)) go();
  }

  /** The user closes the pane, whose page goes on, or shows it again. Office.js tells the page (event 65539, measured with office-js 1.1.110). */
  showPane(isShown: boolean): void {
    this.runtime.state = isShown ? "Visible" : "Background";
    this.onEvents([[65_536, 65_539, "", JSON.stringify({ visibility: isShown ? "Visible" : "Hidden" }), "", ""]]);
  }

  /** Number of ranges that the add-in, or an event sent to it, still refers to. */
  get keptReferences(): number {
    return this.#session.context.references.count;
  }

  /** Someone other than the add-in works on the workbook, and the add-in receives the events. */
  as(author: Exclude<Author, "add-in">, work: (book: Book) => void): void {
    this.#book.takeChanges();
    work(this.#book);
    const changes = this.#book.takeChanges();
    if (author === "user" && changes.some(({ kind }) => kind === "edited")) this.#book.undo = [...this.#book.undo, "edit"];
    this.#tell(changes, author);
  }

  /** Saves the document settings of the add-in, always as a whole, and empties the user's undo list (OfficeDev/office-js#3141). Returns 0 or the number of an error. */
  saveSettings(settings: readonly (readonly [name: string, json: string])[]): number {
    const bytes = settings.reduce((sum, [name, json]) => sum + Buffer.byteLength(name) + Buffer.byteLength(json), 0);
    const error = this.faults.settingsFail ? 5001 : this.#book.readOnly ? settingsErrors.readOnly : bytes > this.limits.settingsBytes ? settingsErrors.full : 0;
    this.log.settingsSaves.push({ afterRoundTrip: this.log.roundTrips.length, names: settings.map(([name]) => name), isSaved: error === 0 });
    if (error !== 0) return error;
    this.#book.settings = new Map(settings);
    this.#emptyUndo();
    return 0;
  }

  /** Answers one request of the client. */
  async answer(body: string, flags: number): Promise<Answer> {
    if (Buffer.byteLength(body) > this.limits.requestBytes) return this.#refuse(body, "RequestPayloadSizeLimitExceeded");
    const request = requestShape.parse(JSON.parse(body));
    if (isHousekeeping(request)) {
      this.log.housekeeping++;
      return { body: JSON.stringify(this.#session.execute(request)) };
    }
    if (this.#editMode && (flags & delayForCellEdit) === 0) return this.#refuse(body, "InvalidOperationInCellEditMode");
    if (this.faults.silent) return new Promise(() => undefined);
    if (this.#editMode) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.#perform(request, body);
  }

  #perform(request: Request, body: string): Answer {
    const writes = isWriting(request);
    const failure = this.faults.request(writes);
    this.#tell(this.#book.takeChanges(), "co-author");
    if (failure?.done === false) return this.#send(failed(failure.code), body, writes);
    const response = this.#session.execute(request);
    if (writes) this.#loseUndo();
    const changes = this.#book.takeChanges();
    this.log.note(changes, (id) => this.#book.find(id)?.name ?? id);
    setTimeout(() => this.#tell(changes, "add-in"), eventDelayMs);
    return this.#send(failure === undefined ? response : failed(failure.code), body, writes);
  }

  /** Writes of an add-in can be undone from ExcelApi 1.19 on, and only while its pane is shown. All others empty the list (OfficeDev/office-js-docs-pr#5175). */
  #loseUndo(): void {
    if (Number(this.api.split(".")[1]) < 19 || this.runtime.state !== "Visible") this.#emptyUndo();
  }

  #emptyUndo(): void {
    this.#book.undo = [];
    this.log.undoLosses++;
  }

  #send(response: Response, body: string, writes: boolean): Answer {
    const text = JSON.stringify(response);
    const isTooLarge = Buffer.byteLength(text) > this.limits.responseBytes;
    if (isTooLarge && this.limits.tooLarge === "null") return this.#send(withoutCells(response), body, writes);
    if (isTooLarge) return this.#refuse(body, "ResponsePayloadSizeLimitExceeded");
    this.log.trip(body, text, writes, response.Error?.Code);
    return { body: text };
  }

  #refuse(body: string, code: keyof typeof transportErrors): Answer {
    this.log.trip(body, "", false, code);
    return { error: transportErrors[code] };
  }

  #tell(changes: Parameters<typeof eventsOf>[0], author: Author): void {
    if (changes.some(({ kind }) => kind === "selected")) this.onSelection();
    const entries = eventsOf(changes, author, this.#session.context);
    if (entries.length > 0) this.onEvents(entries);
  }

  #newSession(): Session {
    const { api, log, limits, runtime, spelling } = this;
    const beforeWrite = (member: string) => {
      const code = this.faults.write();
      if (code !== undefined) throw new ExcelError(code, `${member} was made to fail by the test`);
    };
    return new Session({ book: this.#book, api, log, limits, runtime, spelling, inFront: () => !this.otherWorkbookInFront, beforeWrite, failing: (member) => this.faults.member(member) });
  }
}
