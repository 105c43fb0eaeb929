import { rmSync } from "node:fs";
import { request } from "node:http";
import { beforeAll, expect, test } from "vitest";
import { serve } from "../../src/tools/serve.mjs";
import { WorkFolder } from "../cli/files.ts";

const work = new WorkFolder();
const port = 4973;
let address = "";

beforeAll(async () => {
  work.put("secret.txt", "secret");
  work.put("dist/workbench.html", "<p>workbench</p>");
  work.put("dist/assets/評価.png", "PNG");
  address = await serve(work.path("dist"), port, "workbench.html");
});

test.each([
  ["GET", "/", 200, "text/html; charset=utf-8"],
  ["GET", "/workbench.html?x=1", 200, "text/html; charset=utf-8"],
  ["HEAD", "/", 200, "text/html; charset=utf-8"],
  ["GET", encodeURI("/assets/評価.png"), 200, "image/png"],
  ["GET", "/assets/", 404, "text/plain; charset=utf-8"],
  ["GET", "/../secret.txt", 404, "text/plain; charset=utf-8"],
  ["GET", "/%2e%2e/secret.txt", 404, "text/plain; charset=utf-8"],
  ["GET", "/%", 404, "text/plain; charset=utf-8"],
  ["POST", "/", 405, "text/plain; charset=utf-8"],
])("%s %s: %d", async (method, path, status, type) => {
  expect(await ask(method, path)).toEqual({ status, type });
});

test("listens on this machine alone, and takes the next port where one is taken", async () => {
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  const next = await serve(work.root, Number(new URL(address).port), "index.html");
  expect(Number(new URL(next).port)).toBeGreaterThan(Number(new URL(address).port));
});

test("a folder that is removed while it is served ends nothing", async () => {
  const folder = work.folder("removed");
  const served = new URL(await serve(folder, port, "index.html"));
  rmSync(folder, { recursive: true });
  expect(await ask("GET", "/", served)).toEqual({ status: 404, type: "text/plain; charset=utf-8" });
  expect((await ask("GET", "/")).status).toBe(200);
});

/** Not fetch, which would normalize the path. */
function ask(method: string, path: string, at = new URL(address)): Promise<{ status: number | undefined; type: string | undefined }> {
  return new Promise((resolve, reject) => {
    const { hostname, port: number } = at;
    const asked = request({ hostname, port: number, method, path }, (response) => {
      response.resume();
      resolve({ status: response.statusCode, type: response.headers["content-type"] });
    });
    asked.on("error", reject).end();
  });
}
