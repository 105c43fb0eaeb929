import { refusalIn } from "../../core/model/internal.ts";
import { Refusal } from "../../core/model/refusal.ts";
import type { WrittenCell } from "../../core/model/changes.ts";
import { valuesAt } from "../../core/model/grid.ts";
import { Pace, refuseAborted, shortTurn } from "../../core/model/pace.ts";
import type { ApplyWatch, Watch } from "../../core/model/ports.ts";
import { replyZip } from "../../hosts/file/reply-zip.ts";
import type { Answer, PortReply, Request, Results } from "./messages.ts";
import { blockText } from "./block-text.ts";
import type { RequestOf } from "./client.ts";
import { HeldFile } from "./held-file.ts";
import { Search } from "./search.ts";
import { extentOf, sheetLayoutOf, readCells, transferables, viewRows } from "./sheet-view.ts";

const slice = 250;

/** The worker's side: it holds one file and answers the page's requests. */
export class FileService {
  #file: HeldFile | undefined;
  readonly #search = new Search();

  /** Answers one request on its own port: progress, slices, then one last message. */
  async serve(request: Request, port: MessagePort): Promise<void> {
    const controller = new AbortController();
    const { signal } = controller;
    let goOn: () => void = () => undefined;
    port.onmessage = ({ data }: MessageEvent<PortReply>) => (data === "cancel" ? controller.abort() : goOn());
    /** Waits until the page replies. */
    const beforeWriting = (cells: readonly WrittenCell[]) =>
      new Promise<void>((resolve, reject) => {
        goOn = resolve;
        signal.addEventListener("abort", () => reject(new Refusal("cancelled")), { once: true });
        if (signal.aborted) reject(new Refusal("cancelled"));
        else post(port, { kind: "before-writing", cells });
      });
    const watch = { signal, onProgress: progressOn(port), beforeWriting };
    try {
      await this.#answer(request, port, watch);
    } catch (error) {
      const { code, detail } = refusalIn(error);
      post(port, { kind: "refused", code, detail });
    }
  }

  /** @throws {Refusal} sheet-gone before a file is open */
  async #answer(request: Request, port: MessagePort, watch: ApplyWatch): Promise<void> {
    if (request.kind === "replies") {
      const zip = (await replyZip(request.packets)).slice();
      finish(port, zip, [zip.buffer]);
      return;
    }
    if (request.kind === "open") this.#file = await HeldFile.open(request.name, request.content, request.idPrefix, watch);
    if (request.kind === "create") this.#file = HeldFile.create(request.idPrefix);
    const file = this.#file;
    if (!file) throw new Refusal("sheet-gone");
    switch (request.kind) {
      case "open":
      case "create":
        finish(port, await file.opened());
        break;
      case "layout": {
        const layout = sheetLayoutOf(await file.look(request.sheet, watch));
        finish(port, layout, transferables(layout));
        break;
      }
      case "rows":
        finish(port, viewRows(await file.look(request.sheet, watch), request));
        break;
      case "check":
        finish(port, await check(file, request, port, watch));
        break;
      case "extent":
        finish(port, extentOf(await file.look(request.sheet, watch)));
        break;
      case "cells":
        finish(port, readCells(await file.look(request.sheet, watch), request));
        break;
      case "values":
        finish(port, valuesAt((await file.look(request.sheet, watch)).grid, request.places));
        break;
      case "find":
        finish(port, await this.#search.find(await file.look(request.sheet, watch), request, watch));
        break;
      case "copy":
        finish(port, blockText(await file.look(request.sheet, watch), request.area));
        break;
      case "unsaved":
        finish(port, await file.unsaved());
        break;
      case "marked":
        finish(port, await file.marked(request.sheets));
        break;
      case "recall":
        finish(port, await file.recall(request.name, request.sheet));
        break;
      default:
        await changed(file, request, port, watch);
    }
  }
}

/** Answers a request that changes the file, goes a step back or forward, or saves. @throws {Refusal} moved, formula, protected, read-only, cancelled and others of `HeldFile` */
async function changed(file: HeldFile, request: RequestOf<"apply" | "type" | "paste" | "remember" | "undo" | "redo" | "save">, port: MessagePort, watch: ApplyWatch): Promise<void> {
  switch (request.kind) {
    case "apply":
      finish(port, await file.apply(request.changes, watch));
      break;
    case "type":
      finish(port, await file.type(request.sheet, request.at, request.text, watch));
      break;
    case "paste":
      finish(port, await file.paste(request, watch));
      break;
    case "remember":
      finish(port, await file.remember(request.name, request.text, request.sheet));
      break;
    case "undo":
    case "redo":
      finish(port, await file.turn(request.kind));
      break;
    case "save": {
      const saved = await file.save();
      finish(port, saved, [saved.bytes.buffer]);
    }
  }
}

async function check(file: HeldFile, { sheet, by }: Request & { readonly kind: "check" }, port: MessagePort, watch: Watch): Promise<Results["check"]> {
  const checked = await file.check(sheet, by, watch);
  if (!checked || checked === "own") return checked;
  const { findings, marks, ...told } = checked.inspection;
  const pace = new Pace(shortTurn);
  for (let at = 0; at < Math.max(findings.length, marks.length); at += slice) {
    if (pace.isOver) await pace.next();
    refuseAborted(watch);
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

/** Reports progress in steps of one percent: smaller ones would only keep the page busy. */
function progressOn(port: MessagePort): (done: number) => void {
  let told = 0;
  return (done) => {
    if (done < told + 0.01) return;
    told = done;
    post(port, { kind: "progress", done });
  };
}
