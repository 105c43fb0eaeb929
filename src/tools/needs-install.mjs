import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Ends with a message where the packages are not installed, since nothing can be built or tested without them. */
export function needsInstall() {
  if (existsSync(fileURLToPath(new URL("../../node_modules/webpack/package.json", import.meta.url)))) return;
  console.error("必要な部品（node_modules）が入っていません。先に npm ci を実行してください。\nThe packages (node_modules) are not installed. Run npm ci first.");
  process.exit(2);
}
