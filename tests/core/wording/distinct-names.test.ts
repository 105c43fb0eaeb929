import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distinctNames } from "../../../src/core/wording/distinct-names.ts";

describe("distinctNames", () => {
  it("gives the last part alone where that is enough", () => {
    expect(distinctNames(["/data/東/a.xlsx", "/data/東/b.xlsx"])).toEqual(["a.xlsx", "b.xlsx"]);
  });

  it("puts as many folders before equal names as tell them apart", () => {
    expect(distinctNames(["/data/東/a.xlsx", "/data/西/a.xlsx"])).toEqual(["東/a.xlsx", "西/a.xlsx"]);
    expect(distinctNames(["1/x/a.xlsx", "2/x/a.xlsx", "2/y/a.xlsx"])).toEqual(["1/x/a.xlsx", "2/x/a.xlsx", "y/a.xlsx"]);
  });

  it("tells a name without folders from one that has some", () => {
    expect(distinctNames(["a.xlsx", "東/a.xlsx"])).toEqual(["a.xlsx", "東/a.xlsx"]);
  });

  it("reads the folders of Windows", () => {
    expect(distinctNames(["C:\\東\\a.xlsx", "C:\\西\\a.xlsx"])).toEqual(["東/a.xlsx", "西/a.xlsx"]);
  });

  it("numbers what no folder tells apart, around a name that has such a number", () => {
    expect(distinctNames(["a.xlsx", "a.xlsx (2)", "a.xlsx", "a.xlsx"])).toEqual(["a.xlsx", "a.xlsx (2)", "a.xlsx (3)", "a.xlsx (4)"]);
    expect(distinctNames(["東/a.xlsx", "東/a.xlsx", "西/a.xlsx"])).toEqual(["東/a.xlsx", "東/a.xlsx (2)", "西/a.xlsx"]);
  });

  it("never names a folder above", () => {
    expect(distinctNames(["../a.xlsx", "a.xlsx", "./a.xlsx"])).toEqual(["a.xlsx", "a.xlsx (2)", "a.xlsx (3)"]);
  });

  it("gives a different name to each path, which ends as the path does", () => {
    const part = fc.constantFrom("a", "b", "a (2)", "b (2)", "b (3)");
    fc.assert(
      fc.property(fc.array(fc.array(part, { minLength: 1, maxLength: 4 }), { maxLength: 12 }), (paths) => {
        const names = distinctNames(paths.map((parts) => parts.join("/")));
        expect(new Set(names).size).toBe(paths.length);
        names.forEach((name, index) => expect(paths[index]?.join("/").endsWith(name) || / \(\d+\)$/.test(name)).toBe(true));
      }),
    );
  });
});
