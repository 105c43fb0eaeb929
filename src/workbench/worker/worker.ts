import { Refusal } from "../../core/model/refusal.ts";
import type { WrittenCell } from "../../core/model/changes.ts";
import { valuesAt } from "../../core/model/grid.ts";
import type { ApplyWatch, Watch } from "../../core/model/ports.ts";
import type { Answer, Reply, Request, Results } from "./messages.ts";
import { OpenFiles } from "./open-files.ts";
import { extentOf, layoutOf, readCells, transferables, viewRows } from "./sheet-view.ts";

const slice = 250;
const openFiles = new OpenFiles();

globalThis.onmessage = ({ data, ports: [port] }: MessageEvent<Request>) => {
  if (port) void serve(data, port);
};

/** Answers one request on its own port: progress, slices, then one last message. */
async function serve(request: Request, port: MessagePort): Promise<void> {
  const controller = new AbortController();
  const { signal } = controller;
  let goOn: () => void = () => undefined;
  port.onmessage = ({ data }: MessageEvent<Reply>) => (data === "cancel" ? controller.abort() : goOn());
  /** Waits until the page is prepared. */
  const beforeWriting = (cells: readonly WrittenCell[]) =>
    new Promise<void>((resolve, reject) => {
      goOn = resolve;
      signal.addEventListener("abort", () => reject(new Refusal("cancelled")), { once: true });
      if (signal.aborted) reject(new Refusal("cancelled"));
      else post(port, { kind: "before-writing", cells });
    });
  const watch = { signal, onProgress: progressOn(port), beforeWriting };
  try {
    await answer(request, port, watch);
  } catch (error) {
    if (error instanceof Refusal) post(port, { kind: "refused", code: error.code, detail: error.detail });
    else post(port, { kind: "failed", message: String(error) });
  }
}

async function answer(request: Request, port: MessagePort, watch: ApplyWatch): Promise<void> {
  switch (request.kind) {
    case "open":
      finish(port, await openFiles.open(request.file, request.name, request.content, watch));
      break;
    case "close":
      openFiles.close(request.file);
      finish(port, null);
      break;
    case "layout": {
      const layout = layoutOf(await openFiles.look(request.file, request.sheet, watch));
      finish(port, layout, transferables(layout));
      break;
    }
    case "rows":
      finish(port, viewRows(await openFiles.look(request.file, request.sheet, watch), request));
      break;
    case "check":
      finish(port, await check(request, port, watch));
      break;
    case "extent":
      finish(port, extentOf(await openFiles.look(request.file, request.sheet, watch)));
      break;
    case "cells":
      finish(port, readCells(await openFiles.look(request.file, request.sheet, watch), request));
      break;
    case "values":
      finish(port, valuesAt((await openFiles.look(request.file, request.sheet, watch)).grid, request.places));
      break;
    case "create":
      finish(port, await openFiles.create(request.file));
      break;
    case "apply":
      finish(port, await openFiles.apply(request.file, request.changes, watch));
      break;
    case "type":
      finish(port, await openFiles.type(request.file, request.sheet, request.at, request.text, watch));
      break;
    case "recall":
      finish(port, await openFiles.recall(request.file, request.sheet, request.name));
      break;
    case "remember":
      finish(port, await openFiles.remember(request.file, request.sheet, request.name, request.text));
      break;
    case "undo":
    case "redo":
      finish(port, await openFiles.turn(request.file, request.kind));
      break;
    case "save": {
      const bytes = (await openFiles.save(request.file)).slice();
      finish(port, bytes, [bytes.buffer]);
    }
  }
}

async function check({ file, sheet, forms }: Request & { readonly kind: "check" }, port: MessagePort, watch: Watch): Promise<Results["check"]> {
  const checked = await openFiles.check(file, sheet, forms, watch);
  if (!checked) return null;
  const { findings, marks, ...told } = checked.inspection;
  for (let at = 0; at < Math.max(findings.length, marks.length); at += slice) {
    post(port, { kind: "slice", findings: findings.slice(at, at + slice), marks: marks.slice(at, at + slice) });
  }
  return { ...told, hiddenRows: checked.hiddenRows };
}

function finish(port: MessagePort, result: Results[Request["kind"]], transfer: Transferable[] = []): void {
  port.postMessage({ kind: "result", result } satisfies Answer<Results[Request["kind"]]>, transfer);
}

function post(port: MessagePort, message: Answer<never>): void {
  port.postMessage(message);
}

/** Progress in steps of one percent: more would only keep the page busy. */
function progressOn(port: MessagePort): (done: number) => void {
  let told = 0;
  return (done) => {
    if (done < told + 0.01) return;
    told = done;
    post(port, { kind: "progress", done });
  };
}
