import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:https";
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
  close(): Promise<void>;
}

/** Answers a message of the pane; undefined if the answer took another way or nobody listens any more. */
export type Receive = (message: string) => Promise<string | undefined>;

/**
 * Serves the parent page, the add-in's pages and, under /office/, the npm copy of Office.js. The parent page posts the
 * pane's messages to /host, because an exposed function takes seconds for the megabytes of a large sheet.
 */
export async function servePages(pages: Pages, receive: Receive): Promise<PageServer> {
  const server = createServer(selfSigned("localhost"), (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "https://localhost").pathname);
    const isMessage = request.method === "POST" && path === "/host";
    const content = isMessage ? text(request).then(receive) : contentOf(path, pages);
    content
      .then((found) => {
        response.writeHead(found !== undefined ? 200 : isMessage ? 204 : 404, { "content-type": types[extname(path)] ?? "text/plain; charset=utf-8" });
        response.end(found);
      })
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `https://localhost:${portOf(server)}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
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
