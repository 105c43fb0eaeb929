/*
 * Takes the manual's pictures, src/help/images/*.png, of the built pane and workbench: `node tests/tools/make-help-pictures.mjs`.
 * It builds what is older than its source, and needs a Japanese font.
 */
import { createViteServer } from "vitest/node";
import { buildIfOld, root } from "../../src/tools/build-if-old.mjs";

buildIfOld();
const server = await createViteServer({
  root,
  configFile: false,
  appType: "custom",
  logLevel: "error",
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, watch: null, ws: false },
});
try {
  const { takePictures } = await server.ssrLoadModule("/tests/help/pictures.ts");
  for (const { name, bytes } of await takePictures()) console.log(`${name}.png ${Math.ceil(bytes / 1000)} kB`);
} finally {
  await server.close();
}
