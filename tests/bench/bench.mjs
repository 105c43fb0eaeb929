/*
 * `npm run bench`: how fast files are read and checked. `npm run bench -- growth`: whether odd sheets cost more a row when they grow. `npm run bench -- pane`:
 * how fast the pane answers. `npm run bench -- hostile`: what hostile files cost. `npm run bench -- many`: what a hundred files cost.
 */
const others = ["pane", "hostile", "many", "growth"];
const [, , first] = process.argv;
await import(`./${others.includes(first) ? first : "readers"}.mjs`);
