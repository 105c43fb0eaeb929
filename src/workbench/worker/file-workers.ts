import type { ReplyPacket } from "../../core/reply/packets.ts";
import { Refusal } from "../../core/model/refusal.ts";
import { Client, type AskOptions, type RequestOf, type FileWorker } from "./client.ts";
import type { Request, Results } from "./messages.ts";
import { fileOf, sheetPrefix } from "./sheet-ids.ts";

/** The open files, each with its own worker, so that one that does not answer blocks no other and can be ended alone. */
export class FileWorkers {
  readonly #clients = new Map<string, Client>();

  /** @param onSilent called with the file whose worker does not confirm a cancel */
  constructor(
    private readonly start: () => FileWorker,
    private readonly onSilent: (file: string) => void,
  ) {}

  /** Opens a file. @throws {Refusal} what `HeldFile.open` refuses; cancelled where the file is closed meanwhile */
  open(file: string, name: string, content: Blob): Promise<Results["open"]> {
    return this.#start(file).ask({ kind: "open", idPrefix: sheetPrefix(file), name, content });
  }

  /** Begins a workbook without sheets. */
  create(file: string): Promise<Results["create"]> {
    return this.#start(file).ask({ kind: "create", idPrefix: sheetPrefix(file) });
  }

  /** Asks the file with this id, or the file of the sheet with this id. @throws {Refusal} sheet-gone if it is not open; cancelled; those of the request in `HeldFile` */
  ask<Kind extends Request["kind"]>(id: string, request: RequestOf<Kind>, options?: AskOptions): Promise<Results[Kind]> {
    const client = this.#clients.get(fileOf(id));
    return client ? client.ask(request, options) : Promise.reject(new Refusal("sheet-gone"));
  }

  /** A zip file of letters, made by a worker of its own. @throws {Refusal} too-long, internal; cancelled where it does not answer */
  async replies(packets: readonly ReplyPacket[]): Promise<Results["replies"]> {
    const client: Client = new Client(this.start(), () => client.end());
    try {
      return await client.ask({ kind: "replies", packets });
    } finally {
      client.end();
    }
  }

  /** Closes a file as it is, at once. */
  close(file: string): void {
    this.#clients.get(file)?.end();
    this.#clients.delete(file);
  }

  #start(file: string): Client {
    const client = new Client(this.start(), () => this.onSilent(file));
    this.#clients.set(file, client);
    return client;
  }
}

/** Starts workers from source texts in the page: a page that was opened from disk can load no other file. */
export function workersFrom(sources: readonly string[]): () => FileWorker {
  const address = URL.createObjectURL(new Blob(sources.flatMap((source) => [source, "\n"]), { type: "text/javascript" }));
  const policy = window.trustedTypes?.createPolicy("tenken", { createScriptURL: (url) => url });
  return () => new Worker(policy ? policy.createScriptURL(address) : address);
}
