import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const fileName = "THIRD-PARTY.txt";
const legal = /^(licen[cs]e|copying|notice|third.?party)/i;
const packageFolder = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;

/** Licence texts from the repositories of packages that lack one. */
const kept = fileURLToPath(new URL("licences/", import.meta.url));

/**
 * Writes THIRD-PARTY.txt beside the build: the licences of all packages in it. One plugin serves all compilers,
 * and each adds its own. A package without a licence text fails the build.
 */
export class NoticesPlugin {
  #folders = new Set();

  apply(compiler) {
    compiler.hooks.thisCompilation.tap(fileName, (compilation) => {
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: fileName, stage }, () => {
        for (const folder of packagesIn(compilation)) this.#folders.add(folder);
        for (const folder of this.#folders) if (licenceOf(folder) === "") compilation.errors.push(new Error(`${folder} has no text of its licence: put it into ${kept}`));
      });
    });
    compiler.hooks.afterEmit.tap(fileName, () => writeFileSync(join(compiler.outputPath, fileName), noticesOf(this.#folders)));
  }
}

/** The folders of the packages in a compilation, and webpack's own, whose code joins the modules. */
export function packagesIn(compilation) {
  const modules = [...compilation.chunks].flatMap((chunk) => compilation.chunkGraph.getChunkModules(chunk)).flatMap((module) => module.modules ?? [module]);
  const copied = compilation.getAssets().map(({ info }) => join(compilation.compiler.context, info.sourceFilename ?? ""));
  const paths = [...modules.map((module) => module.nameForCondition() ?? ""), ...copied];
  return new Set([join(compilation.compiler.context, "node_modules", "webpack"), ...paths.flatMap((path) => packageFolder.exec(path)?.[0] ?? [])]);
}

/** The licences of the packages in these folders, each text once. */
export function noticesOf(folders) {
  const packages = new Map();
  for (const folder of folders) {
    const { name, version, license } = readPackage(folder);
    const text = licenceOf(folder);
    packages.set(text, [...(packages.get(text) ?? []), `${name} ${version} (${license})`].sort());
  }
  const parts = [...packages].map(([text, names]) => `${names.join("\n")}\n\n${text}\n`).sort();
  const head = "Tenken contains code of these packages.\n点検には次のパッケージのコードが含まれています。\n";
  return [head, ...parts].join(`\n${"=".repeat(80)}\n\n`);
}

/** The text of a package's licence and notices, without its name; "" where there is none. */
function licenceOf(folder) {
  const { name } = readPackage(folder);
  const files = readdirSync(folder).filter((file) => legal.test(file)).sort().map((file) => join(folder, file));
  const ours = join(kept, `${name}.txt`);
  const texts = (files.length === 0 && existsSync(ours) ? [ours] : files).map((file) => readFileSync(file, "utf8").replaceAll("\r\n", "\n").trim());
  return texts.map((text) => (text.startsWith(`${name}\n`) ? text.slice(name.length).trim() : text)).join("\n\n");
}

function readPackage(folder) {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}
