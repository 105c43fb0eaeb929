/* `npm run release [-- --env host=https://…]`: builds dist/ anew, and packs it into release/ with its checksum. Flags are the build's. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { root } from "./build-if-old.mjs";
import { checksum, pack } from "./pack.mjs";

// Leftovers of an earlier build must not be published.
rmSync(`${root}dist`, { recursive: true, force: true });
const build = spawnSync(process.execPath, ["node_modules/webpack/bin/webpack.js", ...process.argv.slice(2)], { cwd: root, stdio: ["ignore", 2, 2] });
if (build.status !== 0) process.exit(1);

const { name, version } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
const top = `${name}-${version}`;
const zip = pack(root, top);
rmSync(`${root}release`, { recursive: true, force: true });
mkdirSync(`${root}release`);
writeFileSync(`${root}release/${top}.zip`, zip);
writeFileSync(`${root}release/${top}.zip.sha256`, checksum(`${top}.zip`, zip));
console.log(`release/${top}.zip, ${(zip.length / 1e6).toFixed(1)} MB, and its SHA-256 beside it`);
