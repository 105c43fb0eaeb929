import type { WrittenCell } from "../../core/model/changes.ts";
import type { Finding, ReviewMark } from "../../core/model/finding.ts";
import { Refusal } from "../../core/model/refusal.ts";
import type { ApplyWatch } from "../../core/model/ports.ts";
import type { Answer, Reply, Request, Results } from "./messages.ts";

/** What a slice of findings and marks is handed to. */
export type TakeSlice = (findings: readonly Finding[], marks: readonly ReviewMark[]) => void;

interface AskOptions extends ApplyWatch {
  readonly onSlice?: TakeSlice;
  /** For what changes something: cancelled only where the worker says so, for it may have been done by then. */
  readonly isChange?: boolean;
}

/** Asks the worker. Every request has a port of its own, so that answers need no numbers and cancelling needs no list. */
export class Client {
  constructor(private readonly worker: Pick<Worker, "postMessage">) {}

  /** @throws {Refusal} what the worker refused, and cancelled as soon as the signal says so; and what `beforeWriting` threw. */
  ask<Kind extends Request["kind"]>(request: Request & { readonly kind: Kind }, options: AskOptions = {}): Promise<Results[Kind]> {
    const { port1: port, port2 } = new MessageChannel();
    const { signal } = options;
    return new Promise<Results[Kind]>((resolve, reject) => {
      const reply = (word: Reply) => port.postMessage(word);
      const stop = () => {
        reply("cancel");
        if (!options.isChange) reject(new Refusal("cancelled"));
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
      port.onmessage = ({ data }: MessageEvent<Answer<Results[Kind]>>) => {
        if (data.kind === "progress") options.onProgress?.(data.done);
        else if (data.kind === "slice") options.onSlice?.(data.findings, data.marks);
        else if (data.kind === "before-writing") void prepare(data.cells);
        else end(data);
      };
      const end = (data: Extract<Answer<Results[Kind]>, { kind: "result" | "refused" | "failed" }>) => {
        port.close();
        signal?.removeEventListener("abort", stop);
        if (data.kind === "result") resolve(data.result);
        else reject(data.kind === "refused" ? new Refusal(data.code, data.detail) : new Error(data.message));
      };
      this.worker.postMessage(request, [port2]);
    });
  }
}

/** Starts the worker from its source in the page: opened from disk, a page can load no other file. */
export function startWorker(source: string): Worker {
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const policy = window.trustedTypes?.createPolicy("tenken", { createScriptURL: (url) => url });
  return new Worker(policy ? policy.createScriptURL(address) : address);
}
