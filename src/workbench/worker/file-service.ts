import { refusalIn } from "../../core/model/internal.ts";
import { Refusal } from "../../core/model/refusal.ts";
import type { WrittenCell } from "../../core/model/changes.ts";
import { valuesAt } from "../../core/model/grid.ts";
import { Pace, refuseAborted, shortTurn } from "../../core/model/pace.ts";
import type { ApplyWatch, Watch } from "../../core/model/ports.ts";
import { replyZip } from "../../hosts/file/reply-zip.ts";
import type { Answer, ChangeRequest, PortReply, Request, Results } from "./messages.ts";
import { blockText } from "./block-text.ts";
import { HeldFile } from "./held-file.ts";
import { Search } from "./search.ts";
import { extentOf, sheetLayoutOf, readCells, transferables, viewRows } from "./sheet-view.ts";

const slice = 250;

/** The answer to a request, and what of it goes to the page without a copy. */
interface Answered {
  readonly result: Results[Request["kind"]];
  readonly transfer?: Transferable[];
}

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
      const { result, transfer = [] } = await this.#answer(request, port, watch);
      port.postMessage({ kind: "result", result } satisfies Answer<typeof result>, transfer);
    } catch (error) {
      const { code, detail } = refusalIn(error);
      post(port, { kind: "refused", code, detail });
    }
  }

  /** @throws {Refusal} sheet-gone before a file is open */
  async #answer(request: Request, port: MessagePort, watch: ApplyWatch): Promise<Answered> {
    if (request.kind === "replies") {
      const zip = (await replyZip(request.packets)).slice();
      return { result: zip, transfer: [zip.buffer] };
    }
    if (request.kind === "open") this.#file = await HeldFile.open(request.name, request.content, request.idPrefix, watch);
    if (request.kind === "create") this.#file = HeldFile.create(request.idPrefix);
    const file = this.#file;
    if (!file) throw new Refusal("sheet-gone");
    switch (request.kind) {
      case "open":
      case "create":
        return { result: await file.opened() };
      case "layout": {
        const layout = sheetLayoutOf(await file.look(request.sheet, watch));
        return { result: layout, transfer: transferables(layout) };
      }
      case "rows":
        return { result: viewRows(await file.look(request.sheet, watch), request) };
      case "check":
        return { result: await check(file, request, port, watch) };
      case "extent":
        return { result: extentOf(await file.look(request.sheet, watch)) };
      case "cells":
        return { result: readCells(await file.look(request.sheet, watch), request) };
      case "values":
        return { result: valuesAt((await file.look(request.sheet, watch)).grid, request.places) };
      case "find":
        return { result: await this.#search.find(await file.look(request.sheet, watch), request, watch) };
      case "copy":
        return { result: blockText(await file.look(request.sheet, watch), request.area) };
      case "unsaved":
        return { result: await file.unsaved() };
      case "marked":
        return { result: await file.marked(request.sheets) };
      case "recall":
        return { result: await file.recall(request.name, request.sheet) };
      default:
        return changed(file, request, watch);
    }
  }
}

/** Answers a request that changes the file, goes a step back or forward, or saves. @throws {Refusal} moved, formula, protected, read-only, cancelled and others of `HeldFile` */
async function changed(file: HeldFile, request: ChangeRequest, watch: ApplyWatch): Promise<Answered> {
  switch (request.kind) {
    case "apply":
      return { result: await file.apply(request.changes, watch) };
    case "type":
      return { result: await file.type(request.sheet, request.at, request.text, watch) };
    case "paste":
      return { result: await file.paste(request, watch) };
    case "remember":
      return { result: await file.remember(request.name, request.text, request.sheet) };
    case "undo":
    case "redo":
      return { result: await file.turn(request.kind) };
    case "save": {
      const saved = await file.save();
      return { result: saved, transfer: [saved.bytes.buffer] };
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
