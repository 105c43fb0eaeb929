import { existsSync } from "node:fs";
import { resolve } from "node:path";

/** What stands behind our options and is left over where npm took the options themselves. */
const leftOver = new Set(["text", "json", "ja", "en"]);

/**
 * True where npm kept the user's options for itself: without `--`, `npm run check FILE --format json` hands over "FILE json" alone,
 * and tells of options that it does not know in the environment; not of `--form FORM.json`, which it takes for an option of its own.
 */
function areFlagsLost(words, environment, folder) {
  if (environment.npm_lifecycle_event === undefined || words.some((word) => word.startsWith("-"))) return false;
  const isTold = ["safe", "out", "answer"].some((option) => environment[`npm_config_${option}`] !== undefined);
  return isTold || words.some((word) => word.endsWith(".json")) || words.some((word) => leftOver.has(word) && !existsSync(resolve(folder, word)));
}

/** Ends with a sentence where options were lost: what follows would not be what was asked for. */
export function refuseLostFlags([command, ...words], folder) {
  if (!areFlagsLost(words, process.env, folder)) return;
  console.error(
    `npm が「--」で始まる指定を受け取ってしまい、届いていません。何もしていません。ファイルの前に「--」を置いてください: npm run ${command} -- ファイル… 指定…\n` +
      `npm kept the options that begin with -- for itself. Nothing was done. Put -- before the files: npm run ${command} -- FILE… OPTIONS…`,
  );
  process.exit(2);
}
