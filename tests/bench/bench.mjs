/* `npm run bench`: how fast files are read and checked. `npm run bench -- pane`: how fast the pane answers. `npm run bench -- hostile`: what hostile files cost. */
const [, , first] = process.argv;
await import(first === "pane" ? "./pane.mjs" : first === "hostile" ? "./hostile.mjs" : "./readers.mjs");
