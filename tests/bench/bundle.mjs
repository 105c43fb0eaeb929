import webpack from "webpack";

/** Bundles a TypeScript entry into one file, with the tool that makes dist/. */
export async function bundle(entry, output, options = {}) {
  const compiler = webpack({
    mode: "production",
    target: "node20",
    devtool: false,
    entry,
    output,
    // Paths relative to a source name files on disk, not parts of the bundle.
    module: { parser: { javascript: { url: false } }, rules: [{ test: /\.ts$/, loader: "swc-loader", options: { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, swcrc: false } }] },
    optimization: { minimize: false },
    ...options,
  });
  const stats = await new Promise((resolve, reject) => compiler.run((error, done) => (error ? reject(error) : resolve(done))));
  if (stats.hasErrors()) throw new Error(stats.toString("errors-only"));
}
