/*
 * Takes pictures of the built pane and workbench: `node tests/tools/make-pictures.mjs manual` for src/help/images/*.png,
 * `… readme` for assets/workbench.png. It builds what is out of date, and needs a Japanese font.
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
  const { takeManual, takeReadme } = await server.ssrLoadModule("/tests/help/pictures.ts");
  const taken = await (process.argv[2] === "readme" ? takeReadme() : takeManual());
  for (const { name, bytes } of taken) console.log(`${name} ${Math.ceil(bytes / 1000)} kB`);
} finally {
  await server.close();
}
