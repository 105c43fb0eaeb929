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
  /** Called for each open request when the worker is ended. */
  readonly #unanswered = new Set<() => void>();

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
    const { port1: port, port2 } = new MessageChannel();
    const { signal } = options;
    return new Promise<Results[Kind]>((resolve, reject) => {
      const reply = (word: PortReply) => port.postMessage(word);
      let silence: ReturnType<typeof setTimeout> | undefined;
      const stop = () => {
        reply("cancel");
        silence = setTimeout(this.onSilent, patience);
        if (!isChangeRequest(request)) reject(new Refusal("cancelled"));
      };
      const close = () => {
        clearTimeout(silence);
        port.close();
        signal?.removeEventListener("abort", stop);
        this.#unanswered.delete(end);
      };
      const end = () => {
        close();
        reject(new Refusal("cancelled"));
      };
      const prepare = async (cells: readonly WrittenCell[]) => {
        try {
          await options.beforeWriting?.(cells);
          reply("go-on");
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
          reply("cancel");
        }
      };
      if (signal?.aborted) {
        reject(new Refusal("cancelled"));
        return;
      }
      signal?.addEventListener("abort", stop, { once: true });
      this.#unanswered.add(end);
      port.onmessage = ({ data }: MessageEvent<Answer<Results[Kind]>>) => {
        switch (data.kind) {
          case "progress":
            options.onProgress?.(data.done);
            return;
          case "slice":
            options.onSlice?.(data.findings, data.marks);
            return;
          case "before-writing":
            void prepare(data.cells);
            return;
          case "result":
            close();
            resolve(data.result);
            return;
          case "refused":
            close();
            reject(new Refusal(data.code, data.detail));
        }
      };
      this.worker.postMessage(request, [port2]);
    });
  }

  /** Ends the worker in any case. Open requests are refused. */
  end(): void {
    this.worker.terminate();
    for (const end of [...this.#unanswered]) end();
  }
}
