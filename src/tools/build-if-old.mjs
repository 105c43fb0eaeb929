import { spawnSync } from "node:child_process";
import { readdirSync, rmSync, statSync, utimesSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { needsInstall } from "./needs-install.mjs";

/** The project's folder. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

const sources = ["src", "assets", "manifest.xml", "webpack.config.js", "package-lock.json", "tsconfig.json"];
const witness = "dist/cli.cjs";

/** Builds dist/ where it is missing or older than its sources. Shows the build's output where it fails. */
export function buildIfOld() {
  const started = new Date();
  if (sources.every((source) => newest(root + source) <= changed(root + witness))) return;
  needsInstall();
  // What a first build would keep for the next one costs a quarter of it, and most checkouts see no second.
  const words = changed(root + witness) < 0 ? ["--no-cache"] : [];
  // Parts of the pane have new names in each version, so the old ones would stay for ever.
  rmSync(`${root}dist`, { recursive: true, force: true });
  const build = spawnSync(process.execPath, ["node_modules/webpack/bin/webpack.js", ...words], { cwd: root, encoding: "utf8" });
  if (build.status !== 0) {
    console.error(build.stdout + build.stderr);
    process.exit(2);
  }
  // webpack does not write unchanged files, so the folder would look old for ever.
  utimesSync(root + witness, started, started);
}

function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(`${path}/${name}`)));
}

function changed(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? -1;
}
