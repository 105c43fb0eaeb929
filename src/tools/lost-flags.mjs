import { existsSync } from "node:fs";
import { resolve } from "node:path";

/** Arguments that are left over where npm took our options for its own. */
const leftOver = new Set(["text", "json", "ja", "en"]);

/**
 * True where npm took the user's options for its own. Without `--`, `npm run check FILE --format json` passes on "FILE json" only,
 * and puts unknown options into the environment. It knows `--form FORM.json` as an option of its own, and keeps it silently.
 */
function areFlagsLost(words, environment, folder) {
  if (environment.npm_lifecycle_event === undefined || words.some((word) => word.startsWith("-"))) return false;
  const isTold = ["safe", "out", "answer"].some((option) => environment[`npm_config_${option}`] !== undefined);
  return isTold || words.some((word) => word.endsWith(".json")) || words.some((word) => leftOver.has(word) && !existsSync(resolve(folder, word)));
}

/** Ends with a message where options were lost: the result would not be the requested one. */
export function refuseLostFlags([command, ...words], folder) {
  if (!areFlagsLost(words, process.env, folder)) return;
  console.error(
    `npm が「--」で始まる指定を受け取ってしまい、届いていません。何もしていません。ファイルの前に「--」を置いてください: npm run ${command} -- ファイル… 指定…\n` +
      `npm kept the options that begin with -- for itself. Nothing was done. Put -- before the files: npm run ${command} -- FILE… OPTIONS…`,
  );
  process.exit(2);
}
