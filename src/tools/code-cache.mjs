import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { join } from "node:path";

/** Files of this kind fit one version of V8 alone. They are not handed on: the first run makes its own. */
export const cacheEnding = ".v8";

/**
 * Makes a function of exports and require of a built script, which ends with its hash, since V8 itself compares only the length of a script with
 * that of its code. Then it lets the program check a file, which leaves the code that this takes beside it.
 */
export class CodeCachePlugin {
  #script;
  #program;
  #file;

  /** @param script the file's name in the build; program that of the one that runs it; file one like most that are checked */
  constructor(script, program, file) {
    this.#script = script;
    this.#program = program;
    this.#file = file;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap(CodeCachePlugin.name, (compilation) => {
      const { Compilation, sources } = compiler.webpack;
      compilation.hooks.processAssets.tap({ name: CodeCachePlugin.name, stage: Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER }, () => {
        const asset = compilation.getAsset(this.#script);
        if (!asset) return;
        const wrapped = `(function (exports, require) {${asset.source.source()}\n})`;
        compilation.updateAsset(this.#script, new sources.RawSource(`${wrapped}//${createHash("sha256").update(wrapped).digest("hex")}`));
      });
    });
    compiler.hooks.afterEmit.tap(CodeCachePlugin.name, () => {
      spawnSync(process.execPath, [join(compiler.outputPath, this.#program), this.#file]);
    });
  }
}
