import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { corpusPaths } from "../corpus-files.ts";
import { runOnCorpus } from "./corpus-run.ts";
import { blank, block, edit, marks, openForEdit, plan, write } from "./open.ts";

const root = join(import.meta.dirname, "../../../..");
/** Microsoft's Open XML SDK in WebAssembly. It is too large for the packages that everybody installs. */
const validator = join(root, "node_modules/@ooxml-tools/validate/dist/npm/index.js");

interface Fault {
  readonly description: string;
  readonly path: { readonly xpath: string };
}

type Validate = (bytes: Uint8Array, format: "xlsx", version: "Microsoft365") => Promise<readonly Fault[]>;

function isValidator(module: unknown): module is { readonly default: Validate } {
  return typeof module === "object" && module !== null && "default" in module && typeof module.default === "function";
}

/** The faults that the SDK finds, without row and cell numbers. */
async function faults(bytes: Uint8Array): Promise<readonly string[]> {
  const module: unknown = await import(/* @vite-ignore */ pathToFileURL(validator).href);
  if (!isValidator(module)) throw new Error("no validator");
  try {
    return (await module.default(bytes, "xlsx", "Microsoft365")).map(({ description, path }) => `${path.xpath.replace(/\[\d+\]/g, "")}: ${description}`);
  } catch (error) {
    return [`cannot be opened: ${String(error).slice(0, 80)}`];
  }
}

describe.skipIf(!existsSync(validator))("Microsoft's schemas and rules", { timeout: 300_000 }, () => {
  it("hold for a new workbook and for the sample that was written to", async () => {
    const made = blank();
    await made.apply([write(plan()), write(plan({ own: "review", name: "要見直し一覧", charts: [] }))]);
    expect(await faults(await made.save())).toEqual([]);
    const file = await openForEdit(new Uint8Array(readFileSync(join(root, "assets/samples/sample.xlsx"))));
    const [{ id } = { id: "" }] = await file.sheets();
    await file.apply([edit(id, 40, 1, undefined, "=1", "0.0%"), marks(id, [block(3, 0, 5, 11)], [block(8, 0)]), write(plan({}, id), { after: id })]);
    expect(await faults(await file.save())).toEqual([]);
  });

  it("find nothing new in workbooks of other programs that were written to", async () => {
    for (const path of corpusPaths()) {
      const run = await runOnCorpus(path);
      if (!("saved" in run)) continue;
      const known = new Set(await faults(run.source));
      // If the SDK cannot open the changed file, it could not open the original.
      if ([...known].some((fault) => fault.startsWith("cannot be opened"))) continue;
      expect((await faults(run.saved)).filter((fault) => !known.has(fault)), path).toEqual([]);
    }
  });
});
