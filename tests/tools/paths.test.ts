import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const within = (folder: string) => readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" }).map((name) => `/${folder}/${name.replaceAll("\\", "/")}`);
const all = [...readdirSync(root).map((name) => `/${name}`), ...["src", "tests", "assets", ".github"].flatMap(within)];
const pages = ["CONTRIBUTING.md", ...all.filter((path) => path.startsWith("/src/") && path.endsWith("/README.md")).map((path) => path.slice(1))];

/** Words in backticks that look like a file or folder of ours, without built files, which may not exist yet. */
function pathsIn(text: string): readonly string[] {
  const quoted = [...text.matchAll(/`(\.?[\w./-]+)`/g)].map(([, path = ""]) => path.replace(/^\.\.\/|\/$/g, ""));
  return quoted.filter((path) => /^[\w.-]+\.(?:ts|tsx|mjs|cjs|md|json)$|^[\w.-]+\/[\w./-]+$/.test(path) && !/^(?:dist|release|shared|node_modules)\//.test(path));
}

test.each(pages)("every path in %s leads to something", (page) => {
  const lost = pathsIn(readFileSync(`${root}${page}`, "utf8")).filter((path) => !all.some((each) => each.endsWith(`/${path}`)));
  expect(lost).toEqual([]);
});
