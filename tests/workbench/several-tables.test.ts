import { expect, it } from "vitest";
import { z } from "zod";
import { a1 } from "../../src/core/model/address.ts";
import { activeCheck } from "../../src/pane/state/checks.ts";
import { WorkFolder } from "../cli/files.ts";
import { tenken } from "../cli/run.ts";
import { tableSamples } from "../samples/table-books.ts";
import { newWorkspace, picked } from "./node-workspace.ts";

const work = new WorkFolder();
const report = z.object({ files: z.array(z.object({ sheets: z.array(z.object({ findings: z.array(z.object({ cell: z.string(), rule: z.string(), severity: z.string() })) })) })) });

it.each(tableSamples)("several tables on a sheet of a workbook have the same findings in the terminal and in the workbench: $name", async ({ name, bytes, counts, truth }) => {
  const { stdout } = tenken([work.put(`${name}.xlsx`, bytes), "--format", "json"]);
  const sheets = report.parse(JSON.parse(stdout)).files.flatMap((file) => file.sheets);
  const terminal = sheets.map(({ findings }) => findings.map(({ cell, rule, severity }) => `${cell} ${rule} ${severity}`));
  const workspace = newWorkspace();
  await workspace.files.open([picked(`${name}.xlsx`, bytes)]);
  await expect.poll(() => activeCheck(workspace.session.get())?.inspection.counts).toEqual(counts);
  const findings = activeCheck(workspace.session.get())?.inspection.findings ?? [];
  const workbench = findings.map(({ at, rule, severity }) => `${a1(at)} ${rule} ${severity}`);
  expect([terminal, workbench]).toEqual([[truth], truth]);
});
