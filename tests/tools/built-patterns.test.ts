import { readdirSync } from "node:fs";
import { analyse } from "scslre";
import { afterEach, expect, it, vi } from "vitest";

const root = new URL("../../src/", import.meta.url);
const modules = ["core", "hosts/file"].flatMap((folder) => readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" }).flatMap((name) => (/(?<!\.d)\.ts$/.test(name) ? [new URL(`${folder}/${name}`, root).pathname] : [])));

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/*
 * Lint analyses the patterns that stand in the source. It does not see those put together while a module is loaded, or from the writings of
 * a form: these are analysed here, as they are. Patterns of packages are not.
 */
it("no pattern that is put together takes more than linear time", async () => {
  const built = new Map<string, string>();
  class Watched extends RegExp {
    constructor(pattern: string | RegExp, flags?: string) {
      super(pattern, flags);
      built.set(`/${this.source}/${this.flags}`, this.flags);
    }
  }
  vi.resetModules();
  vi.stubGlobal("RegExp", Watched);
  await Promise.all(modules.map((path) => import(path)));
  const [{ builtInForms }, { FormReader }] = await Promise.all([import("../../src/core/form/built-in.ts"), import("../../src/core/form/reader.ts")]);
  for (const { form } of builtInForms) new FormReader(form);
  vi.unstubAllGlobals();
  const slow = [...built].flatMap(([pattern, flags]) => {
    const { reports } = analyse({ source: pattern.slice(1, pattern.lastIndexOf("/")), flags });
    return reports.filter(({ type }) => type !== "Move" || !flags.includes("y")).map(({ type, character }) => `${type} ${pattern} ${String(character.pick)}`);
  });
  expect(built.size).toBeGreaterThan(10);
  expect(slow).toEqual([]);
});
