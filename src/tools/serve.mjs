import { createReadStream, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, relative, sep } from "node:path";

/** Of the kinds of files that are built. */
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".cjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".png": "image/png",
  ".xml": "text/xml; charset=utf-8",
};

/**
 * Serves the files of a folder, and nothing else, on 127.0.0.1.
 * Takes the first free port from `port` on; resolves to the address.
 */
export async function serve(folder, port, startPage) {
  const server = createServer((request, response) => {
    const file = findFile(folder, request.url ?? "/", startPage);
    if (request.method !== "GET" && request.method !== "HEAD") return answer(response, 405, "Method not allowed");
    if (file === undefined) return answer(response, 404, "Not found");
    response.writeHead(200, {
      "content-type": types[extname(file)] ?? "application/octet-stream",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    });
    if (request.method === "HEAD") return response.end();
    return createReadStream(file).on("error", () => response.destroy()).pipe(response);
  });
  return `http://127.0.0.1:${await listen(server, port)}/`;
}

/** Looks the address up in the folder's own list, so that no spelling of a path leads out of it. */
function findFile(folder, url, startPage) {
  const path = url.split("?")[0];
  const wanted = path === "/" ? `/${startPage}` : path;
  return filesIn(folder)
    .find((file) => encodeURI(`/${relative(folder, file).split(sep).join("/")}`) === wanted);
}

/** None while the folder is gone, as in the middle of a build. */
function filesIn(folder) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : []));
  } catch {
    return [];
  }
}

function answer(response, status, text) {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(text);
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      if (error.code === "EADDRINUSE" && port < 65_535) resolve(listen(server, port + 1));
      else reject(error);
    });
    server.listen(port, "127.0.0.1", () => resolve(port));
  });
}
