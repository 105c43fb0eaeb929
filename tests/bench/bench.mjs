/* `npm run bench`: how fast files are read and checked. `npm run bench -- pane`: how fast the pane answers. */
await import(process.argv.includes("pane") ? "./pane.mjs" : "./readers.mjs");
