import { afterEach, expect, it, vi } from "vitest";
import { builtInForms } from "../../src/core/form/built-in.ts";
import { Client } from "../../src/workbench/worker/client.ts";
import { FileService } from "../../src/workbench/worker/file-service.ts";
import { slowMachine } from "../slow-machine.ts";
import { largeWorkbook } from "./large-workbook.ts";

afterEach(() => vi.restoreAllMocks());

it("the findings of a check are sent in turns", async () => {
  const service = new FileService();
  const client = new Client({ postMessage: (request, [port]) => void service.serve(request, port), terminate: () => undefined }, () => undefined);
  const { sheets } = await client.ask({ kind: "open", idPrefix: "", name: "large.xlsx", content: new Blob([largeWorkbook(2000, 1).slice()]) });
  const turns = slowMachine();
  const before: number[] = [];
  const onSlice = () => void before.push(turns.mock.calls.length);
  await client.ask({ kind: "check", sheet: sheets[0]?.id ?? "", by: { forms: builtInForms, answers: new Map() } }, { onSlice });
  expect(before.length).toBe(8);
  expect(new Set(before).size).toBeGreaterThan(4);
});
