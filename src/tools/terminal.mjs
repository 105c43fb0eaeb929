/* `npm run check`, `fix`, `mark`, `reply`, `summarize`, `form`: the first word is the command, the others are the user's. */
import { spawnSync } from "node:child_process";
import { buildIfOld, root } from "./build-if-old.mjs";
import { refuseLostFlags } from "./lost-flags.mjs";

// npm runs scripts in the project's folder, but the user names files from the current one.
const cwd = process.env.INIT_CWD ?? process.cwd();
const words = process.argv.slice(2);
refuseLostFlags(words, cwd);
buildIfOld();
const run = spawnSync(process.execPath, [`${root}dist/cli.cjs`, ...words], { cwd, stdio: "inherit" });
process.exit(run.status ?? 2);
