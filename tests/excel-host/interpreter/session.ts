import type { Book } from "../model/book.ts";
import { ExcelError } from "../model/refusal.ts";
import { Batch } from "./batch.ts";
import { References, type Context, type Limits, type Runtime, type Spelling } from "./context.ts";
import type { Log } from "./log.ts";
import { Members } from "./members.ts";
import { service } from "./objects/services.ts";
import { workbook } from "./objects/workbook.ts";
import { Query } from "./query.ts";
import type { Action, Request, Response } from "./wire.ts";

export interface SessionOptions {
  readonly book: Book;
  readonly api: string;
  readonly log: Log;
  readonly limits: Limits;
  readonly inFront: () => boolean;
  readonly runtime: Runtime;
  readonly spelling: Spelling;
  readonly beforeWrite: (member: string) => void;
  readonly failing: (member: string) => string | undefined;
}

/** The state of one pane: its references and handlers. It ends when the pane is loaded anew. */
export class Session {
  readonly context: Context;
  readonly #members: Members;
  readonly #query: Query;

  constructor(private readonly options: SessionOptions) {
    const { book, log, limits, inFront } = options;
    this.context = { book, log, limits, inFront, references: new References(), registered: new Set(), runtime: options.runtime, spelling: options.spelling };
    this.#members = new Members(minor(options.api), log, options.failing);
    this.#query = new Query(this.#members, this.context);
  }

  execute(request: Request): Response {
    const { references } = this.context;
    const batch = new Batch(request, {
      root: workbook(this.context),
      members: this.#members,
      query: this.#query,
      create: (type) => service(this.context, type),
      reference: (id) => references.get(id),
      keep: (object) => references.keep(object),
      beforeWrite: this.options.beforeWrite,
      onError: (error, action) => this.#refused(error, action),
    });
    return batch.run();
  }

  #refused(error: unknown, action: Action): ExcelError {
    const { log } = this.options;
    if (!(error instanceof ExcelError)) {
      log.violation("stand-in", error instanceof Error ? (error.stack ?? error.message) : String(error));
      return new ExcelError("GeneralException", "the stand-in failed");
    }
    if (error.code === "InvalidArgument") log.violation("wrong-argument", `${action.Name ?? ""}: ${error.message}`);
    return error;
  }
}

/** The x of "1.x". */
function minor(api: string): number {
  const [, number] = /^1\.(\d+)$/.exec(api) ?? [];
  if (number === undefined) throw new Error(`no requirement set: ${api}`);
  return Number(number);
}
