import { createHash } from "node:crypto";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";

/** Files of this kind fit one version of V8 alone. They are not handed on. */
export const cacheEnding = ".v8";

/**
 * Makes a function of exports and require of a built script, and puts V8's code of it beside it. Script and code end with the same hash of the
 * script: V8 itself compares only the length.
 */
export class CodeCachePlugin {
  #script;

  /** @param script the file's name in the build */
  constructor(script) {
    this.#script = script;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap(CodeCachePlugin.name, (compilation) => {
      const { Compilation, sources } = compiler.webpack;
      compilation.hooks.processAssets.tap({ name: CodeCachePlugin.name, stage: Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER }, () => {
        const asset = compilation.getAsset(this.#script);
        if (!asset) return;
        const wrapped = `(function (exports, require) {${asset.source.source()}\n})`;
        const hash = createHash("sha256").update(wrapped).digest("hex");
        const script = `${wrapped}//${hash}`;
        compilation.updateAsset(this.#script, new sources.RawSource(script));
        compilation.emitAsset(this.#script.replace(/\.\w+$/, cacheEnding), new sources.RawSource(Buffer.concat([codeOf(script), Buffer.from(hash)])));
      });
    });
  }
}

/** V8's code of all functions. V8 rejects code that was made under another flag, so the flag is reset first. */
function codeOf(source) {
  setFlagsFromString("--no-lazy");
  try {
    const script = new Script(source);
    setFlagsFromString("--lazy");
    return script.createCachedData();
  } finally {
    setFlagsFromString("--lazy");
  }
}
