/** One request of the add-in, as a test sees it. */
export interface RequestInfo {
  /** Counted from 1 since the last `restart` of the faults. */
  readonly number: number;
  readonly writes: boolean;
}

interface Failure {
  readonly code: string;
  /** True if the work was done and only its answer was lost. */
  readonly done: boolean;
}

/** Makes requests fail, and lets other people work between them. */
export class Faults {
  /** True if document settings cannot be saved. */
  settingsFail = false;
  /** True if document settings come back empty when they are read anew (OfficeDev/office-js#594). */
  settingsVanish = false;
  /** True if requests get no answer at all (OfficeDev/office-js#4273, #6150). */
  silent = false;
  #members = new Map<string, string>();
  #requests = 0;
  #writes = 0;
  #before: ((request: RequestInfo) => void)[] = [];
  #failures: ((request: RequestInfo) => Failure | undefined)[] = [];
  #writeFailures: ((number: number) => string | undefined)[] = [];

  /** Counts requests and writes from 1 again and forgets all faults. */
  restart(): void {
    this.settingsFail = false;
    this.settingsVanish = false;
    this.silent = false;
    this.#members = new Map();
    this.#requests = 0;
    this.#writes = 0;
    this.#before = [];
    this.#failures = [];
    this.#writeFailures = [];
  }

  /** Runs the work just before request `number`, such as the edit of a co-author or the deletion of a sheet. */
  before(number: number, work: () => void): void {
    this.#before.push((request) => {
      if (request.number === number) work();
    });
  }

  /** Lets request `number` fail; `done` is true if the work was done and the answer lost. */
  failRequest(number: number, code: string, { times = 1, done = false } = {}): void {
    this.#failures.push((request) => (request.number >= number && request.number < number + times ? { code, done } : undefined));
  }

  /** Lets every use of a member fail, such as "Functions.Date" or, where reading is denied, "Range.Values". */
  failMember(member: string, code: string): void {
    this.#members.set(member, code);
  }

  /** Lets every request that writes fail before it does anything. */
  failWrites(code: string): void {
    this.#failures.push(({ writes }) => (writes ? { code, done: false } : undefined));
  }

  /** Lets write `number`, counted over all requests, fail. Earlier writes stay done. */
  failWrite(number: number, code: string): void {
    this.#writeFailures.push((count) => (count === number ? code : undefined));
  }

  /** Number of writes tried since the last `restart`. */
  get writes(): number {
    return this.#writes;
  }

  /** For the host: a request arrived. */
  request(writes: boolean): Failure | undefined {
    const request = { number: ++this.#requests, writes };
    for (const work of this.#before) work(request);
    return first(this.#failures.map((failure) => failure(request)));
  }

  /** For the host: a member, "Type.Name", is about to be used. */
  member(name: string): string | undefined {
    return this.#members.get(name);
  }

  /** For the host: a write is about to happen. */
  write(): string | undefined {
    this.#writes++;
    return first(this.#writeFailures.map((failure) => failure(this.#writes)));
  }
}

function first<T>(values: readonly (T | undefined)[]): T | undefined {
  return values.find((value) => value !== undefined);
}
