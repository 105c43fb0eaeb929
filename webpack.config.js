import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import CopyPlugin from "copy-webpack-plugin";
import HtmlWebpackPlugin from "html-webpack-plugin";
import MinimizerPlugin from "minimizer-webpack-plugin";
import webpack from "webpack";
import { filesBeside, pageParameters, taskpaneOptions } from "./src/taskpane/build.mjs";
import { CodeCachePlugin } from "./src/tools/code-cache.mjs";
import { ThemePlugin } from "./src/tools/theme.mjs";
import { NoticesPlugin, noticesOf, packagesIn } from "./src/tools/notices.mjs";

const root = fileURLToPath(new URL(".", import.meta.url));
const inlined = ["shared.js", "main.js", "worker.js"];
const notices = new NoticesPlugin();

const shared = {
  mode: "production",
  devtool: false,
  performance: { hints: false },
  cache: { type: "filesystem", cacheDirectory: `${root}.cache/webpack`, buildDependencies: { config: [fileURLToPath(import.meta.url)] } },
  module: {
    rules: [
      { test: /\.ts$/, ...withoutTypes({ tsx: false }) },
      { test: /\.tsx$/, use: [withoutTypes({ tsx: true }), fileURLToPath(new URL("src/tools/token-loader.mjs", import.meta.url))] },
      { test: /\.css$/, type: "asset/source" },
    ],
  },
  resolve: {
    alias: {
      // The entry that numfmt names is CommonJS, of which nothing unused can be left out.
      numfmt$: `${root}node_modules/numfmt/dist/index.mjs`,
      "rtl-css-js/core": `${root}src/pane/ui/left-to-right.ts`,
    },
  },
  // No part goes with one of another build, so that names need not stay the same: the shortest.
  optimization: { splitChunks: false, mangleExports: "size", minimizer: [minimizer()] },
};

/** What is built knows its version, so that a fault of ours can be reported with it. */
const named = new webpack.DefinePlugin({ "process.env.TENKEN_VERSION": JSON.stringify(JSON.parse(readFileSync(`${root}package.json`, "utf8")).version) });

/** Types are only taken out here; `npm test` checks them. */
function withoutTypes({ tsx }) {
  const transform = { react: { runtime: "automatic", importSource: "#markup" }, verbatimModuleSyntax: true };
  return { loader: "swc-loader", options: { jsc: { parser: { syntax: "typescript", tsx }, target: "es2022", transform }, swcrc: false } };
}

/** ASCII alone, so that no way of reading the page can change a script and with it its hash. */
function minimizer() {
  return new MinimizerPlugin({
    minify: MinimizerPlugin.swcMinify,
    extractComments: false,
    minimizerOptions: { compress: { passes: 3 }, mangle: true, format: { asciiOnly: true, comments: "some" } },
  });
}

