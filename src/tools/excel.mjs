import { readFileSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:https";
import { parseArgs } from "node:util";
import { buildIfOld, root } from "./build-if-old.mjs";
import { serve } from "./serve.mjs";

/** `npm run excel [-- web --document URL]` serves the add-in and opens it in Excel; `npm run excel:stop` takes it out again. */
const port = 3000;
const manifest = `${root}dist/manifest.xml`;
const instead =
  "Use `npm start` for the workbench in a browser, `npm test` for the pane in a stand-in Excel, or `npm run excel -- web --document URL` with a workbook in Excel on the web.\n" +
  "Excelがない環境では、ブラウザーの点検画面（npm start）をお使いください。";
const hasDesktopExcel = process.platform === "win32" || process.platform === "darwin";

try {
  const { action, app, document } = readArguments();
  if (action === "stop") await stop();
  else await start(app, document);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

function readArguments() {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { document: { type: "string" } } });
  const [action, app = "desktop", ...rest] = positionals;
  if (!["start", "stop"].includes(action) || !["desktop", "web"].includes(app) || rest.length > 0) {
    throw new Error("Usage: npm run excel [-- desktop|web] [--document FILE|URL], npm run excel:stop");
  }
  return { action, app, document: values.document };
}

async function start(app, document) {
  if (app === "desktop" && !hasDesktopExcel) throw new Error(`There is no Excel on this computer (${process.platform}).\n${instead}`);
  if (app === "web" && !isHttps(document)) throw new Error("Excel on the web needs the address of a workbook: npm run excel -- web --document https://…");
  const { startDebugging } = await import("office-addin-debugging");
  build();
  await serveSecurely();
  try {
    await startDebugging(manifest, { appType: app, document, enableDebugging: false });
  } catch (error) {
    throw new Error(`Excel did not take the add-in: ${error.message}\n${instead}`, { cause: error });
  }
  console.log(`Tenken: https://localhost:${port}/taskpane.html  (Ctrl+C ends the server; npm run excel:stop takes the add-in out of Excel)`);
}

async function stop() {
  if (!hasDesktopExcel) throw new Error(`There is no Excel on this computer (${process.platform}), so there is no add-in to take out.`);
  const { stopDebugging } = await import("office-addin-debugging");
  build();
  await stopDebugging(manifest);
}

function build() {
  buildIfOld();
  const host = `https://localhost:${port}`;
  if (!readFileSync(manifest, "utf8").includes(host)) throw new Error(`dist/ was built for another host than ${host}: run \`npm run build\` first.`);
}

/** Excel takes add-ins over https only. The certificate is made and trusted on this computer, for 30 days. */
async function serveSecurely() {
  const { getHttpsServerOptions } = await import("office-addin-dev-certs");
  const options = await getHttpsServerOptions();
  const plain = await serve(`${root}dist`, port + 1, "taskpane.html");
  const server = createServer(options, (incoming, outgoing) => {
    // Only the path: a whole address in its place must not lead elsewhere.
    const inner = request(plain, { path: incoming.url, method: incoming.method }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    inner.on("error", () => outgoing.destroy());
    incoming.pipe(inner);
  });
  await new Promise((resolve, reject) => {
    server.once("error", () => reject(new Error(`Port ${port} is taken: end what uses it and try again.`)));
    server.listen(port, "localhost", resolve);
  });
}

function isHttps(address) {
  return address !== undefined && URL.canParse(address) && new URL(address).protocol === "https:";
}
