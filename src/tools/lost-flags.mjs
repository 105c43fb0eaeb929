import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";

const forms = new URL("../core/form/forms/", import.meta.url);
const ending = ".form.json";
/** Arguments that are left over where npm took our options for its own: --format, --lang and --form, of which npm tells nothing. */
const leftOver = (command) => new Set(["text", "json", "csv", "sarif", "github", "ja", "en", ...(command === "form" ? [] : formNames())]);
/** Our options that npm does not know and puts into the environment, and one that it shares with us. */
const told = ["safe", "out", "answer", "jobs", "defaults", "watch", "list", "dry_run"];

function formNames() {
  return existsSync(forms) ? readdirSync(forms).flatMap((name) => (name.endsWith(ending) ? [name.slice(0, -ending.length)] : [])) : [];
}

/**
 * True where npm took the user's options for its own. Without `--`, `npm run check FILE --format json` passes on "FILE json" only,
 * and puts unknown options into the environment. It knows `--form FORM.json` as an option of its own, and keeps it silently.
 */
function areFlagsLost([command, ...words], environment, folder) {
  if (environment.npm_lifecycle_event === undefined || words.some((word) => word.startsWith("-"))) return false;
  const isTold = told.some((option) => environment[`npm_config_${option}`] !== undefined);
  const names = leftOver(command);
  return isTold || words.some((word) => word.endsWith(".json")) || words.some((word) => names.has(word) && !existsSync(resolve(folder, word)));
}

/** Ends with a message where options were lost: the result would not be the requested one. */
export function refuseLostFlags(words, folder) {
  if (!areFlagsLost(words, process.env, folder)) return;
  const [command] = words;
  console.error(
    `npm が「--」で始まる指定を受け取ってしまい、届いていません。何もしていません。ファイルの前に「--」を置いてください: npm run ${command} -- ファイル… 指定…\n` +
      `npm kept the options that begin with -- for itself. Nothing was done. Put -- before the files: npm run ${command} -- FILE… OPTIONS…`,
  );
  process.exit(2);
}
