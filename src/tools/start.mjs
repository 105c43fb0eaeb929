import { spawn } from "node:child_process";
import { buildIfOld, root } from "./build-if-old.mjs";
import { serve } from "./serve.mjs";

buildIfOld();
const address = await serve(`${root}dist`, 4173, "workbench.html");
console.log(`Tenken: ${address}  (Ctrl+C ends it)`);
openBrowser(address);

/** Opens the browser where there is one. The printed address serves otherwise. */
function openBrowser(url) {
  const commands = { darwin: ["open", url], win32: ["cmd", "/c", "start", "", url] };
  const display = process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY ?? "";
  const command = commands[process.platform] ?? (display === "" ? undefined : ["xdg-open", url]);
  if (command === undefined) return;
  const [program, ...rest] = command;
  spawn(program, rest, { stdio: "ignore", detached: true }).on("error", () => undefined).unref();
}
