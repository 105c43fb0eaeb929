import type { WrittenCell } from "../../core/model/changes.ts";
import type { Finding, ReviewMark } from "../../core/model/finding.ts";
import { Refusal } from "../../core/model/refusal.ts";
import type { ApplyWatch } from "../../core/model/ports.ts";
import { isChangeRequest, type Answer, type PortReply, type Request, type Results } from "./messages.ts";

/** Takes a slice of findings and marks. */
export type TakeSlice = (findings: readonly Finding[], marks: readonly ReviewMark[]) => void;

/** A request to a file. */
export type RequestOf<Kind extends Request["kind"]> = Request & { readonly kind: Kind };

export interface AskOptions extends ApplyWatch {
  readonly onSlice?: TakeSlice;
}

/** The interface of a worker that holds a file. */
export interface FileWorker {
  postMessage(request: Request, ports: [MessagePort]): void;
  terminate(): void;
}

/** Milliseconds for a worker to confirm a cancel; a sound one does so between two slices of its work. */
const patience = 8000;

/** Asks a worker. Every request has its own port, so that answers need no numbers and cancelling needs no list. */
export class Client {
  readonly #unanswered = new Set<Pick<OpenRequest<unknown>, "end">>();

  /** @param onSilent called where the worker does not confirm a cancel */
  constructor(
    private readonly worker: FileWorker,
    private readonly onSilent: () => void,
  ) {}

  /** True while the worker has answered everything. */
  get isIdle(): boolean {
    return this.#unanswered.size === 0;
  }

  /** @throws {Refusal} what the worker refused, internal where it failed; cancelled after an abort, or when the worker is ended; and whatever `beforeWriting` throws */
  ask<Kind extends Request["kind"]>(request: RequestOf<Kind>, options: AskOptions = {}): Promise<Results[Kind]> {
    return new Promise<Results[Kind]>((resolve, reject) => {
      if (options.signal?.aborted) {
        reject(new Refusal("cancelled"));
        return;
      }
      const { port1, port2 } = new MessageChannel();
      const open = new OpenRequest<Results[Kind]>(port1, options, {
        isChange: isChangeRequest(request),
        onSilent: this.onSilent,
        onClosed: () => this.#unanswered.delete(open),
        resolve,
        reject,
      });
      this.#unanswered.add(open);
      this.worker.postMessage(request, [port2]);
    });
  }

  /** Ends the worker in any case. Open requests are refused. */
  end(): void {
    this.worker.terminate();
    for (const open of [...this.#unanswered]) open.end();
  }
}

interface Course<Result> {
  /** Whether a change was made before it was cancelled only the worker knows. */
  readonly isChange: boolean;
  readonly onSilent: () => void;
  readonly onClosed: () => void;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
}

/** A request on its way, until the worker answers it or is ended. */
class OpenRequest<Result> {
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly port: MessagePort,
    private readonly options: AskOptions,
    private readonly course: Course<Result>,
  ) {
    options.signal?.addEventListener("abort", this.#cancel, { once: true });
    port.onmessage = ({ data }: MessageEvent<Answer<Result>>) => this.#take(data);
  }

  /** Refuses it. */
  end(): void {
    this.#close();
    this.course.reject(new Refusal("cancelled"));
  }

  readonly #cancel = (): void => {
    this.#reply("cancel");
    this.#silence = setTimeout(this.course.onSilent, patience);
    if (!this.course.isChange) this.course.reject(new Refusal("cancelled"));
  };

  #take(answer: Answer<Result>): void {
    switch (answer.kind) {
      case "progress":
        this.options.onProgress?.(answer.done);
        return;
      case "slice":
        this.options.onSlice?.(answer.findings, answer.marks);
        return;
      case "before-writing":
        void this.#prepare(answer.cells);
        return;
      case "result":
        this.#close();
        this.course.resolve(answer.result);
        return;
      case "refused":
        this.#close();
        this.course.reject(new Refusal(answer.code, answer.detail));
    }
  }

  async #prepare(cells: readonly WrittenCell[]): Promise<void> {
    try {
      await this.options.beforeWriting?.(cells);
      this.#reply("go-on");
    } catch (error) {
      this.course.reject(error instanceof Error ? error : new Error(String(error)));
      this.#reply("cancel");
    }
  }

  #reply(word: PortReply): void {
    this.port.postMessage(word);
  }

  #close(): void {
    clearTimeout(this.#silence);
    this.port.close();
    this.options.signal?.removeEventListener("abort", this.#cancel);
    this.course.onClosed();
  }
}