/** The workbench is one page that also opens from disk, where it can load neither a script nor a worker of its own. */
const workbench = {
  ...shared,
  name: "workbench",
  target: ["web", "es2022"],
  entry: { main: "./src/workbench/main.ts", worker: "./src/workbench/worker/worker.ts" },
  output: { path: `${root}dist`, filename: "[name].js" },
  // What page and worker both need stands once in the page, even where each uses another part of it.
  optimization: { ...shared.optimization, usedExports: "global", splitChunks: { chunks: "all", cacheGroups: { default: false, defaultVendors: false, shared: { name: "shared", minChunks: 2, enforce: true } } } },
  // A page that stands alone has no chunks to load later.
  module: { ...shared.module, parser: { javascript: { dynamicImportMode: "eager" } } },
  plugins: [
    new HtmlWebpackPlugin({
      template: "./src/workbench/index.html",
      filename: "workbench.html",
      inject: false,
      minify: false,
      templateParameters: (compilation) => {
        const [common, script, worker] = inlined.map((name) => insidePage(compilation.assets[name].source().toString()));
        const sample = readFileSync(`${root}assets/samples/sample.xlsx`).toString("base64");
        // The page is handed on by itself, so the licences go with it.
        const licences = insidePage(noticesOf(packagesIn(compilation)));
        const manual = { ja: manualInside("index.html"), en: manualInside("english.html") };
        const hashes = [common, script].map((text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`).join(" ");
        return { common, script, worker, sample, licences, manual, hashes };
      },
    }),
    named,
    new ThemePlugin(),
    notices,
    { apply: watchFiles },
    { apply: dropInlined },
  ],
};

const cli = {
  ...shared,
  name: "cli",
  target: "node20",
  entry: { cli: "./src/cli/start.ts", "cli-main": "./src/cli/main.ts" },
  // What a plain check does not need, such as the schema of forms, is a chunk beside it.
  output: { path: `${root}dist`, filename: "[name].cjs", chunkFilename: "cli-[name].cjs", library: { type: "commonjs" } },
  // The entry finds the program beside itself when it runs.
  node: { __dirname: false },
  module: { ...shared.module, parser: { javascript: { createRequire: false } } },
  // Editors complete a form with it: `$schema` in a form of one's own may name this file.
  plugins: [
    notices,
    new CodeCachePlugin("cli-main.cjs", "cli.cjs", `${root}assets/samples/sample.xlsx`),
    new CopyPlugin({ patterns: ["src/core/form/forms/form.schema.json"] }),
    // npm's link to it is run as a program.
    new webpack.BannerPlugin({ banner: "#!/usr/bin/env node", raw: true, include: "cli.cjs", stage: webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT }),
    named,
  ],
};

/** Pages without a script, to which pane and workbench link. */
const manual = { from: "**/*.{html,css,png}", context: `${root}src/help`, to: "help", info: { minimized: true } };

/** What the pane shows only when asked is one file. */
const views = { name: "views", test: /src.pane|node_modules.@fluentui/, enforce: true };

/** The pane in Excel is a page on a server, with the manifest and the icons beside it. */
function taskpane(env) {
  const options = taskpaneOptions(env);
  return {
    ...shared,
    name: "taskpane",
    target: ["web", "es2022"],
    entry: { taskpane: "./src/taskpane/main.tsx" },
    // A part that the web view still holds of another build is asked for anew.
    output: { path: `${root}dist`, filename: "[name].js", chunkFilename: "taskpane-[name].js?[fullhash:8]" },
    optimization: { ...shared.optimization, splitChunks: { chunks: "async", minSize: 2000, cacheGroups: { defaultVendors: false, views } } },
    plugins: [
      named,
      new ThemePlugin(),
      notices,
      new HtmlWebpackPlugin({ template: "./src/taskpane/index.html", filename: "taskpane.html", inject: false, minify: false, cache: false, templateParameters: pageParameters(options) }),
      new CopyPlugin({ patterns: [...filesBeside(options, root), manual] }),
    ],
  };
}

/** Keeps a script's own text from ending the element that holds it. */
function insidePage(script) {
  return script.replaceAll("</script", "<\\/script").replaceAll("<!--", "\\x3C!--");
}

/** A page of the manual for the page's own tree: without pictures and without links to other pages, which may not be at hand. */
function manualInside(name) {
  const read = (file) => readFileSync(`${root}src/help/${file}`, "utf8");
  const style = read("help.css").replaceAll(":root", ":host").replace(/^html /m, ":host ").replaceAll(/^( *)body /gm, "$1.page ");
  const [, main] = /<main[^>]*>([^]*)<\/main>/.exec(read(name));
  const text = main.replaceAll(/<figure>[^]*?<\/figure>/g, "").replaceAll(/<a href="[^"#]+[^"]*"[^>]*>([^]*?)<\/a>/g, "$1");
  return `<style>${style} :host { background: var(--ground); }</style><div class="page">${text}</div>`;
}

function watchFiles(compiler) {
  const files = ["assets/samples/sample.xlsx", ...["index.html", "english.html", "help.css"].map((name) => `src/help/${name}`)];
  compiler.hooks.afterCompile.tap("files in the page", ({ fileDependencies }) => files.forEach((file) => fileDependencies.add(root + file)));
}

function dropInlined(compiler) {
  compiler.hooks.thisCompilation.tap("inlined", (compilation) => {
    const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE;
    compilation.hooks.processAssets.tap({ name: "inlined", stage }, () => inlined.forEach((name) => compilation.deleteAsset(name)));
  });
}

export default (env) => [workbench, cli, taskpane(env)];
