import type { ReplyPacket } from "../../core/reply/packets.ts";
import { Refusal } from "../../core/model/refusal.ts";
import { Client, type AskOptions, type RequestOf, type FileWorker } from "./client.ts";
import { isChangeRequest, type ChangeRequest, type Request, type Results } from "./messages.ts";
import { fileOf, sheetPrefix } from "./sheet-ids.ts";

/** A file with more changes keeps its worker: to make them all again would let the user wait. */
const mostChanges = 50;

/** An open file. Without a client, its worker serves another file until something is asked of this one again. */
interface Held {
  begin: RequestOf<"open"> | RequestOf<"create">;
  /** What was changed and saved, in order: the same changes of the same content give the same file, and the same undo. */
  readonly changes: ChangeRequest[];
  client: Client | undefined;
  /** Set while a worker is given to it. */
  coming: Promise<Client> | undefined;
}

/**
 * The open files. While something is asked of a file it has a worker to itself, so that one that does not answer blocks no
 * other and can be ended alone. A file of which nothing is asked gives its worker away: a hundred would fill the memory.
 */
export class FileWorkers {
  /** The file asked last comes last. */
  readonly #files = new Map<string, Held>();
  /** The files that keep their workers although nothing is asked of them at the moment. */
  readonly #staying = new Set<string>();

  /**
   * @param onSilent called with the file whose worker does not confirm a cancel
   * @param mostIdle the most workers that stay while nothing is asked of them: each takes megabytes, and some time to start
   */
  constructor(
    private readonly start: () => FileWorker,
    private readonly onSilent: (file: string) => void,
    private readonly mostIdle: number,
  ) {}

  /** Opens a file. @throws {Refusal} what `HeldFile.open` refuses; cancelled where the file is closed meanwhile */
  async open(file: string, name: string, content: Blob): Promise<Results["open"]> {
    const begin = { kind: "open", idPrefix: sheetPrefix(file), name, content } as const;
    const held: Held = { begin, changes: [], client: undefined, coming: undefined };
    this.#files.set(file, held);
    held.begin = { ...begin, content: await copied(content) };
    if (this.#files.get(file) !== held) throw new Refusal("cancelled");
    return this.#hire(held).ask(held.begin);
  }

  /** Leaves a file its worker while it is asked one thing after the other: to give it away in between would have the file read anew each time. */
  async during(file: string, work: () => Promise<void>): Promise<void> {
    this.#staying.add(file);
    try {
      await work();
    } finally {
      this.#staying.delete(file);
      this.#dismiss();
    }
  }

  /** Begins a workbook without sheets. */
  create(file: string): Promise<Results["create"]> {
    const begin = { kind: "create", idPrefix: sheetPrefix(file) } as const;
    const held: Held = { begin, changes: [], client: undefined, coming: undefined };
    this.#files.set(file, held);
    return this.#hire(held).ask(begin);
  }

  /** Asks the file with this id, or the file of the sheet with this id. @throws {Refusal} sheet-gone if it is not open; cancelled; those of the request in `HeldFile` */
  async ask<Kind extends Request["kind"]>(id: string, request: RequestOf<Kind>, options?: AskOptions): Promise<Results[Kind]> {
    const file = fileOf(id);
    const held = this.#files.get(file);
    if (!held) throw new Refusal("sheet-gone");
    this.#files.delete(file);
    this.#files.set(file, held);
    const client = held.coming || !held.client ? await this.#comingTo(held) : held.client;
    try {
      const answer = await client.ask(request, options);
      if (isChangeRequest(request)) held.changes.push(request);
      return answer;
    } finally {
      this.#dismiss();
    }
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
    this.#files.get(file)?.client?.end();
    this.#files.delete(file);
  }

  #comingTo(held: Held): Promise<Client> {
    held.coming ??= this.#bringBack(held).finally(() => (held.coming = undefined));
    return held.coming;
  }

  async #bringBack(held: Held): Promise<Client> {
    const client = this.#hire(held);
    await client.ask(held.begin);
    for (const change of held.changes) await client.ask(change);
    return client;
  }

  /** Gives a file a worker: a new one, or beyond the limit that of the file that was asked nothing for longest. */
  #hire(held: Held): Client {
    const resting = this.#clients.length < this.mostIdle ? undefined : this.#resting();
    held.client = resting?.client ?? this.#newClient();
    if (resting) resting.client = undefined;
    return held.client;
  }

  #newClient(): Client {
    const client: Client = new Client(this.start(), () => {
      const [file] = [...this.#files].find(([, held]) => held.client === client) ?? [];
      if (file !== undefined) this.onSilent(file);
    });
    return client;
  }

  /** Ends workers that were started beyond the limit while all others were busy. */
  #dismiss(): void {
    for (let over = this.#clients.length - this.mostIdle; over > 0; over--) {
      const resting = this.#resting();
      resting?.client?.end();
      if (resting) resting.client = undefined;
    }
  }

  get #clients(): readonly Client[] {
    return [...this.#files.values()].flatMap(({ client }) => client ?? []);
  }

  #resting(): Held | undefined {
    const [, resting] = [...this.#files].find(([file, { client, coming, changes }]) => client?.isIdle === true && !coming && !this.#staying.has(file) && changes.length <= mostChanges) ?? [];
    return resting;
  }
}

/** The content as it is now: a file on the disk can no longer be read once another program wrote it. One that cannot be read stays, and opening it gives the reason. */
async function copied(content: Blob): Promise<Blob> {
  try {
    return new Blob([await content.arrayBuffer()]);
  } catch {
    return content;
  }
}

/** Starts workers from source texts in the page: a page that was opened from disk can load no other file. */
export function workersFrom(sources: readonly string[]): () => FileWorker {
  const address = URL.createObjectURL(new Blob(sources.flatMap((source) => [source, "\n"]), { type: "text/javascript" }));
  const policy = window.trustedTypes?.createPolicy("tenken", { createScriptURL: (url) => url });
  return () => new Worker(policy ? policy.createScriptURL(address) : address);
}
