import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import CopyPlugin from "copy-webpack-plugin";
import { unzipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import webpack, { type WebpackPluginInstance } from "webpack";
import { buildIfOld, root } from "../../src/tools/build-if-old.mjs";
import { NoticesPlugin } from "../../src/tools/notices.mjs";
import { checksum, pack } from "../../src/tools/pack.mjs";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tenken-release-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe("the licences of what is built", () => {
  beforeEach(() => {
    addPackage("used", "Licence of used");
    addPackage("@scope/other", "Licence of other");
    addPackage("listed", "Licence of listed");
    addPackage("webpack", "Licence of webpack");
    write("package.json", JSON.stringify({ dependencies: { used: "1", listed: "1" } }));
    write("entry.js", 'import { value } from "used";\nconsole.log(value);');
    write("node_modules/used/index.js", 'import { value as other } from "@scope/other";\nimport { value as left } from "listed";\nexport const value = other;\nexport const unused = left;');
  });

  test("are of the packages that are in it, not of those that are only asked for", async () => {
    expect(await build()).toEqual([]);
    const text = readFileSync(join(folder, "dist/THIRD-PARTY.txt"), "utf8");
    expect([...text.matchAll(/^Licence of (\w+)$/gm)].map(([, name]) => name).sort()).toEqual(["other", "used", "webpack"]);
    expect(text).toContain("@scope/other 1.2.3 (MIT)");
  });

  test("a package without the text of its licence fails the build", async () => {
    rmSync(join(folder, "node_modules/@scope/other/LICENSE"));
    expect(await build()).toEqual([expect.stringContaining("@scope/other has no text of its licence")]);
  });

  test("are of packages too whose files are only copied, as Office.js is", async () => {
    addPackage("copied", "Licence of copied");
    const copy = new CopyPlugin({ patterns: [{ from: "node_modules/copied/index.js", to: "copied.js" }] });
    expect(await build([copy])).toEqual([]);
    expect(readFileSync(join(folder, "dist/THIRD-PARTY.txt"), "utf8")).toContain("copied 1.2.3 (MIT)\n\nLicence of copied\n");
  });

  test("a text that several packages share stands once", async () => {
    addPackage("@scope/other", "@scope/other\n\nLicence of used");
    expect(await build()).toEqual([]);
    expect(readFileSync(join(folder, "dist/THIRD-PARTY.txt"), "utf8")).toContain("@scope/other 1.2.3 (MIT)\nused 1.2.3 (MIT)\n\nLicence of used\n");
  });
});

describe("the built dist/", () => {
  beforeEach(buildIfOld);

  test("has the licences of the packages that the page and the terminal are made of, and the page has its own in itself", () => {
    const [text, page] = ["THIRD-PARTY.txt", "workbench.html"].map((name) => readFileSync(`${root}dist/${name}`, "utf8"));
    for (const name of ["react", "react-dom", "scheduler", "@fluentui/react-icons", "@griffel/core", "fflate", "numfmt", "zod"]) {
      const heading = new RegExp(`^${name} \\d[\\d.]* \\((MIT|ISC)\\)$`, "m");
      expect([name, heading.test(text ?? ""), heading.test(page ?? "")]).toEqual([name, true, true]);
    }
    // The tools leave nothing in it, and Office.js is only there on request.
    expect(text).not.toMatch(/^(typescript|vitest|@microsoft\/office-js) /m);
  });

  test("has scripts of ASCII alone, so that no way of reading a file can change one", () => {
    const scripts = readdirSync(`${root}dist`).filter((name) => /\.(cjs|js)$/.test(name));
    expect([scripts.length > 3, scripts.filter((name) => /[^\u0000-\u007f]/.test(readFileSync(`${root}dist/${name}`, "utf8")))]).toEqual([true, []]);
  });

  test("is packed whole, with the licence, under one folder, without code for one version of Node.js alone", () => {
    const files = unzipSync(pack(root, "tenken-1.0.0"));
    const built = readdirSync(`${root}dist`, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(built.filter(({ name }) => name.endsWith(".v8")).length).toBe(1);
    expect(Object.keys(files).length).toBe(built.length);
    expect(Object.keys(files).filter((path) => path.endsWith(".v8"))).toEqual([]);
    for (const path of ["LICENSE", "dist/workbench.html", "dist/help/index.html", "dist/THIRD-PARTY.txt"]) {
      expect([path, Buffer.from(files[`tenken-1.0.0/${path}`] ?? []).equals(readFileSync(root + path))]).toEqual([path, true]);
    }
  });
});

describe("a zip", () => {
  beforeEach(() => {
    for (const path of ["LICENSE", "dist/THIRD-PARTY.txt", "dist/b.js", "dist/a/c.js"]) write(path, path.repeat(100));
  });

  test("is the same for the same files, at another date and in another zone", () => {
    const first = pack(folder, "tenken");
    utimesSync(join(folder, "dist/b.js"), new Date(2001, 1, 3), new Date(2001, 1, 3));
    const script = `import { checksum, pack } from ${JSON.stringify(pathToFileURL(`${root}src/tools/pack.mjs`).href)}; process.stdout.write(checksum("z", pack(${JSON.stringify(folder)}, "tenken")));`;
    for (const zone of ["Asia/Tokyo", "America/Los_Angeles"]) {
      const elsewhere = execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8", env: { ...process.env, TZ: zone } });
      expect(elsewhere).toBe(checksum("z", first));
    }
    expect(Object.keys(unzipSync(first))).toEqual(["tenken/LICENSE", "tenken/dist/THIRD-PARTY.txt", "tenken/dist/a/c.js", "tenken/dist/b.js"]);
  });

  test("is not made without the licences", () => {
    rmSync(join(folder, "dist/THIRD-PARTY.txt"));
    expect(() => pack(folder, "tenken")).toThrow("THIRD-PARTY.txt is missing");
  });

  test("has a checksum in the words of sha256sum", () => {
    const bytes = Buffer.from("abc");
    expect(checksum("tenken.zip", bytes)).toBe(`${createHash("sha256").update(bytes).digest("hex")}  tenken.zip\n`);
  });
});

/** Builds entry.js with the plugin and others. @returns the failures */
function build(others: readonly WebpackPluginInstance[] = []): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    webpack(
      { mode: "production", optimization: { minimize: false }, context: folder, entry: "./entry.js", output: { path: join(folder, "dist") }, plugins: [new NoticesPlugin(), ...others] },
      (error, stats) => (stats ? resolve(stats.compilation.errors.map(({ message }) => message.replaceAll("\\", "/"))) : reject(error ?? new Error("no build"))),
    );
  });
}

function addPackage(name: string, licence: string): void {
  write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.2.3", license: "MIT", type: "module", main: "index.js", sideEffects: false }));
  write(`node_modules/${name}/index.js`, `export const value = ${JSON.stringify(name)};`);
  write(`node_modules/${name}/LICENSE`, licence);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
