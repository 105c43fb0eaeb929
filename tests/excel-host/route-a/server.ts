import { readFile } from "node:fs/promises";
import { createServer as createProxy } from "node:http";
import { createServer } from "node:https";
import { connect, type Server } from "node:net";
import { extname, join, normalize } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { selfSigned } from "./certificate.ts";
import { parentPage } from "./parent-page.ts";

const officeRoot = fileURLToPath(new URL("../../../node_modules/@microsoft/office-js/dist/", import.meta.url));

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

/** The pages of the add-in: a built folder, or texts by path. */
export type Pages = { readonly folder: string } | { readonly texts: Readonly<Record<string, string>> };

export interface PageServer {
  readonly origin: string;
  /** The address of the proxy that leads all other hosts here too. */
  readonly proxy: string;
  close(): Promise<void>;
}

export interface Answers {
  /** Answers a message of the pane; undefined if the answer took another way or nobody listens any more. */
  readonly receive: (message: string) => Promise<string | undefined>;
  /** Answers for another host; undefined if it cannot be reached. */
  readonly outside: (url: string) => Promise<Buffer | undefined>;
}

/**
 * Serves the parent page, the add-in's pages and, under /office/, the npm copy of Office.js. The parent page posts the
 * pane's messages to /host, because an exposed function takes seconds for the megabytes of a large sheet.
 */
export async function servePages(pages: Pages, { receive, outside }: Answers): Promise<PageServer> {
  const server = createServer(selfSigned("localhost"), (request, response) => {
    const url = new URL(request.url ?? "/", `https://${request.headers.host ?? "localhost"}`);
    const path = decodeURIComponent(url.pathname);
    const isMessage = request.method === "POST" && path === "/host";
    const isOutside = url.hostname !== "localhost";
    const content = isOutside ? outside(url.href) : isMessage ? text(request).then(receive) : contentOf(path, pages);
    content
      .then((found) => {
        if (isOutside && found === undefined) return response.destroy();
        response.writeHead(found !== undefined ? 200 : isMessage ? 204 : 404, { "content-type": types[extname(path)] ?? "text/plain; charset=utf-8", ...(isOutside && { "cache-control": "max-age=3600" }) });
        return response.end(found);
      })
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  const proxy = createProxy((_, response) => response.destroy()).on("connect", (_, socket) => {
    const inside = connect(portOf(server), "127.0.0.1", () => socket.write("HTTP/1.1 200 OK\r\n\r\n"));
    inside.on("error", () => socket.destroy()).pipe(socket).on("error", () => inside.destroy()).pipe(inside);
  });
  for (const each of [server, proxy]) await new Promise<void>((resolve) => each.listen(0, "127.0.0.1", resolve));
  return {
    origin: `https://localhost:${portOf(server)}`,
    proxy: `http://127.0.0.1:${portOf(proxy)}`,
    close: async () => {
      for (const each of [proxy, server]) {
        each.closeAllConnections();
        await new Promise((resolve) => each.close(resolve));
      }
    },
  };
}

async function contentOf(path: string, pages: Pages): Promise<string | Buffer | undefined> {
  if (path === "/excel.html") return parentPage;
  if (path.startsWith("/office/")) return officeFile(path.slice("/office/".length));
  if ("texts" in pages) return Object.hasOwn(pages.texts, path) ? pages.texts[path] : undefined;
  return fileIn(pages.folder, path);
}

/** A file of Office.js. Its own folder names are in lower case, but it requests some in upper case. */
export async function officeFile(path: string): Promise<Buffer | undefined> {
  return (await fileIn(officeRoot, path)) ?? fileIn(officeRoot, path.toLowerCase());
}

async function fileIn(folder: string, path: string): Promise<Buffer | undefined> {
  const inside = normalize(`/${path}`);
  return readFile(join(folder, inside)).catch(() => undefined);
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address.port;
}
