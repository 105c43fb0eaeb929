import { readFileSync } from "node:fs";
import { afterEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { HeldFile } from "../../src/workbench/worker/held-file.ts";
import { newWorkspace, picked, sample, sheetIn } from "./node-workspace.ts";

afterEach(() => void vi.restoreAllMocks());

const fault = new TypeError("no such method");
const told: unknown = expect.stringMatching(/^tenken \S*, TypeError: no such method, /);

test("a fault of ours is not told as a damaged file: opening", async () => {
  vi.spyOn(HeldFile, "open").mockRejectedValueOnce(fault);
  const workspace = newWorkspace();
  await workspace.files.open([picked("一.xlsx", sample), picked("二.xlsx", sample)]);
  expect(workspace.store.get().files.map(({ content }) => content)).toMatchObject([{ state: "refused", code: "internal", detail: told }, { state: "open" }]);
});

test("it is told with the version of what was built", () => {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync("package.json", "utf8")));
  const page = readFileSync("dist/workbench.html", "utf8");
  expect([page.includes("TENKEN_VERSION"), page.split(`tenken ${version}`).length > 1]).toEqual([false, true]);
});

test("nor is it in a check, which succeeds the next time", async () => {
  const workspace = newWorkspace();
  await workspace.files.open([picked("一.xlsx", sample)]);
  vi.spyOn(HeldFile.prototype, "check").mockRejectedValueOnce(fault);
  const sheet = sheetIn(workspace, "一.xlsx");
  expect(await workspace.session.check(sheet)).toMatchObject({ phase: "refused", code: "internal", detail: told });
  expect(await workspace.session.check(sheet)).toMatchObject({ phase: "checked" });
});
